//! Monitoring as the site tells it: states by the cluster's own names and cut-offs on every page and in every file, and reports that know nothing of
//! what was measured after their year.

use clustersite::bundle::Bundle;
use clustersite::diag::Profile;
use clustersite::model::{Audience, Visibility};
use clustersite::source::Sources;
use clustersite::{Request, build};

const INDICATORS: &str = "
houses:
  title: {en: Houses sold, fr: Maisons vendues}
  category: outcome
  measure: unit
  unit: {en: houses, fr: maisons}
  cumulative: true
  goals: [exports]
  baseline: {value: 0, date: 2023-12-31}
  targets: [{value: 20, date: 2024-12-31}, {value: 40, date: 2025-12-31}]
  disaggregation: {market: {en: Market, fr: Marché}}
trust:
  title: {en: Trust, fr: Confiance}
  category: outcome
  measure: ordinal
  goals: [exports]
";

const MEASUREMENTS: &str = "indicator,period,value,market
houses,2024,15,
houses,2024,9,near
houses,2024,6,far
houses,2025,77,
trust,2025,fair,
";

fn site(settings: &str) -> Bundle {
    let cluster = format!("name: Valmont Timber\nlanguages: [en, fr]\n{settings}");
    let goals = "exports: {title: {en: Sell abroad, fr: Vendre ailleurs}}\n";
    let files = [
        ("cluster.yaml", cluster.as_str()),
        ("strategy/goals.yaml", goals),
        ("monitoring/indicators.yaml", INDICATORS),
        ("monitoring/measurements.csv", MEASUREMENTS),
    ];
    let sources = Sources::from_memory(files.map(|(path, text)| (path, text.as_bytes().to_vec())));
    let request = Request {
        audience: Audience { sees: Visibility::Public, drafts: false },
        profile: Some(Profile::Draft),
        today: jiff::civil::date(2026, 6, 30),
        at_root: false,
        theme: None,
    };
    let built = build(&sources, &[], &request, &|| {});
    built.bundle.unwrap_or_else(|| panic!("it builds: {:#?}", built.report))
}

fn text<'b>(bundle: &'b Bundle, path: &str) -> &'b str {
    let bytes = bundle.get(path).unwrap_or_else(|| panic!("there is {path}"));
    std::str::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn states_are_called_what_the_cluster_calls_them_everywhere() {
    let names = "monitoring: {states: {behind: {en: Lagging a bit, fr: Un peu à la traîne}, achieved: {en: Done and dusted}}}\n";
    let renamed = site(names);
    let pages = ["reports/2024.html", "reports.html", "about.html", "indicators/houses.html", "print/index.html"];
    for page in pages {
        assert!(text(&renamed, page).contains("Lagging a bit"), "{page}");
        assert!(text(&renamed, &format!("fr/{page}")).contains("Un peu à la traîne"), "fr/{page}");
        // The address of a state, as classes and files have it, stays what it is; its usual word is gone.
        assert!(!text(&renamed, page).contains(">Behind<"), "{page}");
    }
    for page in ["index.html", "monitoring.html", "results.html", "all-indicators.html"] {
        assert!(text(&renamed, page).contains("Done and dusted"), "{page}");
        assert!(!text(&renamed, page).contains(">Achieved<"), "{page}");
    }
    // A sentence that names two states names them as well.
    assert!(text(&renamed, "monitoring.html").contains("1 of 1 indicators: Done and dusted or On track"));
    assert!(text(&renamed, "data/years.csv").contains(",behind,Lagging a bit,"));
    assert!(text(&renamed, "fr/data/years.csv").contains(",behind,Un peu à la traîne,"));
    // A language without a name of its own keeps the usual word.
    assert!(text(&renamed, "fr/data/years.csv").contains(",achieved,Atteint,"));
    assert!(text(&site(""), "data/years.csv").contains(",behind,Behind,"));
}

#[test]
fn cut_offs_decide_the_state_and_stand_in_the_method() {
    let usual = site("");
    assert!(text(&usual, "about.html").contains("90%") && text(&usual, "data/years.csv").contains(",behind,Behind,"));
    let kind = site("monitoring: {on-track: 0.7, behind: 0.5}\n");
    assert!(text(&kind, "about.html").contains("70%") && text(&kind, "about.html").contains("50%"));
    assert!(text(&kind, "data/years.csv").contains(",on-track,On track,"));
    assert!(text(&kind, "data/years.json").contains("\"state\":\"on-track\""));
}

#[test]
fn a_report_knows_nothing_of_later_years() {
    let bundle = site("");
    let first = text(&bundle, "reports/2024.html");
    assert!(first.contains("15\u{a0}houses") && !first.contains("92\u{a0}houses") && !first.contains(">fair<"));
    assert!(first.contains("60%"), "nine of fifteen were sold near by");
    let second = text(&bundle, "reports/2025.html");
    assert!(second.contains("92\u{a0}houses") && second.contains("+52") && second.contains(">fair<"));
    assert!(bundle.get("reports/2026.html").is_none(), "nothing is known of that year");
}

#[test]
fn what_a_reference_sheet_lacks_is_named() {
    let bundle = site("");
    let sheet = text(&bundle, "indicators/trust.html");
    let at = sheet.find("Not stated yet").expect("it says what is missing");
    assert!(sheet[at..].contains("Baseline") && sheet[at..].contains("Data source"));
    assert!(!sheet[at..].contains("Numerator"), "only a percentage has one");
    assert!(text(&bundle, "indicators/houses.html").contains("parts-houses-market"), "its parts are drawn");
}
