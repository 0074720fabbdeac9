//! Owns the pictures of what hangs together: demands and goals, goals and fields, the thread through goals, and the canvas.

use super::{Desk, Picture, from_page, picture, words};
use crate::chart::{canvas as blocks, cross, flow, thread as chart};
use crate::lang::Arg;
use crate::model::kinds::canvas::{Block, Canvas};
use crate::model::kinds::indicator::Indicator;
use crate::model::kinds::swot::Quadrant;
use crate::model::thread::Link;
use crate::model::{Choice, Entry, Ranked, State, Thread};
use crate::page::thread::{self, Titled};
use crate::page::{canvas, cards};
use crate::plan::{Route, Topic};

/// Demands in their rank, and the goals that answer them.
pub(in crate::page) fn demands(desk: &Desk<'_>, ranked: &[Ranked<'_>]) -> Option<Picture> {
    let relations = desk.site.relations;
    let scored = ranked.iter().any(|one| one.points > 0);
    let goals: Vec<_> = (desk.model().goals.iter())
        .filter(|goal| !relations.demands(goal.id()).is_empty())
        .map(|goal| (goal.id(), goal))
        .collect();
    let item = |one: &Ranked<'_>| {
        let answered = relations.goals_of_demand(one.demand.id());
        let to = answered.iter().filter_map(|goal| goals.iter().position(|(id, _)| *id == goal.id()));
        let end = match (&one.demand.declined, thread::sees_all(desk)) {
            (Some(_), _) => desk.say("chart.demands.declined"),
            (None, true) => desk.say("chart.demands.open"),
            (None, false) => String::new(),
        };
        flow::Item {
            rank: one.rank,
            label: desk.bare(&one.demand.title),
            value: if scored { f64::from(one.points) } else { one.actors as f64 },
            voices: one.actors as f64,
            to: to.collect(),
            end,
            href: from_page(desk, desk.href_of(one.demand)),
        }
    };
    let value = if scored { "chart.demands.points" } else { "chart.demands.actors" };
    let [items, answers, top] = words(desk, ["thread.demands", "page.strategy.goals", "chart.demands.top"]);
    let input = flow::Flow {
        items: ranked.iter().map(item).collect(),
        answers: goals
            .iter()
            .map(|(_, goal)| flow::Answer { label: desk.bare(&goal.title), href: from_page(desk, desk.href_of(*goal)) })
            .collect(),
        top: ranked.iter().filter(|one| one.top).count(),
        words: flow::Words { items: format!("{items} · {}", desk.say(value)), answers, top },
        head: words(desk, ["label.rank", "label.demand", value, "chart.demands.actors", "page.demands.answered-by"]),
    };
    let first = ranked.first()?;
    let (name, strength) = (desk.bare(&first.demand.title), crate::page::demands::strength(desk, first));
    let args = [("count", Arg::Count(ranked.len() as u64)), ("name", Arg::Text(&name)), ("strength", Arg::Text(&strength))];
    let description = desk.locale.format("chart.demands.description", &args);
    picture(desk, "demands", &desk.say("chart.demands.title"), &description, &|frame| flow::draw(frame, &input))
}

/// Which goal belongs to which field of action, and how many services of the field serve it.
pub(in crate::page) fn fields(desk: &Desk<'_>) -> Option<Picture> {
    let (model, relations) = (desk.model(), desk.site.relations);
    let mut marks = Vec::new();
    for (row, goal) in model.goals.iter().enumerate() {
        for (column, field) in model.fields.iter().enumerate() {
            let belongs = relations.fields(goal.id()).iter().any(|known| known.id() == field.id());
            let serving = relations.services(goal.id()).iter().filter(|service| {
                let mut fields = model.all(&service.fields);
                fields.any(|known| known.id() == field.id())
            });
            let services = serving.count();
            let kind = match (belongs, services) {
                (true, 1..) => 0,
                (true, 0) => 1,
                (false, 1..) => 2,
                (false, 0) => continue,
            };
            let note = desk.locale.format("count.services", &[("count", Arg::Count(services as u64))]);
            let number = (services > 0).then_some(services as f64);
            marks.push(cross::Mark { row, column, kind, number, note: if services > 0 { note } else { String::new() } });
        }
    }
    let [goal, fields, services, link, nothing] =
        words(desk, ["label.goal", "label.fields", "nav.services", "label.link", "thread.gap.field"]);
    let input = cross::Cross {
        rows_title: goal,
        rows: model.goals.iter().map(|goal| line(desk, goal)).collect(),
        columns_title: fields,
        columns: model.fields.iter().map(|field| line(desk, field)).collect(),
        marks,
        kinds: words(desk, ["chart.fields.both", "chart.fields.named", "chart.fields.services"]),
        head: [link, services],
        nothing: Some(nothing).filter(|_| thread::sees_all(desk)),
    };
    let (title, description) = (desk.say("chart.fields.title"), desk.say("chart.fields.description"));
    picture(desk, "fields", &title, &description, &|frame| cross::draw(frame, &input))
}

