//! A small made-up case of partners and markets, for the gallery; apart because it is longer than what draws it is simple.

use super::{Market, Partner, Partners, Words, draw};
use crate::chart::gallery::Say;
use crate::chart::{Frame, Picture};
use crate::geo;

/// Draws it: a cluster with two partners and three markets.
pub(in crate::chart) fn demo(frame: &Frame<'_>, say: Say<'_>) -> Option<Picture> {
    let partner = |label: String, country: &str, at: geo::Point, since: &str| Partner {
        label,
        country: country.to_owned(),
        note: since.to_owned(),
        at: Some(at),
        href: None,
    };
    let market = |label: String, country: &str, priority: usize, note: String| Market {
        label,
        country: country.to_owned(),
        note,
        priority: Some(priority),
        href: None,
    };
    let country = |code: &str| match code {
        "DE" => say("Germany", "ألمانيا"),
        "TN" => say("Tunisia", "تونس"),
        "FI" => say("Finland", "فنلندا"),
        "AT" => say("Austria", "النمسا"),
        "ES" => say("Spain", "إسبانيا"),
        _ => String::new(),
    };
    let sales = || say("Customers", "عملاء");
    draw(
        frame,
        &Partners {
            borders: geo::natural_earth(),
            country: "DE",
            home: Some([9.9, 51.1]),
            partners: vec![
                partner(say("Cluster of Sousse", "تجمّع سوسة"), "TN", [10.6, 35.8], "2023"),
                partner(say("Northern Light", "نور الشمال"), "FI", [25.5, 62.2], "2021"),
            ],
            markets: vec![
                market(country("AT"), "AT", 0, sales()),
                market(country("ES"), "ES", 1, sales()),
                market(country("FI"), "FI", 2, say("Know-how", "معرفة")),
            ],
            country_name: &country,
            words: Words {
                home: say("This cluster", "هذا التجمّع"),
                partner: say("Partner cluster", "تجمّع شريك"),
                partners: say("Partner clusters", "التجمّعات الشريكة"),
                market: say("Market", "سوق"),
                markets: say("Markets", "الأسواق"),
                priorities: [
                    say("Market of high priority", "سوق ذات أولوية عالية"),
                    say("Market of medium priority", "سوق ذات أولوية متوسطة"),
                    say("Market of low priority", "سوق ذات أولوية منخفضة"),
                ],
                name: say("Name", "الاسم"),
                kind: say("Kind", "النوع"),
                country: say("Country", "البلد"),
                note: say("Note", "ملاحظة"),
                kilometres: say("km", "كم"),
                credit: String::new(),
            },
        },
    )
}
