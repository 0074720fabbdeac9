//! Owns the loader's own rules: the faults that keep an input from being read as it is meant. Each is a file, as every rule is.

use crate::diag::Rule;

macro_rules! faults {
    ($($module:ident,)*) => {
        $(pub(super) mod $module;)*

        /// Every fault that the loader can find.
        pub const FAULTS: &[&Rule] = &[$(&$module::RULE,)*];
    };
}

faults! {
    alias_budget,
    ambiguous_id,
    bad_date,
    bad_id,
    bad_number,
    bad_value,
    csv_column,
    csv_row_length,
    csv_syntax,
    duplicate_id,
    duplicate_key,
    empty_key,
    front_matter,
    missing_file,
    missing_key,
    not_utf_8,
    orphan_translation,
    too_deep,
    unknown_file,
    unknown_id,
    unknown_key,
    unknown_language,
    unknown_word,
    unread_file,
    untranslatable_key,
    wrong_type,
    yaml_feature,
    yaml_syntax,
}
