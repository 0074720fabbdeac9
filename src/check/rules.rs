//! Owns the registry of rules. A rule is a file of this folder and a line here; the rest (explanations, reference, tests) follows from it.

use std::collections::BTreeSet;

use super::Check;
use crate::diag::{Diagnostic, Profile, Rule};
use crate::model::{Loaded, fault::FAULTS};

macro_rules! checks {
    ($($module:ident,)*) => {
        $(mod $module;)*

        /// Every rule over the model, by name.
        pub static CHECKS: &[Check] = &[$($module::CHECK,)*];
    };
}

mod unknown_rule;
mod unused_allowance;

checks! {
    active_drawing,
    activity_before_its_dependency,
    activity_budget_exceeded,
    activity_depends_in_circle,
    activity_overdue,
    activity_reversed,
    activity_too_long,
    activity_without_dates,
    activity_without_deliverable,
    activity_without_goal,
    activity_without_responsible,
    adopted_without_decision,
    agreement_expired,
    agreement_essential_missing,
    agreement_heading_missing,
    alias_claimed_twice,
    alias_of_page,
    awareness_event_one_sided,
    awareness_event_without_agenda,
    awareness_event_without_outcome,
    back_office_assessed,
    bad_alias,
    baseline_after_target,
    benchmark_incomplete,
    benchmark_without_source,
    body_elected_by_itself,
    body_without_chair,
    body_without_meetings,
    body_without_tasks,
    brand_contrast,
    brand_font,
    brand_incomplete,
    broken_link,
    case_half_told,
    canvas_block_empty,
    cluster_without_sector,
    cluster_without_spatial_focus,
    costs_and_liquidity_disagree,
    critical_stakeholder_without_owner,
    demand_declined_and_answered,
    demand_unanswered,
    demand_without_actor,
    dependent_on_one_firm,
    diamond_determinant_missing,
    done_in_future,
    duty_without_return,
    empty_page,
    event_reversed,
    fees_without_costs,
    financing_and_liquidity_disagree,
    financing_row_incomplete,
    financing_shares_not_whole,
    field_without_goal,
    fees_unlike_financing,
    financing_total_zero,
    financing_unsecured,
    formation_cost_missing,
    founded_in_future,
    goal_budget_exceeded,
    free_rider_with_influence,
    goal_due_outside_period,
    goal_not_owned,
    goal_without_activity,
    goal_without_due_date,
    goal_without_field,
    goal_without_indicator,
    goal_without_need,
    goal_without_review,
    hypothesis_cut_short,
    hypothesis_not_observed,
    hypothesis_runs_backwards,
    hypothesis_without_assumption,
    hypothesis_without_indicator,
    guideline_part_missing,
    image_without_alternative,
    impact_in_one_hand,
    income_below_cost,
    impact_not_explained,
    indicator_category_missing,
    indicator_without_baseline,
    indicator_without_definition,
    indicator_without_frequency,
    indicator_without_goal,
    indicator_without_responsible,
    indicator_without_source,
    indicator_without_target,
    indicator_without_unit,
    intention_one_sided,
    intention_without_actor,
    internal_reference,
    label_expired,
    label_expiring,
    label_incomplete,
    label_without_measures,
    late_quick_win,
    liquidity_below_zero,
    liquidity_not_continuous,
    liquidity_plan_ends,
    legal_form_against_purpose,
    legal_form_unreasoned,
    location_outside_country,
    mapping_alone,
    mapping_duplicate,
    mapping_outdated,
    mapping_totals_implausible,
    mapping_without_figures,
    mapping_without_source,
    mapping_without_year,
    low_relevance_high_effort,
    market_without_reason,
    measurement_before_baseline,
    measurement_duplicate,
    measurement_gap,
    measurement_in_future,
    measurement_overdue,
    member_duties_missing,
    member_left_before_joining,
    member_survey_outdated,
    membership_years_disagree,
    member_without_fee,
    milestone_outside_activity,
    mission_missing,
    mission_reversed,
    mission_without_outcome,
    mission_without_purpose,
    monitoring_begins_late,
    more_answers_than_asked,
    news_in_future,
    no_cost_structure,
    no_critical_mass,
    no_fee_based_service,
    no_driver_among_actors,
    no_full_time_core,
    no_governing_body,
    no_legal_form,
    no_liquidity_plan,
    no_management_unit,
    no_member_feedback,
    no_quick_win,
    no_sector_association,
    opening_balance_disagrees,
    opening_balance_missing,
    objective_without_goal,
    outcomes_skipped,
    page_too_heavy,
    partner_without_joint_aim,
    parts_exceed_total,
    percentage_of_what,
    percentage_out_of_range,
    picture_too_large,
    place_without_location,
    plan_not_reviewed,
    policy_level_missing,
    policy_unplaced,
    policy_without_strategy,
    portfolio_without_members_view,
    price_against_portfolio,
    private_financing_alone,
    private_share_not_growing,
    progress_cutoffs_out_of_order,
    process_step_unknown,
    process_without_owner,
    process_without_steps,
    project_for_its_office,
    project_income_unexplained,
    project_phase_outside,
    project_reversed,
    project_without_executing_body,
    project_without_goal,
    project_without_manager,
    project_without_target_group,
    realignment_without_actors,
    reporting_circle,
    restricted_path,
    results_not_in_proportion,
    revenue_streams_differ,
    review_overdue,
    satisfaction_survey_impossible,
    security_contact_expired,
    segment_without_approach,
    service_incomplete,
    service_without_need,
    service_without_price,
    service_without_provider,
    service_without_trust,
    single_financing_source,
    staff_development_missing,
    skill_missing_in_team,
    staff_not_assessed,
    stakeholder_without_measure,
    strategy_by_consultants_alone,
    strategy_component_missing,
    strategy_period_reversed,
    survey_not_repeated,
    survey_without_findings,
    swot_field_empty,
    swot_origin_confused,
    target_against_direction,
    target_group_without_message,
    text_in_number,
    too_few_goals,
    too_few_take_part,
    too_many_goals,
    triple_helix_incomplete,
    trust_too_early,
    unknown_dimension,
    unknown_theme,
    unreadable_image,
    unreadable_map,
    unsafe_file,
    unsafe_link,
    untranslated_text,
    unused_asset,
    value_chain_circle,
    value_chain_step_unlinked,
    vision_missing,
    weakness_unanswered,
    white_spot_without_measure,
}

