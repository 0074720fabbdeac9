//! Owns the forms of single words (dates, addresses, codes): what is accepted, and what to say of the rest.

use serde_yaml::Value as Yaml;

use super::Walk;
use crate::model::evidence::Named;
use crate::model::load::MentionKind;
use crate::model::schema::Word;
use crate::model::value::{Date, Period};
use crate::model::{Id, Kind, Place, fault};
use crate::syntax::{Node, Scalar, excerpt};

impl Word {
    /// What is expected, for messages.
    pub(super) fn expected(self) -> &'static str {
        match self {
            Self::Plain => "a text",
            Self::Date => "a date",
            Self::Period => "a period",
            Self::Figure => "a value",
            Self::Url => "a web address",
            Self::Email => "an e-mail address",
            Self::Colour => "a colour",
            Self::Country => "a country",
            Self::Currency => "a currency",
            Self::Language => "a language",
            Self::File => "the path of a file",
            Self::Time => "a time of day",
            Self::Evidence => "an entry, a file or a web address",
        }
    }
}

impl Walk<'_> {
    pub(super) fn word(&mut self, node: &Node, scalar: &Scalar, word: Word, place: Place) -> Option<Yaml> {
        let text = scalar.text.trim();
        let shown = excerpt(text);
        let checked = match word {
            Word::Plain | Word::Figure => Ok(()),
            Word::Date => Date::parse(text).map(drop).map_err(|why| match why.as_str() {
                "not a date" => (format!("`{shown}` is not a date"), date_help(text)),
                _ => (format!("`{shown}` is not a date: {why}"), "choose a day that exists".to_owned()),
            }),
            Word::Period => Period::parse(text).map(drop).map_err(|why| {
                let why = if why == "not a period" { String::new() } else { format!(": {why}") };
                let forms = "write a year (2026), half-year (2026-H1), quarter (2026-Q2), month (2026-05) or day (2026-05-31)";
                (format!("`{shown}` is not a period{why}"), day_meant(text).unwrap_or_else(|| forms.to_owned()))
            }),
            Word::Url => {
                let whole = format!("https://{text}");
                let meant = is_url(&whole) && !text.contains(':') && text.contains('.');
                let help = if meant {
                    format!("write {whole}")
                } else if text.starts_with("https://") || text.starts_with("http://") {
                    "copy it from the browser's address bar; it has no spaces, quotes, `<` or `>`".to_owned()
                } else {
                    "start it with https://".to_owned()
                };
                form(is_url(text), text, word, &help)
            }
            Word::Email => form(is_email(text), text, word, "write it as name@example.org"),
            Word::Colour => {
                let doubled: String = text.chars().flat_map(|c| std::iter::repeat_n(c, if c == '#' { 1 } else { 2 })).collect();
                let (bare, example) = (format!("#{text}"), "#1f4e79".to_owned());
                let meant = [doubled, bare].into_iter().find(|colour| is_colour(colour)).unwrap_or(example);
                form(is_colour(text), text, word, &format!("write it in quotes as \"{meant}\""))
            }
            Word::Country => {
                let capitals = text.to_ascii_uppercase();
                let help = if is_country(&capitals) {
                    format!("write {capitals}")
                } else {
                    "write the two capital letters of ISO 3166-1, such as FR or TN".to_owned()
                };
                form(is_country(text), text, word, &help)
            }
            Word::Currency => {
                form(is_capitals(text, 3), text, word, "write the three capital letters of ISO 4217, such as EUR or TND")
            }
            Word::Language => form(is_language(text), text, word, "write a language tag, such as en, fr, ar or pt-BR"),
            Word::Time => form(is_time(text), text, word, "write it as 14:30"),
            Word::File => return self.file(node, text, place),
            Word::Evidence => return self.evidence(node, text, place),
        };
        match checked {
            Ok(()) => Some(Yaml::String(text.to_owned())),
            Err((message, help)) => {
                let rule =
                    if matches!(word, Word::Date | Word::Period) { &fault::bad_date::RULE } else { &fault::bad_value::RULE };
                self.fault(rule, node.span, &place, message, Some(help));
                None
            }
        }
    }

    fn file(&mut self, node: &Node, path: &str, place: Place) -> Option<Yaml> {
        let path = path.trim_start_matches("./");
        if self.sources.find(path).is_some() {
            if !path.starts_with("assets/") {
                let message = format!("`{}` lies outside of the folder `assets`, so it would not be published", excerpt(path));
                let name = path.rsplit('/').next().unwrap_or(path);
                self.fault(&fault::bad_value::RULE, node.span, &place, message, Some(format!("move it to `assets/{name}`")));
                return None;
            }
            self.mention(place, MentionKind::File { path: path.to_owned() });
            return Some(Yaml::String(path.to_owned()));
        }
        let near = crate::diag::closest(path, self.sources.iter().map(|(_, file)| file.path.as_str()));
        let help = near.map_or_else(
            || "paths start at the folder that holds cluster.yaml, such as assets/logo.svg".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        self.fault(&fault::missing_file::RULE, node.span, &place, format!("there is no file `{}`", excerpt(path)), Some(help));
        None
    }
}

