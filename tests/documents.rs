//! The documents beside the whole strategy: what the example prints, what an audience may not see of it, and what is said of mistakes in `print`.

use std::collections::BTreeSet;
use std::path::Path;

use clustersite::bundle::Bundle;
use clustersite::check::check;
use clustersite::diag::Profile;
use clustersite::model::kinds::document::Section;
use clustersite::model::{Audience, Choice, Visibility, load};
use clustersite::plan::{Plan, Route};
use clustersite::source::{Limits, Sources, read};
use clustersite::{Built, Request, build};
use jiff::civil::date;

fn request(sees: Visibility) -> Request {
    Request {
        audience: Audience { sees, drafts: false },
        profile: Some(Profile::Draft),
        today: date(2026, 11, 23),
        at_root: false,
        theme: None,
    }
}

fn made(sources: &Sources, sees: Visibility) -> Built {
    let built = build(sources, &[], &request(sees), &|| {});
    let told = || built.report.iter().map(|found| found.message.clone()).collect::<Vec<_>>();
    assert!(built.bundle.is_some(), "{:#?}", told());
    built
}

fn example() -> Sources {
    read(Path::new("example-cluster"), &Limits::default(), &[]).expect("the example is there").0
}

fn html<'b>(bundle: &'b Bundle, path: &str) -> &'b str {
    std::str::from_utf8(bundle.get(path).unwrap_or_else(|| panic!("{path} is there"))).expect("pages are UTF-8")
}

/// A small cluster with two goals, one of them for the office alone.
fn small(print: &str) -> Sources {
    Sources::from_memory([
        ("cluster.yaml", format!("name: Wood\nlanguages: [en]\n{print}")),
        (
            "strategy/goals.yaml",
            "timber: {title: More timber, body: \"See [the other](goal:secret), [news](news:fair) and [this](goal:timber).\"}\nsecret: {title: Hush, visibility: internal}\n".to_owned(),
        ),
        ("news.yaml", "fair: {title: At the fair, date: 2026-05-01, body: Well.}\n".to_owned()),
        ("monitoring/indicators.yaml", "jobs: {title: Jobs, category: impact, measure: unit, goals: [timber]}\n".to_owned()),
        ("monitoring/measurements.csv", "indicator,period,value\njobs,2025,8\n".to_owned()),
    ])
}

#[test]
fn every_document_of_the_example_is_there_in_every_language() {
    let built = made(&example(), Visibility::Public);
    let names: BTreeSet<&str> = built.documents.iter().map(|document| document.name.as_str()).collect();
    let wanted = [
        "strategy",
        "executive-summary",
        "profile",
        "monitoring-report-2025",
        "goal-public-building",
        "service-catalogue",
        "board-paper",
    ];
    assert_eq!(names, BTreeSet::from(wanted));
    assert_eq!(built.documents.len(), names.len() * 3);
    assert_eq!(built.documents[0].name, "strategy");
    let bundle = built.bundle.expect("built");
    for document in &built.documents {
        let html = html(&bundle, &document.path);
        assert!(bundle.get(&document.path.replace(".html", ".css")).is_some(), "{} has its sheet", document.path);
        let bare = ["executive-summary", "profile"].contains(&document.name.as_str());
        assert_eq!(html.contains("class=\"contents\""), !bare, "{}", document.path);
        assert!(!html.contains("<!--"), "{} is whole", document.path);
    }
    let offered = html(&bundle, "documents.html");
    for name in wanted.iter().skip(1) {
        assert!(offered.contains(&format!("href=\"print/{name}/index.html\"")), "{name} is offered");
    }
}

#[test]
fn sections_are_the_chapters_of_the_whole_strategy() {
    let loaded = load(&example(), &[]);
    let plan = Plan::new(&loaded.model, &loaded.languages, None);
    let designed = [Section::Summary, Section::OnePage, Section::Report, Section::Indicators];
    let sections: BTreeSet<&str> = Section::ALL
        .iter()
        .filter(|section| !designed.contains(section))
        .filter_map(|one| plan.chapter(*one))
        .map(Route::stem)
        .collect();
    let chapters: BTreeSet<&str> = plan.routes().iter().filter(|route| route.is_chapter()).map(Route::stem).collect();
    assert_eq!(sections, chapters);
}