/// Every rule there is, the loader's faults included, by name.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = CHECKS.iter().map(|check| &check.rule).collect();
    rules.extend(FAULTS);
    rules.extend([&unknown_rule::RULE, &unused_allowance::RULE]);
    rules.sort_by_key(|rule| rule.name);
    rules
}

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules().into_iter().find(|rule| rule.name == name)
}

/// What is wrong with the authors' own settings of rules: names that are none, allowances that allow nothing or lack a reason.
pub(super) fn about_allowances(loaded: &Loaded, used: &BTreeSet<usize>, profile: Profile) -> Vec<Diagnostic> {
    let mut found = unknown_rule::find(loaded);
    found.extend(unused_allowance::find(loaded, used));
    for diagnostic in &mut found {
        diagnostic.level = diagnostic.rule.class.level(profile);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::diag::{Class, Example};
    use crate::model::load;
    use crate::source::{SkipReason, Skipped, Sources};

    /// Rules whose bad example shows what can't be written in a comment; [`what_no_text_can_show_is_found_all_the_same`] has it in bytes.
    const SHOWN_ONLY: &[&str] = &["alias-budget", "not-utf-8", "picture-too-large", "too-deep", "unread-file"];

    /// The findings of one rule, and all faults: rule, path, line.
    fn found(rule: &Rule, mut files: Vec<(String, Vec<u8>)>, skipped: &[Skipped]) -> Vec<(String, String, usize)> {
        if !files.iter().any(|(path, _)| path == "cluster.yaml") {
            files.push(("cluster.yaml".to_owned(), b"name: Valmont Timber\nlanguages: [en, fr]\n".to_vec()));
        }
        let sources = Sources::from_memory(files);
        let today = jiff::civil::date(2026, 6, 30);
        let outcome = check(&sources, &load(&sources, skipped), today, Some(Profile::Publish));
        let about = outcome.report.iter().filter(|found| found.rule == rule || found.rule.class == Class::Fault);
        let place = |found: &Diagnostic| {
            found.span.map_or((String::new(), 0), |span| {
                (sources.file(span.file).path.clone(), sources.line_column(span.file, span.start).line)
            })
        };
        about.map(|found| (found.rule.name.to_owned(), place(found).0, place(found).1)).collect()
    }

    /// The same in an example.
    fn found_in(rule: &Rule, example: &Example) -> Vec<(String, String, usize)> {
        found(rule, example.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes())).collect(), &[])
    }

    #[test]
    fn every_rule_explains_itself_and_its_examples_run() {
        let mut faults = Vec::new();
        for rule in rules() {
            let manual = rule.manual();
            let sentences = manual.explanation.join(" ").matches(". ").count() + manual.explanation.len();
            if manual.title.is_empty() || sentences < 2 || rule.basis.is_empty() || manual.good.files.is_empty() {
                faults.push(format!("{}: no title, basis, good example, or fewer than two sentences of explanation", rule.name));
                continue;
            }
            let marked = manual.bad.marked.clone().map(|(path, line)| (rule.name.to_owned(), path, line));
            let bad = found_in(rule, &manual.bad);
            let runs = !SHOWN_ONLY.contains(&rule.name);
            if marked.is_none() || runs && bad != marked.iter().cloned().collect::<Vec<_>>() {
                faults.push(format!("{}: the bad example gives {bad:?} in place of {marked:?}", rule.name));
            }
            let good = found_in(rule, &manual.good);
            if !good.is_empty() {
                faults.push(format!("{}: the good example gives {good:?}", rule.name));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn what_no_text_can_show_is_found_all_the_same() {
        let copies: String = (0..25_000).map(|number| format!("copy-{number}: *first\n")).collect();
        let bomb = format!("original: &first\n  title: Grading\n  description: And drying\n{copies}");
        let deep = format!("grading:\n  title: Grading\n  description: {}{}\n", "[".repeat(100), "]".repeat(100));
        let cases: [(&str, &str, Vec<u8>, Option<usize>); 3] = [
            ("not-utf-8", "members.csv", b"id,name,kind\ndufour,Scierie du Pr\xe9,sme\n".to_vec(), Some(2)),
            ("alias-budget", "strategy/fields.yaml", bomb.into_bytes(), None),
            ("too-deep", "strategy/fields.yaml", deep.into_bytes(), Some(3)),
        ];
        for (name, path, bytes, line) in cases {
            let rule = rule(name).unwrap();
            let found = found(rule, vec![(path.to_owned(), bytes)], &[]);
            let about: Vec<_> = found.iter().filter(|(found, ..)| found == name).collect();
            assert_eq!(about.len(), 1, "{name}: {found:?}");
            assert!(about[0].1 == path && line.is_none_or(|line| line == about[0].2), "{name}: {found:?}");
        }
        let picture = |width: u32, height: u32, end: &[u8]| {
            let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
            bytes.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
            bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
            bytes.extend(end);
            bytes
        };
        let whole = b"\0\0\0\0IEND\0\0\0\0";
        let heavy = [vec![0; 9_000_000], whole.to_vec()].concat();
        for (name, bytes) in [
            ("picture-too-large", picture(6000, 4000, whole)),
            ("picture-too-large", picture(60, 40, &heavy)),
            ("unreadable-image", picture(60_000, 40_000, whole)),
            ("unreadable-image", picture(60, 40, b"")),
        ] {
            let page = b"---\ntitle: Kiln\n---\n![The kiln](assets/kiln.png)\n".to_vec();
            let files = vec![("pages/kiln.md".to_owned(), page), ("assets/kiln.png".to_owned(), bytes)];
            let expected = vec![(name.to_owned(), "pages/kiln.md".to_owned(), 4)];
            assert_eq!(found(rule(name).unwrap(), files, &[]), expected);
        }
        let skipped = |path: &str, reason| Skipped { path: path.to_owned(), reason };
        let left_out = [
            skipped("services", SkipReason::Link),
            skipped("strategy/goals.yaml", SkipReason::TooLarge { limit: 16 << 20 }),
            skipped("assets/film.mp4", SkipReason::TooLarge { limit: 64 << 20 }),
            skipped("drafts/link", SkipReason::Link),
            skipped("socket", SkipReason::Special),
        ];
        let found = found(rule("unread-file").unwrap(), Vec::new(), &left_out);
        assert_eq!(found, vec![("unread-file".to_owned(), String::new(), 0); 3]);
    }

    #[test]
    fn names_are_unique_and_kebab_case() {
        let rules = rules();
        assert!(rules.windows(2).all(|pair| pair[0].name < pair[1].name));
        assert!(rules.iter().all(|rule| crate::model::Id::is_valid(rule.name)));
    }
}
