//! The registry of charts: every picture that the site can make, with a small made-up case of each; apart so that gallery and tests show them all.

use super::{Frame, Picture};
use super::{
    award, bars, benchmark, brand_sheet, bubble, canvas, case, chain, compared_shares, cross, diamond, flow, gantt, house,
    hypotheses, interests, ladder, legal_form, line, liquidity, map, matrix, membership, multiples, organigram, participation,
    policy_map, portfolio, process_flow, skills, sparkline, stacked, stacked_shares, tally, thread, track, trust_ladder,
    value_chain,
};

/// Picks the English or the Arabic of two texts: made-up cases are told in one language of each direction.
pub type Say<'a> = &'a dyn Fn(&str, &str) -> String;

/// A kind of picture.
#[derive(Clone, Copy)]
pub struct Chart {
    /// Its name: that of its file, and of its message `gallery.kind.NAME`.
    pub name: &'static str,
    /// Draws a made-up case.
    pub demo: fn(&Frame<'_>, Say<'_>) -> Option<Picture>,
}

/// Every kind of picture, in the order of the gallery.
pub const CHARTS: &[Chart] = &[
    Chart { name: "track", demo: |frame, say| track::draw(frame, &track::demo(say)) },
    Chart { name: "house", demo: |frame, say| house::draw(frame, &house::demo(say)) },
    Chart { name: "ladder", demo: |frame, say| ladder::draw(frame, &ladder::demo(say)) },
    Chart { name: "line", demo: |frame, say| line::draw(frame, &line::demo(say)) },
    Chart { name: "gantt", demo: |frame, say| gantt::draw(frame, &gantt::demo(say)) },
    Chart { name: "organigram", demo: |frame, say| organigram::draw(frame, &organigram::demo(say)) },
    Chart { name: "stacked_shares", demo: |frame, say| stacked_shares::draw(frame, &stacked_shares::demo(say)) },
    Chart { name: "compared_shares", demo: |frame, say| compared_shares::draw(frame, &compared_shares::demo(say)) },
    Chart { name: "stacked", demo: |frame, say| stacked::draw(frame, &stacked::demo(say)) },
    Chart { name: "liquidity", demo: |frame, say| liquidity::draw(frame, &liquidity::demo(say)) },
    Chart { name: "portfolio", demo: |frame, say| portfolio::draw(frame, &portfolio::demo(say)) },
    Chart { name: "trust_ladder", demo: |frame, say| trust_ladder::draw(frame, &trust_ladder::demo(say)) },
    Chart { name: "bars", demo: |frame, say| bars::draw(frame, &bars::demo(say)) },
    Chart { name: "matrix", demo: |frame, say| matrix::draw(frame, &matrix::demo(say)) },
    Chart { name: "interests", demo: |frame, say| interests::draw(frame, &interests::demo(say)) },
    Chart { name: "skills", demo: |frame, say| skills::draw(frame, &skills::demo(say)) },
    Chart { name: "case", demo: |frame, say| case::draw(frame, &case::demo(say)) },
    Chart { name: "map", demo: |frame, say| map::demo(frame, say) },
    Chart { name: "chain", demo: |frame, say| chain::draw(frame, &chain::demo(say)) },
    Chart { name: "bubble", demo: |frame, say| bubble::draw(frame, &bubble::demo(say)) },
    Chart { name: "value_chain", demo: |frame, say| value_chain::draw(frame, &value_chain::demo(say)) },
    Chart { name: "diamond", demo: |frame, say| diamond::draw(frame, &diamond::demo(say)) },
    Chart { name: "policy_map", demo: |frame, say| policy_map::draw(frame, &policy_map::demo(say)) },
    Chart { name: "membership", demo: |frame, say| membership::draw(frame, &membership::demo(say)) },
    Chart { name: "benchmark", demo: |frame, say| benchmark::draw(frame, &benchmark::demo(say)) },
    Chart { name: "award", demo: |frame, say| award::draw(frame, &award::demo(say)) },
    Chart { name: "partners", demo: |frame, say| map::partners::demo(frame, say) },
    Chart { name: "flow", demo: |frame, say| flow::draw(frame, &flow::demo(say)) },
    Chart { name: "canvas", demo: |frame, say| canvas::draw(frame, &canvas::demo(say)) },
    Chart { name: "cross", demo: |frame, say| cross::draw(frame, &cross::demo(say)) },
    Chart { name: "thread", demo: |frame, say| thread::draw(frame, &thread::demo(say)) },
    Chart { name: "hypotheses", demo: |frame, say| hypotheses::draw(frame, &hypotheses::demo(say)) },
    Chart { name: "participation", demo: |frame, say| participation::draw(frame, &participation::demo(say)) },
    Chart { name: "multiples", demo: |frame, say| multiples::draw(frame, &multiples::demo(say)) },
    Chart { name: "tally", demo: |frame, say| tally::draw(frame, &tally::demo(say)) },
    Chart { name: "legal_form", demo: |frame, say| legal_form::draw(frame, &legal_form::demo(say)) },
    Chart { name: "brand_sheet", demo: |frame, say| brand_sheet::draw(frame, &brand_sheet::demo(say)) },
    Chart { name: "process_flow", demo: |frame, say| process_flow::draw(frame, &process_flow::demo(say)) },
    Chart { name: "sparkline", demo: |frame, say| sparkline::draw(frame, &sparkline::demo(say)) },
];