#[test]
fn a_document_on_a_goal_has_what_serves_it_and_no_more() {
    let print = "print: [{document: goal, goal: timber}, {document: goal, goal: secret}]\n";
    let public = made(&small(print), Visibility::Public);
    let names: Vec<&str> = public.documents.iter().map(|document| document.name.as_str()).collect();
    assert_eq!(names, ["strategy", "goal-timber"], "what nobody may see has no document");
    let internal = made(&small(print), Visibility::Internal).bundle.expect("built");
    let timber = html(&internal, "print/goal-timber/index.html");
    assert!(timber.contains("id=\"goal-timber\"") && !timber.contains("id=\"goal-secret\""), "{timber}");
    assert!(timber.contains("id=\"indicator-jobs\""), "{timber}");
}

#[test]
fn links_lead_into_the_document_or_to_the_site_or_are_words() {
    let print = "print: [{document: goal, goal: timber}]\n";
    let path = "print/goal-timber/index.html";
    let bare = made(&small(print), Visibility::Internal).bundle.expect("built");
    assert!(html(&bare, path).contains("See the other, news and <a href=\"#goal-timber\">this</a>."), "{}", html(&bare, path));
    let known = made(&small(&format!("site: {{url: \"https://wood.example/plan/\"}}\n{print}")), Visibility::Internal);
    let known = known.bundle.expect("built");
    let html = html(&known, path);
    assert!(html.contains("<a href=\"https://wood.example/plan/goals/secret.html\">the other</a>"), "{html}");
    assert!(html.contains("<a href=\"https://wood.example/plan/news/fair.html\">news</a>"), "{html}");
}

#[test]
fn paper_and_side_are_those_of_the_document() {
    let print = "print: [{document: profile, paper: letter}, {name: plan, title: Plan, sections: [goals], landscape: true}]\n";
    let bundle = made(&small(print), Visibility::Internal).bundle.expect("built");
    assert!(html(&bundle, "print/profile/index.css").contains("@page { size: letter;"));
    assert!(html(&bundle, "print/plan/index.css").contains("@page { size: A4 landscape;"));
    assert!(html(&bundle, "print/index.css").contains("@page { size: A4;"));
}

#[test]
fn mistakes_are_told_where_they_are() {
    let cases = [
        ("print: [{document: summary}]", "unknown-word", (3, 20)),
        ("print: [{name: a, title: A, sections: [goals, gaols]}]", "unknown-word", (3, 47)),
        ("print: [{document: goal, goal: timbre}]", "unknown-id", (3, 32)),
        ("print: [{document: goal}]", "print-incomplete", (3, 20)),
        ("print: [{document: monitoring-report}]", "print-incomplete", (3, 20)),
        ("print: [{name: a, sections: [goals]}]", "print-incomplete", (3, 30)),
        ("print: [{title: A, sections: [goals]}]", "print-name", (3, 31)),
        ("print: [{document: profile}, {document: profile}]", "print-name", (3, 41)),
        ("print: [{document: profile, name: all}]", "print-name", (3, 35)),
        ("print: [{document: monitoring-report, year: 2031}]", "print-year-unmeasured", (3, 45)),
        ("print: [{name: a, title: A, sections: [goals, swot]}]", "print-section-empty", (3, 47)),
        ("print: [{document: profile, paper: a5}]", "unknown-word", (3, 36)),
    ];
    for (print, rule, place) in cases {
        let sources = small(&format!("{print}\n"));
        let outcome = check(&sources, &load(&sources, &[]), date(2026, 11, 23), Some(Profile::Publish));
        let found: Vec<(&str, (usize, usize), bool)> = outcome
            .report
            .iter()
            .filter_map(|found| {
                let span = found.span?;
                let at = sources.line_column(span.file, span.start);
                let about = sources.file(span.file).path == "cluster.yaml" && at.line == 3;
                about.then_some((found.rule.name, (at.line, at.column), found.help.is_some()))
            })
            .collect();
        assert_eq!(found, [(rule, place, true)], "{print}");
    }
}
