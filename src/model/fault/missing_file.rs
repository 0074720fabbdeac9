//! Every file that the content names exists.
//!
//! A logo, a photograph or a document that is named but not there would leave a hole in the page. Paths begin at the folder that
//! holds `cluster.yaml`, and capitals count: `Logo.svg` and `logo.svg` are two files on the web, even where your own computer
//! does not mind. A repository needs the file `cluster.yaml` itself too.
//!
//! # Bad
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   logo: assets/Dufour.svg <-- here
//! # file: assets/dufour.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>
//! ```
//!
//! # Good
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   logo: assets/dufour.svg
//! # file: assets/dufour.svg
//! <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "missing-file",
    class: Class::Fault,
    basis: "Format of a cluster repository: paths begin at the folder of cluster.yaml",
    text: include_str!("missing_file.rs"),
};
