//! Owns tests of what the rules' own examples can't show: their other branches, and that a rule keeps silent where it should.

use super::{check, rules};
use crate::diag::{Level, Profile};
use crate::model::load;
use crate::source::Sources;

/// Path and text.
type File = (&'static str, &'static str);

const TIMBER: File = ("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\nstage: transformation\n");
/// Without a stage, which is the first.
const STARTED: File = ("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\n");
const ESTABLISHED: File = ("cluster.yaml", "name: Valmont Timber\nlanguages: [en]\nstage: establishment\n");

/// What one rule finds on 30 June 2026, as `path:line message`.
fn found(rule: &str, files: &[File]) -> Vec<String> {
    assert!(rules::rule(rule).is_some(), "there is no rule {rule}");
    let sources = Sources::from_memory(files.iter().copied());
    let outcome = check(&sources, &load(&sources, &[]), jiff::civil::date(2026, 6, 30), Some(Profile::Publish));
    let about = outcome.report.iter().filter(|found| found.rule.name == rule);
    about
        .map(|found| {
            let span = found.span.unwrap();
            let line = sources.line_column(span.file, span.start).line;
            format!("{}:{line} {}", sources.file(span.file).path, found.message)
        })
        .collect()
}

#[test]
fn other_branches_speak_too() {
    let plan = "strategy/strategy.yaml";
    let activities = "strategy/activities.yaml";
    let indicators = "monitoring/indicators.yaml";
    let cases: &[(&str, &[File], &[&str])] = &[
        (
            "adopted-without-decision",
            &[
                TIMBER,
                (plan, "status: adopted\nadopted:\n  by: board\n  on: 2026-07-01\n"),
                ("governance/bodies.yaml", "board: {title: Board, kind: executive-board}\n"),
            ],
            &["strategy/strategy.yaml:4 the strategy is adopted by a decision of 2026-07-01, which has not come yet"],
        ),
        (
            "reporting-circle",
            &[
                TIMBER,
                (
                    "governance/bodies.yaml",
                    "a: {title: A, kind: other, reports-to: a}\nb: {title: B, kind: other, reports-to: d}\n\
                     c: {title: C, kind: other, reports-to: b}\nd: {title: D, kind: other, reports-to: b}\n",
                ),
            ],
            &[
                "governance/bodies.yaml:1 the body `a` reports to itself",
                "governance/bodies.yaml:2 the body `b` reports to itself in a circle of 2 bodies",
            ],
        ),
        (
            "plan-not-reviewed",
            &[TIMBER, (plan, "title: Our plan\nperiod: {start: 2025, end: 2028}\n"), (activities, "a: {title: A}\n")],
            &["strategy/strategy.yaml:1 no review of the plan is listed since 2025-01-01, more than 12 months ago"],
        ),
        (
            "review-overdue",
            &[TIMBER, ("strategy/goals.yaml", "a:\n  title: A\n  review: 2026-06-29\nb:\n  title: B\n  review: 2026-06-30\n")],
            &["strategy/goals.yaml:3 the review of the goal `a` was due on 2026-06-29"],
        ),
        (
            "done-in-future",
            &[TIMBER, (activities, "a:\n  title: A\n  start: 2026-06-01\n  end: 2026-07-01\n  status: done\n")],
            &["strategy/activities.yaml:5 the activity `a` is done but ends only on 2026-07-01"],
        ),
        (
            "milestone-outside-activity",
            &[TIMBER, (activities, "a:\n  title: A\n  start: 2026-06-01\n  milestones:\n    - {title: M, date: 2026-05-01}\n")],
            &["strategy/activities.yaml:5 a milestone of `a` lies on 2026-05-01, before the activity"],
        ),
        (
            "activity-too-long",
            &[
                TIMBER,
                (
                    activities,
                    "a: {title: A, start: 2026-01-01, end: 2026-12-31}\nb: {title: B, start: 2026-01-01, end: 2027-01-01}\n",
                ),
            ],
            &["strategy/activities.yaml:2 the activity `b` lasts longer than 12 months and has no milestone"],
        ),
        (
            "project-reversed",
            &[
                TIMBER,
                (
                    "projects.yaml",
                    "a:\n  title: A\n  phases:\n    - {title: P, start: 2026-01-01, end: 2026-02-01}\n    - {title: Q, start: 2026-02-01, end: 2026-01-01}\n",
                ),
            ],
            &["projects.yaml:5 phase 2 of the project `a` ends on 2026-01-01, before it starts on 2026-02-01"],
        ),
        (
            "target-against-direction",
            &[
                TIMBER,
                (
                    indicators,
                    "a:\n  title: A\n  category: outcome\n  measure: unit\n  direction: maintain\n  tolerance: 2\n  baseline: {value: 90, date: 2025-01-01}\n  targets:\n    - {value: 93, date: 2026-01-01}\n    - {value: 88, date: 2027-01-01}\n\
                     b:\n  title: B\n  category: outcome\n  measure: unit\n  direction: decrease\n  baseline: {value: 1, date: 2025-01-01}\n  targets: [{value: 2, date: 2026-01-01}]\n",
                ),
            ],
            &["monitoring/indicators.yaml:17 the target 2 of `b` does not fit `decrease` from 1"],
        ),
        (
            "measurement-overdue",
            &[
                TIMBER,
                (
                    indicators,
                    "finished: {title: A, category: outcome, measure: unit, frequency: monthly, targets: [{value: 1, date: 2024-12-31}]}\n\
                     once: {title: B, category: outcome, measure: unit, frequency: once, targets: [{value: 1, date: 2026-04-30}]}\n\
                     grace: {title: C, category: outcome, measure: unit, frequency: monthly, baseline: {value: 1, date: 2026-04-01}}\n\
                     begun: {title: D, category: outcome, measure: unit, frequency: monthly, baseline: {value: 1, date: 2026-03-01}}\n",
                ),
                ("monitoring/measurements.csv", "indicator,period,value\nfinished,2024,1\n"),
            ],
            &[
                "monitoring/indicators.yaml:2 the indicator `once` was to be measured by 2026-04-30; nothing has been measured yet",
                "monitoring/indicators.yaml:4 the indicator `begun` was to be measured by 2026-04-01; nothing has been measured yet",
            ],
        ),
        (
            "percentage-out-of-range",
            &[
                TIMBER,
                (
                    indicators,
                    "a:\n  title: A\n  category: outcome\n  measure: percentage\n  targets:\n    - {value: 100, date: 2026-01-01}\n    - {value: 101, date: 2027-01-01}\n",
                ),
                ("monitoring/measurements.csv", "indicator,period,value\na,2025,-1\na,2026,0\n"),
            ],
            &[
                "monitoring/indicators.yaml:7 101 is no percentage, which `a` is measured in",
                "monitoring/measurements.csv:2 -1 is no percentage, which `a` is measured in",
            ],
        ),
        (
            "single-financing-source",
            &[
                TIMBER,
                (
                    "finance/financing.csv",
                    "source,year,amount\nprojects,2024,5\nprojects,2025,5\nsponsoring,2025,0\nprojects,2027,5\n",
                ),
            ],
            &["finance/financing.csv:3 all the money of 2025 comes from one source, `projects`"],
        ),
        ("no-legal-form", &[ESTABLISHED], &["cluster.yaml:1 the cluster organisation has no legal form"]),
    ];
    for (rule, files, expected) in cases {
        assert_eq!(found(rule, files), *expected, "{rule}");
    }
}

