//! Compiles the repository of an economic cluster into a validated website and print document.

pub mod bundle;
pub mod chart;
pub mod check;
pub mod diag;
pub mod lang;
pub mod model;
pub mod page;
pub mod plan;
#[cfg(feature = "serve")]
pub mod serve;
pub mod source;
pub mod syntax;
pub mod write;
