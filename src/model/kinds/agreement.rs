//! Owns the membership agreement: what it says under each of its headings, what membership costs, and the grades of partnership.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::editorial::Document;
use super::member::{Member, MemberKind, Partnership};
use super::strategy::Adoption;
use crate::model::choice::choices;
use crate::model::value::{Prose, Text};
use crate::model::{Entry, Ref};

/// The agreement that a member signs. Its headings are those that the guide lists; what stands under them is Markdown.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Agreement {
    /// Name of the agreement.
    pub title: Option<Text>,
    /// What it is for, in a sentence or two.
    pub summary: Option<Text>,
    /// Which body adopted it, and when.
    pub adopted: Option<Adoption>,
    /// Document to print and sign.
    pub template: Option<Ref<Document>>,
    /// What membership costs; of several rows that fit a member, the first counts.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// Grades of partnership, each with its rights and duties.
    #[serde(default)]
    pub grades: Vec<Grade>,
    /// I. Preamble: who agrees, and to what end.
    pub preamble: Option<Prose>,
    /// II. Cooperation: what is done together, and which services the cluster provides.
    pub cooperation: Option<Prose>,
    /// III. Fee: amount, due date, default in payment.
    pub fee: Option<Prose>,
    /// IV. Information on the company: what a member has to tell, who may check it, what may be disclosed.
    pub company_information: Option<Prose>,
    /// V. Term: how long it holds, regular and extraordinary termination, what follows from it.
    pub term: Option<Prose>,
    /// VI. Trademark of the cluster: right of use and commercialisation, how it is used, what holds after the end.
    pub trademark: Option<Prose>,
    /// VII. Liability: for success, guarantee and damages; what it does not extend to.
    pub liability: Option<Prose>,
    /// VIII. Data: processing, consent, protection of access data, use.
    pub data_protection: Option<Prose>,
    /// IX. Applicable law and language of the contract.
    pub applicable_law: Option<Prose>,
    /// X. Mediation: duty to try it, who mediates, what comes when it fails.
    pub mediation: Option<Prose>,
    /// XI. Arbitration: jurisdiction of the tribunal, how a case gets there, appointment of arbitrators and chair, joint and replacement arbitrators,
    /// venue, proceedings, law.
    pub arbitration: Option<Prose>,
    /// XII. Court of jurisdiction.
    pub jurisdiction: Option<Prose>,
    /// XIII. Other provisions: amendments, severability.
    pub other_provisions: Option<Prose>,
    /// Anything beside the headings, in Markdown.
    pub body: Option<Prose>,
}

/// What a group of members pays.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Fee {
    /// Grades of membership that pay it; all where none is named.
    #[serde(default)]
    pub partnership: Vec<Partnership>,
    /// Kinds of members that pay it; all where none is named.
    #[serde(default)]
    pub kinds: Vec<MemberKind>,
    /// Fewest employees of a member that pays it.
    pub employees_from: Option<u32>,
    /// Most employees of a member that pays it.
    pub employees_to: Option<u32>,
    /// Amount, in the cluster's currency; 0 where it is free.
    #[schemars(range(min = 0))]
    pub amount: f64,
    /// How often it is paid.
    pub period: FeePeriod,
    /// Remark.
    pub note: Option<Text>,
}

/// A grade of partnership.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Grade {
    /// The grade.
    pub grade: Partnership,
    /// What it is for.
    pub summary: Option<Text>,
    /// Paper that it begins with, such as a declaration of intent.
    pub basis: Option<Text>,
    /// How long it lasts at most, in months.
    #[schemars(range(min = 1, max = 120))]
    pub months: Option<u32>,
    /// What it gives.
    #[serde(default)]
    pub rights: Vec<Text>,
    /// What it asks.
    #[serde(default)]
    pub duties: Vec<Text>,
}

choices! {
    /// How often a fee is paid.
    FeePeriod "fee-period" {
        Month "month" "Every month",
        Quarter "quarter" "Every quarter",
        HalfYear "half-year" "Twice a year",
        Year "year" "Every year",
        Once "once" "Once, on joining",
    }
    /// A heading of the agreement, in the order of the guide.
    Heading "agreement-heading" {
        Preamble "preamble" "Preamble",
        Cooperation "cooperation" "Cooperation and services",
        Fee "fee" "Fee",
        CompanyInformation "company-information" "Information on the company",
        Term "term" "Term of the contract",
        Trademark "trademark" "Trademark of the cluster",
        Liability "liability" "Liability",
        DataProtection "data-protection" "Safety and protection of data",
        ApplicableLaw "applicable-law" "Applicable law and language",
        Mediation "mediation" "Mediation",
        Arbitration "arbitration" "Arbitration",
        Jurisdiction "jurisdiction" "Court of jurisdiction",
        OtherProvisions "other-provisions" "Other provisions",
    }
}

