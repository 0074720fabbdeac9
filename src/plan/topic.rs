//! Owns the topics: pages that each show one of the guide's tools as a sheet of blocks. They are a list of their own so that a new one is a line here, its
//! place in the order of pages, and a file in `page`.

use super::Section;
use crate::model::Model;

macro_rules! topics {
    ($($(#[$doc:meta])* $variant:ident $stem:literal $section:ident $present:expr;)*) => {
        /// A page that is a sheet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Topic {
            $($(#[$doc])* $variant,)*
        }

        impl Topic {
            /// The word that names the page's file and message keys.
            pub fn stem(self) -> &'static str {
                match self {
                    $(Self::$variant => $stem,)*
                }
            }

            /// The section that the page belongs to.
            pub fn section(self) -> Section {
                match self {
                    $(Self::$variant => Section::$section,)*
                }
            }

            /// Whether there is anything to say on it.
            pub(super) fn present(self, model: &Model) -> bool {
                let present: fn(&Model) -> bool = match self {
                    $(Self::$variant => $present,)*
                };
                present(model)
            }
        }
    };
}

topics! {
    /// What statistics say about the sectors of the region.
    Mapping "mapping" Analysis |model| !model.mappings.is_empty();
    /// The steps of the value chain and who covers them.
    ValueChain "value-chain" Analysis |model| !model.nodes.is_empty();
    /// Porter's diamond.
    Diamond "diamond" Analysis |model| !model.diamond.is_empty();
    /// Policies and programmes around the cluster.
    Policy "policy" Analysis |model| !model.policies.is_empty();
    /// Who can help or hinder the cluster.
    Stakeholders "stakeholders" Analysis |model| !model.stakeholders.is_empty();
}
