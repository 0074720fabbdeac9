//! Web addresses, e-mail addresses, colours, countries, currencies, languages and times have the form that they have everywhere.
//!
//! Readers follow these values with a click, and programs sort by them, so a form that only people understand leads nowhere. An
//! address begins with `https://`, a country is its two capital letters, a currency its three, and a colour stands in quotes
//! because YAML takes what follows a `#` for a comment.
//!
//! # Bad
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   website: www.dufour.example <-- here
//! ```
//!
//! # Good
//! ```yaml
//! # file: members.yaml
//! dufour-sawmill:
//!   name: Dufour Sawmill
//!   kind: sme
//!   website: https://www.dufour.example
//! ```

use crate::diag::{Class, Rule};

pub(in crate::model) const RULE: Rule = Rule {
    name: "bad-value",
    class: Class::Fault,
    basis: "RFC 3986 (web addresses), RFC 5322 (e-mail), ISO 3166-1 (countries), ISO 4217 (currencies), BCP 47 (languages)",
    text: include_str!("bad_value.rs"),
};
