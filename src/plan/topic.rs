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
    /// Who can help or hinder the cluster.
    Stakeholders "stakeholders" Analysis |model| !model.stakeholders.is_empty();
    /// Which of the guide's key questions are answered.
    Readiness "readiness" Strategy |model| !model.key_questions.is_empty();
    /// How far the cluster is by what the program can see; see [`Topic::WORKSHOP`].
    Status "status" About |_| false;
    /// Which rules hold; see [`Topic::WORKSHOP`].
    Quality "quality" About |_| false;
}

impl Topic {
    /// Those that are about the repository and not about the cluster: only the edition of those who write it has them, and the document leaves them out.
    pub const WORKSHOP: [Self; 2] = [Self::Status, Self::Quality];
}
