//! Owns `clustersite status`: how far a cluster is, for people in the terminal and for programs as JSON.

use clap::{Args, ValueEnum};

use super::{End, Failure, Repository, colour, end, print};
use crate::lang::{Catalogue, Locale, Numbering};
use crate::model::kinds::key_question::QuestionState;
use crate::model::{Choice, Freshness};
use crate::status::{Applied, Condition, Questions, Status};

/// Tell how far the cluster is, by what its files show
///
/// For the declared stage and the next one: which of the guide's key questions are answered and with what evidence; how much is filled in and which rules
/// hold, tool by tool; how much is translated; which data are due; and the facts that the European Cluster Collaboration Platform asks for. The internal edition
/// of the site has the same as a page.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  clustersite status\n  clustersite status my-cluster --date 2027-01-01\n  clustersite status --format json > status.json"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    repository: Repository,
    /// Form of the status
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Human,
    Json,
}

pub(super) fn run(arguments: &Arguments) -> Result<End, Failure> {
    let repository = &arguments.repository;
    let (sources, skipped) = repository.read(&repository.directory.join("dist"))?;
    let loaded = crate::model::load(&sources, &skipped);
    let outcome = crate::check::check(&sources, &loaded, repository.today(), repository.profile());
    let status = crate::status::status(&loaded, &outcome, repository.today());
    match arguments.format {
        Form::Json => {
            let json = serde_json::to_string_pretty(&status)
                .map_err(|error| Failure::new(format!("can't write the status: {error}")))?;
            print(&format!("{json}\n"))?;
        }
        Form::Human => {
            let english = Locale::new("en", Catalogue::default(), Numbering::Standard).map_err(Failure::new)?;
            let page = Page { locale: &english, colour: colour(&std::io::stdout()), text: String::new() };
            print(&page.write(&status))?;
        }
    }
    Ok(end(&outcome.report))
}

/// Terminal colours, each with the sign that says the same without it.
#[derive(Clone, Copy)]
enum Tone {
    Good,
    Warn,
    Bad,
    Quiet,
    Strong,
}

/// A page of the terminal as it is written.
struct Page<'a> {
    locale: &'a Locale,
    colour: bool,
    text: String,
}

/// Letters that a question, a title or evidence takes before it goes on in the next line.
const WIDTH: usize = 88;

