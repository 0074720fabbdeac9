//! Owns what the European Cluster Collaboration Platform asks of a cluster organisation that registers, as far as a repository shows it.
//!
//! The conditions are those that the platform states beside its form "Register as a cluster organisation"
//! (<https://www.clustercollaboration.eu/register-your-profile>): a dedicated management of at least 0.5 full-time equivalents, a link to an English version
//! of the website, at least 15 clearly committed members, and members of at least two types, public bodies among them or visibly working with the cluster.
//! It asks them of organisations in the EU and in countries of its programmes, waives them for those that a public cluster programme recognises, and
//! looks at the website itself. So these are facts, and no promise: whether a profile is published the platform decides.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::Model;
use crate::model::kinds::financing::FinancingSource;
use crate::model::kinds::member::{MemberKind, Partnership};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Full-time equivalents of the management.
    HalfPost,
    /// Committed members: those who have not left and are no trial partners.
    Members,
    /// Types of member among these.
    Types,
    /// Public bodies among these, or public money in the financing mix.
    PublicSide,
    /// Languages of the website that are English, with an address that it is published under.
    English,
}

impl Fact {
    /// The word that names it in messages, `status.registration.WORD`.
    pub fn word(self) -> &'static str {
        match self {
            Self::HalfPost => "half-post",
            Self::Members => "members",
            Self::Types => "types",
            Self::PublicSide => "public-side",
            Self::English => "english",
        }
    }
}

/// A condition and what the repository shows of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Condition {
    /// What is asked.
    pub fact: Fact,
    /// How much is asked.
    pub asked: f64,
    /// How much there is; nothing where the repository does not say.
    pub found: Option<f64>,
}

impl Condition {
    /// Whether the repository shows that it is met; nothing where it does not say.
    pub fn met(&self) -> Option<bool> {
        self.found.map(|found| found >= self.asked - 1e-9)
    }
}

/// Types of member, as the platform tells them apart: industry, research and education, public bodies, finance, civil society.
fn type_of(kind: MemberKind) -> u8 {
    match kind {
        MemberKind::Sme | MemberKind::LargeEnterprise | MemberKind::StartUp => 0,
        MemberKind::Research | MemberKind::Education => 1,
        MemberKind::Public => 2,
        MemberKind::Finance => 3,
        MemberKind::Association => 4,
        MemberKind::Other => 5,
    }
}

/// Full-time equivalents of the management, the back office included; nothing where no posts are listed. What stands in a draft does not count.
fn posts(model: &Model) -> Option<f64> {
    let posts = model.staff.iter().filter(|post| !post.meta.draft && post.fte.is_finite());
    (!model.staff.is_empty()).then(|| posts.map(|post| post.fte).sum())
}

pub(super) fn conditions(model: &Model, main: &str, today: Date) -> Vec<Condition> {
    let trial = |partnership: Option<Partnership>| partnership == Some(Partnership::Trial);
    let members =
        model.members.iter().filter(|member| !member.meta.draft && member.is_present(today) && !trial(member.partnership));
    let kinds: Vec<MemberKind> = members.map(|member| member.kind).collect();
    let types: BTreeSet<u8> = kinds.iter().map(|kind| type_of(*kind)).collect();
    let bodies = kinds.iter().filter(|kind| **kind == MemberKind::Public).count();
    let paid = model
        .financing
        .iter()
        .filter(|row| {
            row.sources().contains(&FinancingSource::BaselinePublic) && row.amount.or(row.share).is_some_and(|value| value > 0.0)
        })
        .count();
    let cluster = model.cluster();
    let listed = cluster.iter().flat_map(|cluster| cluster.languages.iter().map(|language| language.as_str()));
    let is_english = |tag: &str| tag.split('-').next() == Some("en");
    let english = listed.chain([main]).collect::<BTreeSet<_>>().into_iter().filter(|tag| is_english(tag)).count();
    let published = cluster.and_then(|cluster| cluster.site.as_ref()).is_some_and(|site| site.url.is_some());
    let of = |fact, asked, found: Option<f64>| Condition { fact, asked, found };
    vec![
        of(Fact::HalfPost, 0.5, posts(model)),
        of(Fact::Members, 15.0, Some(kinds.len() as f64)),
        of(Fact::Types, 2.0, Some(types.len() as f64)),
        of(Fact::PublicSide, 1.0, Some((bodies + paid) as f64)),
        of(Fact::English, 1.0, Some(if published { english as f64 } else { 0.0 })),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::load;
    use crate::source::Sources;

    fn facts(files: &[(&str, &str)]) -> Vec<(Fact, Option<f64>, Option<bool>)> {
        let sources = Sources::from_memory(files.iter().copied());
        let loaded = load(&sources, &[]);
        let main = loaded.languages.first().map_or("en", String::as_str);
        let today = jiff::civil::date(2026, 11, 23);
        conditions(&loaded.model, main, today).iter().map(|one| (one.fact, one.found, one.met())).collect()
    }

    #[test]
    fn what_is_not_said_is_neither_met_nor_missed() {
        let found = facts(&[("cluster.yaml", "name: A\nlanguages: [fr]\n")]);
        assert_eq!(found[0], (Fact::HalfPost, None, None));
        assert!(found[1..].iter().all(|(_, _, met)| *met == Some(false)), "{found:?}");
    }

    #[test]
    fn those_who_left_and_trial_partners_do_not_count() {
        let rows: String = (0..14).map(|number| format!("m{number},Firm,sme,,\n")).collect();
        let table = |more: &str| format!("id,name,kind,partnership,left\n{rows}{more}");
        let cluster = ("cluster.yaml", "name: A\nlanguages: [fr, en-GB]\nsite: {url: \"https://a.example.org/\"}\n");
        let few = table("gone,Gone,research,,2020\ntrial,Trial,public,trial,\n");
        let found = facts(&[cluster, ("members.csv", &few)]);
        assert_eq!(
            found[1..],
            [
                (Fact::Members, Some(14.0), Some(false)),
                (Fact::Types, Some(1.0), Some(false)),
                (Fact::PublicSide, Some(0.0), Some(false)),
                (Fact::English, Some(1.0), Some(true)),
            ]
        );
        let enough = table("town,Town,public,member,\n");
        let found = facts(&[cluster, ("members.csv", &enough)]);
        assert!(found[1..].iter().all(|(_, _, met)| *met == Some(true)), "{found:?}");
    }
}
