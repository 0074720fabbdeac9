//! The numbers of the example: status, list of rules, check and pages give the same ones, and what only those who write may know stays in their edition.

use std::path::Path;

use clustersite::bundle::Bundle;
use clustersite::check::{Outcome, check};
use clustersite::diag::Level;
use clustersite::model::{Audience, Freshness, Loaded, Visibility, load};
use clustersite::source::{Limits, Sources, read};
use clustersite::status::{Status, quality, status};
use clustersite::{Request, build};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 23);

/// The day is late enough for data to be overdue and activities to be late.
const LATER: jiff::civil::Date = jiff::civil::date(2027, 9, 1);

fn sources() -> Sources {
    read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there").0
}

fn run(sources: &Sources, today: jiff::civil::Date) -> (Loaded, Outcome, Status) {
    let loaded = load(sources, &[]);
    let outcome = check(sources, &loaded, today, None);
    let status = status(&loaded, &outcome, today);
    (loaded, outcome, status)
}

fn site(sources: &Sources, sees: Visibility) -> Bundle {
    let audience = Audience { sees, drafts: false };
    let request = Request { audience, profile: None, today: TODAY, at_root: false, theme: None };
    build(sources, &[], &request, &|| {}).bundle.expect("the example builds")
}

fn page<'b>(bundle: &'b Bundle, path: &str) -> &'b str {
    std::str::from_utf8(bundle.get(path).unwrap_or_else(|| panic!("there is no {path}"))).expect("UTF-8")
}

#[test]
fn status_and_check_count_alike() {
    let sources = sources();
    for today in [TODAY, LATER] {
        let (_, outcome, status) = run(&sources, today);
        let all = status.rules;
        assert_eq!(all.rules, outcome.rules.len());
        assert_eq!(all.rules, all.applied() + all.not_yet + all.off);
        let levels = [Level::Error, Level::Warning, Level::Note].map(|level| outcome.report.count(level));
        assert_eq!([all.errors, all.warnings, all.notes], levels);
        let tools = status.tools.iter().map(|tool| tool.rules).chain([status.general]);
        let (rules, findings) = tools.fold((0, 0), |(rules, findings), one| (rules + one.rules, findings + one.findings()));
        assert_eq!((rules, findings), (all.rules, outcome.report.len()));
        // Building adds the one rule about templates that only a build can apply.
        assert_eq!(clustersite::rules().len(), outcome.rules.len() + 1);
        let overdue = outcome.report.iter().filter(|found| found.rule.name == "measurement-overdue").count();
        assert_eq!(status.data.iter().filter(|data| data.state == Freshness::Overdue).count(), overdue);
        for language in status.languages.iter().filter(|language| language.translated < language.texts) {
            let said = format!("`{}`: {} of {} texts are translated", language.tag, language.translated, language.texts);
            assert!(outcome.report.iter().any(|found| found.message == said), "{said}");
        }
    }
    assert!(run(&sources, LATER).2.data.iter().any(|data| data.state == Freshness::Overdue), "the later day has overdue data");
}

#[test]
fn pages_show_the_numbers_of_the_status() {
    let sources = sources();
    let (_, outcome, status) = run(&sources, TODAY);
    let bundle = site(&sources, Visibility::Internal);
    let held = format!("{} of {}", status.rules.hold, status.rules.applied());
    assert!(page(&bundle, "status.html").contains(&held), "the status page says {held}");
    assert!(page(&bundle, "about.html").contains(&format!("{held} rules passed")), "the page about the site says {held}");
    for language in status.languages.iter().skip(1) {
        let share = format!("{} of {} texts", language.translated, language.texts);
        for path in ["status.html", "about.html"] {
            // Pages write thousands with a comma, as English does.
            assert!(page(&bundle, path).replace(',', "").contains(&share), "{path} says {share}");
        }
    }
    let notes = quality(&sources, &outcome);
    let html = page(&bundle, "quality.html");
    for rule in notes.tools.iter().flat_map(|tool| &tool.list) {
        assert!(html.contains(&format!("id=\"rule-{}\"", rule.standing.rule.name)), "{} is missing", rule.standing.rule.name);
    }
    let found: usize = notes.tools.iter().flat_map(|tool| &tool.list).map(|rule| rule.findings.len()).sum();
    assert_eq!(found, outcome.report.len());
    for stage in &status.questions {
        let answered = format!("{} of {} answered", stage.answered, stage.total);
        assert!(stage.total == 0 || page(&bundle, "readiness.html").contains(&answered), "{:?}: {answered}", stage.stage);
    }
}

#[test]
fn only_the_internal_edition_tells_how_the_files_are() {
    let sources = sources();
    for sees in [Visibility::Public, Visibility::Members] {
        let bundle = site(&sources, sees);
        for path in ["status.html", "quality.html", "gallery.html", "fr/status.html", "fr/quality.html"] {
            assert!(bundle.get(path).is_none(), "{path} for {sees:?}");
        }
        for (path, bytes) in bundle.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = std::str::from_utf8(bytes).expect("UTF-8");
            assert!(!html.contains("quality.html") && !html.contains("status.html"), "{path} leads there");
        }
    }
}

#[test]
fn what_is_empty_or_broken_has_a_status_too() {
    for files in
        [&[][..], &[("cluster.yaml", "name: [")], &[("cluster.yaml", "name: A\nlanguages: [ar]\nstage: transformation\n")]]
    {
        let sources = Sources::from_memory(files.iter().copied());
        let (_, outcome, status) = run(&sources, TODAY);
        assert_eq!(status.rules.findings(), outcome.report.len());
        assert!(
            status.tools.iter().all(|tool| tool.filled <= tool.fields && tool.percent().is_none_or(|percent| percent <= 100))
        );
        assert_eq!(status.questions.iter().map(|stage| stage.total).sum::<usize>(), 30);
        serde_json::to_string(&status).expect("it is JSON");
    }
}