impl Page<'_> {
    fn write(mut self, status: &Status) -> String {
        let name = self.paint(Tone::Strong, &status.cluster);
        self.line(&format!("{name}, {}", self.locale.date(status.date)));
        let declared = if status.declared { "" } else { " (none is declared, so the first)" };
        self.line(&format!("stage: {}{declared}", status.stage.as_str()));
        self.questions(status);
        self.tools(status);
        self.heading("about.translation");
        self.languages(status);
        self.heading("status.data");
        self.data(status);
        self.heading("status.registration.title");
        status.registration.iter().for_each(|condition| self.condition(condition));
        self.wrapped("", "status.registration.text");
        self.line("");
        let Applied { errors, warnings, notes, .. } = status.rules;
        self.line(&format!(
            "{}; {}",
            held(&status.rules),
            ["error", "warning", "note"]
                .iter()
                .zip([errors, warnings, notes])
                .map(|(word, count)| counted(count, word))
                .collect::<Vec<_>>()
                .join(", ")
        ));
        self.line("to see each finding: clustersite check; to read what rules ask for: clustersite rules");
        self.text
    }

    fn paint(&self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Good => "32",
            Tone::Warn => "33",
            Tone::Bad => "31",
            Tone::Quiet => "2",
            Tone::Strong => "1",
        };
        if self.colour && !text.is_empty() { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text.trim_end());
        self.text.push('\n');
    }

    fn heading(&mut self, key: &str) {
        let title = self.paint(Tone::Strong, self.locale.text(key));
        self.line(&format!("\n{title}"));
    }

    /// A message in lines that are not too long, below each other.
    fn wrapped(&mut self, indent: &str, key: &str) {
        let lines = wrap(self.locale.text(key), WIDTH);
        for line in lines {
            let line = self.paint(Tone::Quiet, &line);
            self.line(&format!("  {indent}{line}"));
        }
    }

    fn questions(&mut self, status: &Status) {
        self.heading("nav.readiness");
        let wide = status.questions.iter().map(|of| of.stage.as_str().len()).max().unwrap_or_default();
        for of in status.questions.iter().filter(|of| of.total > 0) {
            let signs: String = of.list.iter().map(|answer| self.sign(answer.state)).collect();
            self.line(&format!("  {:wide$}  {signs}  {} of {} answered", of.stage.as_str(), of.answered, of.total));
        }
        let shown = |of: &&Questions| of.stage == status.stage || status.next == Some(of.stage);
        for of in status.questions.iter().filter(shown) {
            let stage = self.paint(Tone::Strong, of.stage.as_str());
            let which = if of.stage == status.stage { "declared" } else { "next" };
            self.line(&format!("\n  {stage} ({which})"));
            if of.total == 0 {
                self.wrapped("", "page.readiness.none-asked");
            }
            for answer in &of.list {
                let mut lines = wrap(&answer.question, WIDTH - 8).into_iter();
                let (sign, first) = (self.sign(answer.state), lines.next().unwrap_or_default());
                self.line(&format!("  {:>2} {sign} {first}", answer.number));
                lines.for_each(|line| self.line(&format!("       {line}")));
                if !answer.evidence.is_empty() {
                    self.aside("evidence", &answer.evidence.join(", "));
                } else if !answer.seen.is_empty() && answer.state != Some(QuestionState::Answered) {
                    let seen: Vec<String> =
                        answer.seen.iter().map(|seen| format!("{} ({})", seen.kind.name(), entries(seen.count))).collect();
                    self.aside("there is", &seen.join(", "));
                }
            }
        }
        self.line("");
        let key: Vec<String> = [Some(QuestionState::Answered), Some(QuestionState::Partly), Some(QuestionState::Open), None]
            .into_iter()
            .map(|state| format!("{} {}", self.sign(state), state.map_or("nothing written", |state| state.as_str())))
            .collect();
        self.line(&format!("  {}", key.join("   ")));
    }

    fn aside(&mut self, word: &str, text: &str) {
        for (index, line) in wrap(&format!("{word}: {text}"), WIDTH - 8).iter().enumerate() {
            let line = self.paint(Tone::Quiet, line);
            self.line(&format!("       {}{line}", if index == 0 { "" } else { "  " }));
        }
    }

    fn sign(&self, state: Option<QuestionState>) -> String {
        match state {
            Some(QuestionState::Answered) => self.paint(Tone::Good, "✓"),
            Some(QuestionState::Partly) => self.paint(Tone::Warn, "◐"),
            Some(QuestionState::Open) => "○".to_owned(),
            None => self.paint(Tone::Quiet, "·"),
        }
    }

    fn tools(&mut self, status: &Status) {
        self.heading("status.tools");
        let wide = status.tools.iter().map(|tool| tool.name.chars().count()).max().unwrap_or_default();
        let head = format!("   {:>2}  {:wide$}  {:>7}  {:>6}  {:>9}  findings", "", "", "entries", "filled", "rules");
        let head = self.paint(Tone::Quiet, &head);
        self.line(&head);
        for tool in &status.tools {
            let filled = tool.percent().map(|percent| format!("{percent} %")).unwrap_or_default();
            let row = format!("{:>2}  {:wide$}  {:>7}  {filled:>6}", tool.number, tool.name, tool.entries);
            self.rules_of(&row, &tool.rules);
        }
        let row = format!("{:>2}  {:wide$}  {:>7}  {:>6}", "", self.locale.text("status.general"), "", "");
        self.rules_of(&row, &status.general);
        self.wrapped("", "status.fields-text");
    }

    fn rules_of(&mut self, row: &str, rules: &Applied) {
        let tone = match rules {
            Applied { errors: 1.., .. } => Tone::Bad,
            Applied { warnings: 1.., .. } => Tone::Warn,
            _ => Tone::Quiet,
        };
        let held = if rules.applied() > 0 { format!("{} of {}", rules.hold, rules.applied()) } else { String::new() };
        let later = if rules.not_yet > 0 { format!("{} later", rules.not_yet) } else { String::new() };
        let found = [(rules.errors, "error"), (rules.warnings, "warning"), (rules.notes, "note")];
        let found: Vec<String> =
            found.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| counted(count, word)).collect();
        let said: Vec<String> = [found.join(", "), later].into_iter().filter(|part| !part.is_empty()).collect();
        let said = self.paint(tone, &said.join("; "));
        self.line(&format!("   {row}  {held:>9}  {said}"));
    }

    fn languages(&mut self, status: &Status) {
        for of in &status.languages {
            let tone = if of.percent() == 100 { Tone::Good } else { Tone::Warn };
            let share = self.paint(tone, &format!("{:>5}", format!("{} %", of.percent())));
            self.line(&format!("  {:6} {share}  {} of {} texts", of.tag, of.translated, of.texts));
        }
        self.wrapped("", "status.languages-text");
    }

    fn data(&mut self, status: &Status) {
        let states = Freshness::ALL.iter().map(|state| (state, status.data.iter().filter(|of| of.state == *state).count()));
        let counts: Vec<String> =
            states.filter(|(_, count)| *count > 0).map(|(state, count)| format!("{count} {}", word(*state))).collect();
        self.line(&format!("  {}", if counts.is_empty() { "there is no indicator".to_owned() } else { counts.join(", ") }));
        let late = status.data.iter().filter(|of| !matches!(of.state, Freshness::Current | Freshness::Finished));
        let late: Vec<_> = late.collect();
        let wide = late.iter().map(|of| of.indicator.len()).max().unwrap_or_default();
        for of in late {
            let tone = if of.state == Freshness::Overdue { Tone::Bad } else { Tone::Warn };
            let state = self.paint(tone, &format!("{:14}", word(of.state)));
            let due = of.due.map(|due| format!("by {due}")).unwrap_or_default();
            let last = of.last.as_ref().map_or_else(|| "never measured".to_owned(), |last| format!("last {last}"));
            self.line(&format!("  {state}  {:wide$}  {due:13}  {last}", of.indicator));
        }
    }

    fn condition(&mut self, of: &Condition) {
        let sign = match of.met() {
            Some(true) => self.paint(Tone::Good, "✓"),
            Some(false) => self.paint(Tone::Bad, "✗"),
            None => self.paint(Tone::Quiet, "?"),
        };
        let name = self.locale.text(&format!("status.registration.{}", of.fact.word())).to_owned();
        let found = of.found.map_or_else(|| "not said".to_owned(), |found| self.locale.number(found));
        self.line(&format!("  {sign} {name}: {found} ({} asked for)", self.locale.number(of.asked)));
    }
}

/// A word of freshness as the terminal says it.
fn word(state: Freshness) -> &'static str {
    match state {
        Freshness::Never => "never measured",
        state => state.as_str(),
    }
}

fn entries(count: usize) -> String {
    format!("{count} {}", if count == 1 { "entry" } else { "entries" })
}

fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

fn held(rules: &Applied) -> String {
    let later = if rules.not_yet > 0 { format!(", {} are asked for later", rules.not_yet) } else { String::new() };
    format!("{} of {} rules hold{later}", rules.hold, rules.applied())
}

/// A text in lines of so many letters; a longer word has a line of its own.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| line.chars().count() + 1 + word.chars().count() <= width) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("a longwordindeed b", 5), ["a", "longwordindeed", "b"]);
        assert_eq!(wrap("", 5), Vec::<String>::new());
    }
}
