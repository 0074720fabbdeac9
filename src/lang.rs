//! Owns the languages of the output: messages, plurals, numbers, money, dates, lists and writing direction, so that no other module
//! puts a word or a number into a reader's language itself.

use icu_locale_core::{LanguageIdentifier, langid};
use icu_plurals::{PluralCategory, PluralOperands, PluralRules, PluralRulesOptions};

mod catalogue;
mod convention;
mod country;
mod date;
mod endonym;
mod number;
mod typed;

pub use catalogue::{Catalogue, INTERFACE, built_in};
pub use convention::Direction;
pub use typed::{NumberError, parse_number};

use catalogue::Message;

/// Which digits numbers, dates and percentages are written with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Numbering {
    /// Those that the language's tag stands for: Latin ones for `ar`, Arabic ones for `ar-EG`, Persian ones for `fa`.
    #[default]
    Standard,
    /// `0123456789` in every language.
    Latin,
    /// `٠١٢٣٤٥٦٧٨٩` (in Persian, Urdu and Pashto their own forms) in languages of the Arabic script; elsewhere as [`Self::Standard`].
    Arabic,
}

/// What stands for a placeholder of a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A text, taken as it is.
    Text(&'a str),
    /// A number, written as [`Locale::number`] does.
    Number(f64),
    /// A number of things, written as [`Locale::number`] does.
    Count(u64),
}

/// One language, ready to format. Immutable; dear to make and cheap to use, so make one a language and share it.
#[derive(Debug)]
pub struct Locale {
    tag: String,
    direction: Direction,
    endonym: String,
    spanish: bool,
    own: Catalogue,
    english: Catalogue,
    own_plurals: PluralRules,
    english_plurals: PluralRules,
    numbers: number::Numbers,
    dates: date::Dates,
}

/// The direction in which a language is written; left to right where the tag is none.
pub fn direction(tag: &str) -> Direction {
    convention::parse_tag(tag).map_or(Direction::Ltr, |locale| convention::direction(&locale.id))
}

/// The name of a language for itself; its tag where nobody has told.
pub fn endonym(tag: &str) -> String {
    let known = convention::parse_tag(tag).ok().and_then(|locale| endonym::of(&locale.id));
    known.map_or_else(|| tag.to_owned(), str::to_owned)
}

impl Locale {
    /// The language of a BCP 47 tag, with the messages that it has of its own. What `catalogue` lacks is said in English, so an empty one
    /// does for a language that nobody has translated the interface to: its numbers, dates and direction are right all the same.
    ///
    /// # Errors
    /// A lower-case phrase where `tag` is not a language tag.
    pub fn new(tag: &str, catalogue: Catalogue, numbering: Numbering) -> Result<Self, String> {
        let locale = convention::parse_tag(tag)?;
        let id = &locale.id;
        let english = built_in("en").unwrap_or_default();
        let digits = convention::digits(&locale, numbering);
        let missing = |error: &dyn std::fmt::Display| format!("no formats for the language `{tag}`: {error}");
        let plurals = |of: &LanguageIdentifier| {
            PluralRules::try_new(of.into(), PluralRulesOptions::default()).map_err(|error| missing(&error))
        };
        let inherited = english.text("language.name");
        let endonym = catalogue
            .text("language.name")
            .filter(|name| id.language == convention::ENGLISH || Some(*name) != inherited)
            .or_else(|| endonym::of(id))
            .map_or_else(|| id.to_string(), str::to_owned);
        let numbers = number::Numbers::new(id, digits).map_err(|error| missing(&error))?;
        let dates = date::Dates::new(id, digits).map_err(|error| missing(&error))?;
        Ok(Self {
            tag: id.to_string(),
            direction: convention::direction(id),
            endonym,
            spanish: id.language == convention::SPANISH,
            own: catalogue,
            english_plurals: plurals(&langid!("en"))?,
            own_plurals: plurals(id)?,
            english,
            numbers,
            dates,
        })
    }

    /// The language's tag in its canonical form, without extensions: `pt-BR`. Fit for the `lang` attribute.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Which way the language is written.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Whether the language is written from right to left.
    pub fn is_rtl(&self) -> bool {
        self.direction == Direction::Rtl
    }

    /// The language's name for itself ("Français"); its tag where nobody has told us the name.
    pub fn endonym(&self) -> &str {
        &self.endonym
    }

    /// The message of a key: the language's own, else the English one, else the key itself. Of a plural message its general form.
    pub fn text<'a>(&'a self, key: &'a str) -> &'a str {
        self.own.text(key).or_else(|| self.english.text(key)).unwrap_or(key)
    }

    /// Whether there is a message of that key, be it the language's own or English.
    pub fn has(&self, key: &str) -> bool {
        self.own.get(key).or_else(|| self.english.get(key)).is_some()
    }

