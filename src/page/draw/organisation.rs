//! Owns the pictures of how the cluster is organised: its legal form among the others, its brand, its processes.

use super::{Desk, Picture, picture, words};
use crate::chart::{brand_sheet, legal_form as forms, process_flow};
use crate::lang::Arg;
use crate::model::kinds::governance::LegalForm;
use crate::model::kinds::process::{Process, ProcessStep};
use crate::model::value::{Rgb, Text};
use crate::model::{Choice, Entry};

/// The legal forms by commitment and openness, the cluster's own picked out; nothing where it has neither a form nor an answer.
pub(in crate::page) fn legal_form(desk: &Desk<'_>) -> Option<Picture> {
    let governance = desk.model().governance.iter().next()?;
    let choice = governance.form_choice.as_ref();
    let own = choice.and_then(|choice| {
        let standing = choice.standing()?;
        let how =
            if choice.is_placed_by_hand() { "page.governance.placed-by-cluster" } else { "page.governance.placed-by-answers" };
        Some((standing.commitment, standing.openness, desk.say(how)))
    });
    if governance.legal_form.is_none() && own.is_none() {
        return None;
    }
    let form = |form: &LegalForm| {
        let standing = form.standing();
        forms::Form {
            label: desk.word(*form),
            commitment: standing.commitment,
            openness: standing.openness,
            chosen: governance.legal_form == Some(*form),
        }
    };
    let [form_word, commitment, openness, note, chosen, cluster] = words(
        desk,
        [
            "label.legal-form",
            "label.form-commitment",
            "label.form-openness",
            "label.note",
            "page.governance.form-chosen",
            "page.governance.form-needed",
        ],
    );
    let input = forms::LegalForms {
        forms: LegalForm::ALL.iter().map(form).collect(),
        own,
        words: forms::Words { form: form_word, commitment, openness, note, chosen, cluster },
    };
    let (title, description) = (desk.say("chart.legal-form.title"), desk.say("chart.legal-form.description"));
    picture(desk, "legal-form", &title, &description, &|frame| forms::draw(frame, &input))
}

/// The brand's colours on the grounds of the pages, its fonts, and the place of its logo.
pub(in crate::page) fn brand(desk: &Desk<'_>) -> Option<Picture> {
    let brand = desk.model().cluster().and_then(|cluster| cluster.brand.as_ref());
    let usage = desk.model().marketing.iter().next().and_then(|marketing| marketing.logo.as_ref());
    let colours = [
        ("page.brand.primary", brand.and_then(|brand| brand.primary.as_ref())),
        ("page.brand.accent", brand.and_then(|brand| brand.accent.as_ref())),
    ];
    let colours = colours.into_iter().filter_map(|(key, colour)| Some((desk.say(key), Rgb::from(colour?))));
    let grounds = desk.site.facts.grounds;
    let grounds = [("page.brand.on-light", grounds.light.or(Some(Rgb::WHITE))), ("page.brand.on-dark", grounds.dark)];
    let grounds = grounds.into_iter().filter_map(|(key, colour)| Some((desk.say(key), colour?)));
    let fonts = [
        ("page.brand.heading-font", brand.and_then(|brand| brand.heading_font.clone())),
        ("page.brand.text-font", brand.and_then(|brand| brand.text_font.clone())),
    ];
    let fonts = fonts.into_iter().filter_map(|(key, families)| Some((desk.say(key), families?)));
    let shape = brand.and_then(|brand| brand.logo.as_ref()).and_then(|logo| desk.site.assets.get(logo.as_str()));
    let shape = shape.and_then(|logo| logo.width.zip(logo.height)).filter(|(width, height)| *width > 0 && *height > 0);
    let logo = (shape.is_some() || usage.is_some()).then(|| brand_sheet::Logo {
        aspect: shape.map_or(2.0, |(width, height)| f64::from(width) / f64::from(height)),
        clear: usage.and_then(|usage| usage.clear_space),
        rules: usage.map(|usage| crate::page::brand::logo_rules(desk, usage)).unwrap_or_default(),
    });
    let [colours_word, fonts_word, logo_word, text, signs, weak] = words(
        desk,
        [
            "page.brand.colours",
            "page.brand.fonts",
            "page.brand.logo",
            "page.brand.enough-for-text",
            "page.brand.enough-for-signs",
            "page.brand.too-weak",
        ],
    );
    let input = brand_sheet::BrandSheet {
        colours: colours.collect(),
        grounds: grounds.collect(),
        fonts: fonts.collect(),
        logo,
        words: brand_sheet::Words {
            colours: colours_word,
            fonts: fonts_word,
            logo: logo_word,
            verdicts: [text, signs, weak],
            head: words(desk, ["label.part", "label.value", "label.brand-ground", "label.brand-contrast", "label.brand-fit-for"]),
        },
    };
    let (title, description) = (desk.say("chart.brand-sheet.title"), desk.say("chart.brand-sheet.description"));
    picture(desk, "brand-sheet", &title, &description, &|frame| brand_sheet::draw(frame, &input))
}

/// The steps of a process, each in the lane of who does it.
pub(in crate::page) fn process(desk: &Desk<'_>, process: &Entry<Process>) -> Option<Picture> {
    let mut lanes: Vec<String> = Vec::new();
    let mut place = |name: String| {
        lanes.iter().position(|lane| *lane == name).unwrap_or_else(|| {
            lanes.push(name);
            lanes.len() - 1
        })
    };
    let text = |text: Option<&Text>| text.map(|text| desk.bare(text)).unwrap_or_default();
    let step = |step: &ProcessStep| process_flow::Step {
        label: desk.bare(&step.title),
        lane: crate::page::processes::doer(desk, step).map(|who| place(who.text)),
        input: text(step.input.as_ref()),
        output: text(step.output.as_ref()),
        decision: step.decision,
        otherwise: text(step.otherwise.as_ref()),
        otherwise_step: step.otherwise_step.and_then(|number| (number as usize).checked_sub(1)),
    };
    let steps = process.steps.iter().map(step).collect();
    let list = |texts: &[Text]| texts.iter().map(|text| desk.bare(text)).collect::<Vec<_>>();
    let start = process.trigger.as_ref().map_or_else(|| desk.locale.list(&list(&process.inputs)), |trigger| desk.bare(trigger));
    let input = process_flow::Flow {
        lanes,
        start,
        steps,
        end: desk.locale.list(&list(&process.outputs)),
        words: process_flow::Words {
            head: words(
                desk,
                [
                    "label.process-number",
                    "label.process-step",
                    "label.process-by",
                    "label.process-input",
                    "label.process-output",
                    "label.process-after-no",
                ],
            ),
            yes: desk.say("page.processes.answer-yes"),
            no: desk.say("page.processes.answer-no"),
        },
    };
    let name = desk.bare(&process.title);
    let title = desk.locale.format("chart.process-flow.title", &[("name", Arg::Text(&name))]);
    let description = desk.locale.format("chart.process-flow.description", &[("count", Arg::Count(process.steps.len() as u64))]);
    let id = format!("process-flow-{}", process.id());
    picture(desk, &id, &title, &description, &|frame| process_flow::draw(frame, &input))
}