impl Walk<'_> {
    /// What proves something: an entry, a kind, a file, or a web address. The entry and the file have to be there.
    fn evidence(&mut self, node: &Node, text: &str, place: Place) -> Option<Yaml> {
        let told = Some(Yaml::String(text.to_owned()));
        let fault = match Named::read(text) {
            Named::Web(url) if is_url(&url) => return told,
            Named::Kind(_) => return told,
            Named::File(path) => return self.file(node, &path, place),
            Named::Entry(kind, id) if Id::is_valid(&id) => {
                self.mention(place, MentionKind::Reference { kinds: vec![kind], id: Id::new(&id), span: node.span });
                return told;
            }
            Named::Entry(kind, id) => {
                let help = Id::suggest(&id).map_or_else(
                    || "ids have small letters a to z, digits and hyphens".to_owned(),
                    |id| format!("did you mean `{}:{id}`?", kind.name()),
                );
                (format!("`{}` can't be the id of {}", excerpt(&id), kind.a_noun()), help)
            }
            Named::Web(_) | Named::Nothing => {
                let (word, rest) = text.split_once(':').map_or((text, ""), |(word, rest)| (word, rest));
                let near = crate::diag::closest(word, Kind::ALL.iter().map(|kind| kind.name()));
                let forms = "name an entry as `goal:exports`, all of a kind as `member`, a file as `assets/minutes.pdf`, or a web address";
                let help = match near {
                    Some(near) if rest.is_empty() => format!("did you mean `{near}`?"),
                    Some(near) => format!("did you mean `{near}:{}`?", rest.trim()),
                    None => forms.to_owned(),
                };
                (format!("`{}` is not {}", excerpt(text), Word::Evidence.expected()), help)
            }
        };
        self.fault(&fault::bad_value::RULE, node.span, &place, fault.0, Some(fault.1));
        None
    }
}

fn form(valid: bool, text: &str, word: Word, help: &str) -> Result<(), (String, String)> {
    if valid { Ok(()) } else { Err((format!("`{}` is not {}", excerpt(text), word.expected()), help.to_owned())) }
}

/// What to write in place of a date in another notation: the day that is certain, or the two that it may be.
fn date_help(text: &str) -> String {
    day_meant(text).unwrap_or_else(|| "write year, month and day as 2026-03-31".to_owned())
}

fn day_meant(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let mut days: Vec<String> = Vec::new();
    if let [first, second, third] = parts[..] {
        let number = |part: &str| part.parse::<u16>().ok();
        if let (Some(a), Some(b), Some(c)) = (number(first), number(second), number(third)) {
            let guesses = match (first.len(), third.len()) {
                (4, _) => vec![(a, b, c)],
                (_, 4) if text.contains('.') => vec![(c, b, a)],
                (_, 4) => vec![(c, b, a), (c, a, b)],
                _ => Vec::new(),
            };
            days.extend(guesses.into_iter().map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}")));
            days.retain(|day| Date::parse(day).is_ok());
            days.dedup();
        }
    }
    match &days[..] {
        [] => None,
        [day] => Some(format!("write it as {day}")),
        several => Some(format!("write it as {}, whichever is meant", several.join(" or "))),
    }
}

/// A web address without spaces and control characters; only the two web schemes, so that no script hides in a link.
fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty()
            && !rest.starts_with('/')
            && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"\\".contains(c))
    })
}

fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let clean = |part: &str| {
        !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"@,;:?&/\\".contains(c))
    };
    clean(name) && clean(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.')
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn is_capitals(text: &str, len: usize) -> bool {
    text.len() == len && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_time(text: &str) -> bool {
    let Some((hour, minute)) = text.split_once(':') else { return false };
    let two = |part: &str, below: u8| {
        part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<u8>().is_ok_and(|n| n < below)
    };
    two(hour, 24) && two(minute, 60)
}

/// Whether a text is the tag of a language: two or three small letters, then subtags.
pub(in crate::model) fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let primary = parts.next().unwrap_or_default();
    let known = match primary.len() {
        2 => LANGUAGES.split(' ').any(|code| code == primary),
        3 => primary.bytes().all(|byte| byte.is_ascii_lowercase()),
        _ => false,
    };
    known && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Whether a text is a country of ISO 3166-1 alpha-2 (XK, in wide use for Kosovo, included).
fn is_country(text: &str) -> bool {
    text.len() == 2 && COUNTRIES.split(' ').any(|code| code == text)
}

/// ISO 639-1.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// ISO 3166-1 alpha-2, and XK.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_accept_what_is_meant_and_nothing_hostile() {
        assert!(
            is_url("https://example.org/a?b=c")
                && !is_url("javascript:alert(1)")
                && !is_url("https://a b")
                && !is_url("https:///x")
        );
        assert!(is_email("a.b@example.org") && !is_email("a@b") && !is_email("a@b.org?cc=x") && !is_email("@x.org"));
        assert!(is_colour("#1F4e79") && !is_colour("red") && !is_colour("#fff;}"));
        assert!(is_time("09:30") && !is_time("24:00") && !is_time("9:30"));
        assert!(is_language("pt-BR") && is_language("ar") && !is_language("xx") && !is_language("English"));
        assert!(is_country("TN") && !is_country("tn") && !is_country("EN"));
    }

    #[test]
    fn a_date_in_another_notation_is_turned_round_where_that_is_certain() {
        for (text, help) in [
            ("31.12.2026", "write it as 2026-12-31"),
            ("2026/3/1", "write it as 2026-03-01"),
            ("25/12/2026", "write it as 2026-12-25"),
            ("03/04/2026", "write it as 2026-04-03 or 2026-03-04, whichever is meant"),
            ("04/04/2026", "write it as 2026-04-04"),
            ("1. 2. 2026", "write it as 2026-02-01"),
            ("1/2/26", "write year, month and day as 2026-03-31"),
            ("99999999/1/2026", "write year, month and day as 2026-03-31"),
            ("2026-02-30", "write year, month and day as 2026-03-31"),
            ("soon", "write year, month and day as 2026-03-31"),
        ] {
            assert_eq!(date_help(text), help, "{text}");
        }
    }
}
