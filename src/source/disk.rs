//! Reads sources from a work tree, with limits.