fn line<T: Titled>(desk: &Desk<'_>, entry: &Entry<T>) -> cross::Line {
    cross::Line { label: desk.bare(entry.title()), href: from_page(desk, desk.href_of(entry)) }
}

/// The canvas on one page.
pub(in crate::page) fn canvas(desk: &Desk<'_>, canvas: &Canvas) -> Option<Picture> {
    let page = desk.href(&Route::Sheet(Topic::Canvas));
    let blocks = Block::ALL.iter().map(|&block| blocks::Block {
        title: desk.word(block),
        points: canvas.block(block).into_iter().map(|text| desk.bare(text)).collect(),
        href: from_page(desk, Some(format!("{page}#{}", canvas::place(block)))),
    });
    let blocks: Vec<blocks::Block> = blocks.collect();
    let input = blocks::Canvas {
        blocks: blocks.try_into().ok()?,
        nothing: desk.say("page.canvas.nothing"),
        head: words(desk, ["label.block", "label.answer"]),
    };
    let (title, description) = (desk.say("page.canvas.title"), desk.say("chart.canvas.description"));
    picture(desk, "business-canvas", &title, &description, &|frame| blocks::draw(frame, &input))
}

/// The thread through all goals, in numbers.
pub(in crate::page) fn threads(desk: &Desk<'_>, threads: &[Thread<'_>]) -> Option<Picture> {
    let title = desk.say("chart.thread.title");
    let description = desk.locale.format("chart.thread.description", &[("count", Arg::Count(threads.len() as u64))]);
    drawn(desk, threads, true, "threads", &title, &description)
}

/// The thread through one goal, by name.
pub(in crate::page) fn thread_of(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<Picture> {
    let name = desk.bare(&thread.goal.title);
    let title = desk.locale.format("chart.thread.title-one", &[("name", Arg::Text(&name))]);
    let id = format!("thread-{}", thread.goal.id());
    drawn(desk, std::slice::from_ref(thread), false, &id, &title, &desk.say("chart.thread.description-one"))
}

fn drawn(desk: &Desk<'_>, threads: &[Thread<'_>], brief: bool, id: &str, title: &str, description: &str) -> Option<Picture> {
    let input = chart::Thread {
        columns: words(desk, ["thread.needs", "label.goal", "label.fields", "thread.means", "thread.indicators"]),
        chains: threads.iter().map(|thread| chain(desk, thread, brief)).collect(),
        brief,
        nothing: Some(desk.say("chart.thread.nothing")).filter(|_| thread::sees_all(desk)),
        states: State::ALL.map(|state| desk.word(state)),
        head: words(desk, ["label.goal", "label.link", "label.entry", "label.progress", "label.number"]),
    };
    picture(desk, id, title, description, &|frame| chart::draw(frame, &input))
}

fn chain(desk: &Desk<'_>, thread: &Thread<'_>, counted: bool) -> chart::Chain {
    let swot = Quadrant::ALL.iter().map(|&quadrant| chart::Group {
        label: desk.word(quadrant),
        plain: false,
        counted,
        items: items(desk, &thread.swot.iter().copied().filter(|item| item.quadrant == quadrant).collect::<Vec<_>>()),
    });
    let group =
        |link: Link, items: Vec<chart::Item>| chart::Group { label: thread::name(desk, link), plain: false, counted, items };
    // Fields are few, and those and indicators have a column of their own.
    let alone = |link: Link, counted: bool, items: Vec<chart::Item>| chart::Group { plain: true, counted, ..group(link, items) };
    let indicator = |indicator: &&Entry<Indicator>| chart::Item {
        state: cards::is_rated(desk, indicator).then(|| desk.standing(indicator).state),
        ..item(desk, *indicator)
    };
    chart::Chain {
        label: desk.bare(&thread.goal.title),
        sub: thread.budget().map(|budget| thread::budget(desk, budget)).unwrap_or_default(),
        href: from_page(desk, desk.href_of(thread.goal)),
        stations: [
            swot.chain([group(Link::Demands, items(desk, &thread.demands))]).collect(),
            vec![alone(Link::Fields, false, items(desk, &thread.fields))],
            vec![
                group(Link::Services, items(desk, &thread.services)),
                group(Link::Activities, items(desk, &thread.activities)),
                group(Link::Projects, items(desk, &thread.projects)),
            ],
            vec![alone(Link::Indicators, counted, thread.indicators.iter().map(indicator).collect())],
        ],
    }
}

fn items<T: Titled>(desk: &Desk<'_>, entries: &[&Entry<T>]) -> Vec<chart::Item> {
    entries.iter().map(|entry| item(desk, *entry)).collect()
}

fn item<T: Titled>(desk: &Desk<'_>, entry: &Entry<T>) -> chart::Item {
    chart::Item { label: desk.bare(entry.title()), href: from_page(desk, desk.href_of(entry)), state: None }
}
