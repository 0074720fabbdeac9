//! Owns members and other actors of the cluster.

use schemars::JsonSchema;
use serde::Deserialize;

use super::value_chain::Node;
use crate::model::Ref;
use crate::model::choice::choices;
use crate::model::value::{Country, FilePath, Location, Period, Text, Url};

/// A member of the cluster, or an actor around it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Member {
    /// Name of the organisation.
    pub name: Text,
    /// What sort of actor it is.
    pub kind: MemberKind,
    /// What it does, in a sentence.
    pub description: Option<Text>,
    /// Town or district.
    pub place: Option<Text>,
    /// Where it is, for the map; that of its place, if `map.places` in `cluster.yaml` knows it, where it is not given.
    pub location: Option<Location>,
    /// Country, as ISO 3166-1 alpha-2; the cluster's where it is not given.
    pub country: Option<Country>,
    /// Steps of the value chain that it covers.
    #[serde(default)]
    pub value_chain: Vec<Ref<Node>>,
    /// When it joined.
    pub joined: Option<Period>,
    /// When it left.
    pub left: Option<Period>,
    /// Website.
    pub website: Option<Url>,
    /// Employees, heads.
    pub employees: Option<u32>,
    /// Grade of membership.
    pub partnership: Option<Partnership>,
    /// Logo.
    pub logo: Option<FilePath>,
}

choices! {
    /// What sort of actor a member is.
    MemberKind "member-kind" {
        Sme "sme" "Small or medium-sized enterprise",
        LargeEnterprise "large-enterprise" "Large enterprise",
        StartUp "start-up" "Start-up",
        Research "research" "Research institution",
        Education "education" "School, university or training provider",
        Public "public" "Public body",
        Finance "finance" "Bank or investor",
        Association "association" "Association or chamber",
        Other "other" "Another",
    }
    /// Grade of membership.
    Partnership "partnership" {
        Trial "trial" "Trial membership",
        Member "member" "Member with all rights",
        Associate "associate" "Associate without a vote",
    }
}

impl Member {
    /// Whether it is a member on a day, as far as is known.
    pub fn is_present(&self, day: jiff::civil::Date) -> bool {
        self.left.as_ref().is_none_or(|left| left.end >= day)
    }
}

impl MemberKind {
    /// Whether it is a firm, as against research, the public side and others.
    pub fn is_firm(self) -> bool {
        match self {
            Self::Sme | Self::LargeEnterprise | Self::StartUp => true,
            Self::Research | Self::Education | Self::Public | Self::Finance | Self::Association | Self::Other => false,
        }
    }
}