impl FeePeriod {
    /// How many times a year it is paid; a fee on joining is none of a year's income.
    pub fn times_a_year(self) -> u8 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::HalfYear => 2,
            Self::Year => 1,
            Self::Once => 0,
        }
    }
}

impl Fee {
    /// What it comes to in a year.
    pub fn a_year(&self) -> f64 {
        self.amount * f64::from(self.period.times_a_year())
    }

    /// Whether a member pays it. One whose grade is not known counts as a member with all rights; one whose size is not known fits no band.
    pub fn fits(&self, member: &Member) -> bool {
        let grade = member.partnership.unwrap_or(Partnership::Member);
        let banded = self.employees_from.is_some() || self.employees_to.is_some();
        let size = match member.employees {
            Some(heads) => self.employees_from.is_none_or(|from| heads >= from) && self.employees_to.is_none_or(|to| heads <= to),
            None => !banded,
        };
        let among = |named: bool, listed: bool| named || !listed;
        size && among(self.partnership.contains(&grade), !self.partnership.is_empty())
            && among(self.kinds.contains(&member.kind), !self.kinds.is_empty())
    }
}

/// What the fees of all members come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Expected {
    /// Sum of a year, in the cluster's currency.
    pub amount: f64,
    /// Members that a row of the table fits.
    pub counted: usize,
    /// Ids of those that none fits.
    pub left_out: Vec<String>,
}

impl Agreement {
    /// What stands under a heading.
    pub fn part(&self, heading: Heading) -> Option<&Prose> {
        let part = match heading {
            Heading::Preamble => &self.preamble,
            Heading::Cooperation => &self.cooperation,
            Heading::Fee => &self.fee,
            Heading::CompanyInformation => &self.company_information,
            Heading::Term => &self.term,
            Heading::Trademark => &self.trademark,
            Heading::Liability => &self.liability,
            Heading::DataProtection => &self.data_protection,
            Heading::ApplicableLaw => &self.applicable_law,
            Heading::Mediation => &self.mediation,
            Heading::Arbitration => &self.arbitration,
            Heading::Jurisdiction => &self.jurisdiction,
            Heading::OtherProvisions => &self.other_provisions,
        };
        part.as_ref().filter(|part| !part.is_empty())
    }

    /// What the present members pay in a year by the table of fees.
    pub fn expected<'m>(&self, members: impl Iterator<Item = &'m Entry<Member>>, day: Date) -> Expected {
        let mut expected = Expected::default();
        for member in members.filter(|member| member.is_present(day)) {
            // A fee on joining and one of every year may stand side by side; only one of those that recur is paid.
            let recurring = self.fees.iter().filter(|fee| fee.fits(member)).find(|fee| fee.period != FeePeriod::Once);
            match recurring {
                Some(fee) => {
                    expected.amount += fee.a_year();
                    expected.counted += 1;
                }
                None => expected.left_out.push(member.id().to_string()),
            }
        }
        expected
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choice, load};
    use crate::source::Sources;

    const CLUSTER: (&str, &str) = ("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\n");

    fn expected(fees: &str, members: &str) -> Expected {
        let agreement = format!("fees:\n{fees}");
        let files = [CLUSTER, ("governance/agreement.yaml", agreement.as_str()), ("members.csv", members)];
        let loaded = load(&Sources::from_memory(files), &[]);
        assert!(loaded.faults.is_empty(), "{:?}", loaded.faults);
        let agreement = loaded.model.agreements.iter().next().unwrap();
        agreement.expected(loaded.model.members.iter(), jiff::civil::date(2026, 6, 30))
    }

    #[test]
    fn the_first_row_that_fits_counts_and_periods_come_to_a_year() {
        let members = "id,name,kind,employees,partnership,left\na,A,sme,9,,\nb,B,sme,10,associate,\nc,C,public,,,\nd,D,sme,,,\ne,E,sme,5,,2020\n";
        let fees = "  - {partnership: [associate], amount: 1, period: month}\n  - {kinds: [public], amount: 10, period: quarter}\n  \
                    - {employees-to: 9, amount: 100, period: year}\n  - {amount: 7, period: once}\n";
        let left_out = vec!["d".to_owned()];
        assert_eq!(expected(fees, members), Expected { amount: 12.0 + 40.0 + 100.0, counted: 3, left_out });
    }

    #[test]
    fn every_heading_has_a_part_of_its_own() {
        let text: String = Heading::ALL.iter().map(|heading| format!("{}: Text of {0}.\n", heading.as_str())).collect();
        let loaded = load(&Sources::from_memory([CLUSTER, ("governance/agreement.yaml", text.as_str())]), &[]);
        let agreement = loaded.model.agreements.iter().next().unwrap();
        for &heading in Heading::ALL {
            let part = agreement.part(heading).and_then(|part| part.get("en", "en")).unwrap();
            assert_eq!(part.text, format!("Text of {}.", heading.as_str()));
        }
        assert_eq!(Heading::ALL.len(), 13);
    }
}