    /// Every key with its message, those that only English has included; of a plural message its general form.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &str)> {
        self.english.keys().chain(self.own.keys()).map(|key| (key, self.text(key)))
    }

    /// The message of a key with its `{placeholders}` filled in. Of a plural message, the argument called `count` chooses the form.
    /// A placeholder without an argument stays as it is written.
    pub fn format(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let (message, rules) = match (self.own.get(key), self.english.get(key)) {
            (Some(message), _) => (message, &self.own_plurals),
            (None, Some(message)) => (message, &self.english_plurals),
            (None, None) => return key.to_owned(),
        };
        let pattern = match message {
            Message::Text(text) => text,
            Message::Plural(forms) => forms.get(self.category(rules, args)),
        };
        let filled = args.iter().map(|(name, arg)| {
            let text = match arg {
                Arg::Text(text) => (*text).to_owned(),
                Arg::Number(value) => self.number(*value),
                Arg::Count(count) => self.numbers.count(*count),
            };
            (*name, text)
        });
        fill(pattern, &filled.collect::<Vec<_>>())
    }

    /// The forms of a plural message by the names that CLDR has for them, for scripts that count in the reader's browser; of a plain
    /// message its only form, as `other`.
    pub fn forms(&self, key: &str) -> Vec<(&'static str, &str)> {
        match self.own.get(key).or_else(|| self.english.get(key)) {
            Some(Message::Plural(forms)) => {
                let special = forms.special.iter().map(|(category, text)| (name_of(*category), text.as_str()));
                special.chain([("other", forms.other.as_str())]).collect()
            }
            Some(Message::Text(text)) => vec![("other", text)],
            None => Vec::new(),
        }
    }

    fn category(&self, rules: &PluralRules, args: &[(&str, Arg)]) -> PluralCategory {
        match args.iter().find(|(name, _)| *name == "count") {
            Some((_, Arg::Count(count))) => rules.category_for(*count),
            Some((_, Arg::Number(value))) => match number::rounded(*value) {
                Some(decimal) => rules.category_for(PluralOperands::from(&decimal)),
                None => PluralCategory::Other,
            },
            Some((_, Arg::Text(_))) | None => PluralCategory::Other,
        }
    }

    /// The name of a country by its ISO 3166-1 code.
    pub fn country<'a>(&self, code: &'a str) -> &'a str {
        country::name(code, &self.tag)
    }

    /// A number with grouping and at most two decimals (`1,234.5`). Numbers beyond 10¹⁵ are written with a power of ten; what is not a
    /// number is a dash.
    pub fn number(&self, value: f64) -> String {
        self.numbers.number(value)
    }

    /// A whole number without grouping, in the digits of the language: a year, a place in a list.
    pub fn digits(&self, number: u64) -> String {
        number.to_string().bytes().map(|digit| self.numbers.count(u64::from(digit - b'0'))).collect()
    }

    /// A number with exactly so many decimals (at most 15).
    pub fn decimal(&self, value: f64, decimals: u8) -> String {
        self.numbers.decimal(value, decimals)
    }

    /// A number in few characters, with three significant digits and a unit of the language: `1.2 M`, `350 k`.
    pub fn compact(&self, value: f64) -> String {
        self.numbers.compact(value, |key, number| fill(self.text(key), &[("number", number)]))
    }

    /// A percentage of at most two decimals; 12.5 stands for 12.5 %.
    pub fn percent(&self, value: f64) -> String {
        self.numbers.percent(value)
    }

    /// An amount of money in a currency (ISO 4217): no decimals when it is whole, else as many as the currency has.
    pub fn money(&self, amount: f64, currency: &str) -> String {
        self.numbers.money(amount, currency)
    }

    /// A date in full: 12 March 2026.
    pub fn date(&self, date: jiff::civil::Date) -> String {
        self.dates.long(date)
    }

    /// A date in few characters: 12 Mar 2026, or 12.03.2026 where that is the custom.
    pub fn date_short(&self, date: jiff::civil::Date) -> String {
        self.dates.short(date)
    }

    /// The month and year of a date: March 2026.
    pub fn month(&self, date: jiff::civil::Date) -> String {
        self.dates.month(date)
    }

    /// The month of a date in few characters: Mar.
    pub fn month_short(&self, date: jiff::civil::Date) -> String {
        self.dates.month_short(date)
    }

    /// Items in a row, as the language lists them: "a, b and c".
    pub fn list(&self, items: &[String]) -> String {
        let join = |key: &str, first: String, last: &str| {
            let pattern = self.text(key);
            let args = [("first", first), ("last", last.to_owned())];
            if self.spanish && starts_with_i_sound(last) {
                // Spanish says "e" for "y" before the sound i.
                return fill(&pattern.replace(" y {last}", " e {last}"), &args);
            }
            fill(pattern, &args)
        };
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first, last] => join("list.pair", first.clone(), last),
            [first, middle @ .., last] => {
                let start = middle.iter().fold(first.clone(), |list, item| join("list.middle", list, item));
                join("list.end", start, last)
            }
        }
    }
}

/// The name that CLDR has for a plural category.
fn name_of(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// Whether a Spanish word begins with the sound i: "innovación", "historia", but not "hierro".
fn starts_with_i_sound(word: &str) -> bool {
    let word: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
    let after_h = word.strip_prefix('h').unwrap_or(&word);
    let mut letters = after_h.chars();
    matches!(letters.next(), Some('i' | 'í')) && !matches!(letters.next(), Some('a' | 'e' | 'o' | 'u'))
}

/// A pattern with its placeholders replaced in one pass, so that a filled-in text is never searched for placeholders.
fn fill(pattern: &str, args: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let found = after.split_once('}').and_then(|(name, tail)| {
            let (_, text) = args.iter().find(|(known, _)| *known == name)?;
            Some((text, tail))
        });
        if let Some((text, tail)) = found {
            out.push_str(text);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