#[test]
fn rules_keep_silent_where_nothing_can_be_asked_for() {
    let cases: &[(&str, &[File])] = &[
        // Before its stage, or before its section has been begun.
        ("no-legal-form", &[STARTED]),
        ("swot-field-empty", &[ESTABLISHED]),
        ("no-sector-association", &[ESTABLISHED]),
        ("indicator-category-missing", &[ESTABLISHED]),
        ("single-financing-source", &[ESTABLISHED]),
        ("dependent-on-one-firm", &[TIMBER, ("members.csv", "id,name,kind,employees\na,A,sme,900\nb,B,sme,1\nc,C,sme,\n")]),
        // Where a file could not be read whole, it may hold what seems to be missing.
        ("no-legal-form", &[ESTABLISHED, ("governance/governance.yaml", "legal-form: [\n")]),
        ("strategy-component-missing", &[ESTABLISHED, ("services.yaml", "a: {title: [\n")]),
        // Drafts, and what was given up.
        (
            "activity-without-goal",
            &[TIMBER, ("strategy/activities.yaml", "a: {title: A, status: draft}\nb: {title: B, status: cancelled}\n")],
        ),
        ("service-without-price", &[TIMBER, ("services.yaml", "a: {title: A, status: ended}\n")]),
        ("project-without-goal", &[TIMBER, ("projects.yaml", "a: {title: A, status: cancelled}\n")]),
        // What has been told of as a fault already.
        ("goal-without-due-date", &[TIMBER, ("strategy/goals.yaml", "a: {title: A, due: soon}\n")]),
    ];
    for (rule, files) in cases {
        assert_eq!(found(rule, files), Vec::<String>::new(), "{rule} {files:?}");
    }
}

#[test]
fn a_reporting_circle_is_an_error_in_drafts_too() {
    let bodies = ("governance/bodies.yaml", "a: {title: A, kind: other, reports-to: a}\n");
    let sources = Sources::from_memory([TIMBER, bodies]);
    let outcome = check(&sources, &load(&sources, &[]), jiff::civil::date(2026, 6, 30), Some(Profile::Draft));
    assert_eq!(outcome.report.count(Level::Error), 1);
}
