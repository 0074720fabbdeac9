//! Owns the foot of every page: how to reach the cluster, and the pages that the foot links to.

use schemars::JsonSchema;
use serde::Serialize;

use crate::page::{Desk, Words};
use crate::plan::{Route, Topic};

/// The foot of every page.
#[derive(Serialize, JsonSchema)]
pub(super) struct Footer {
    /// Link to the imprint, where there is one.
    imprint: Option<Words>,
    /// Licence of the texts.
    licence: Option<Words>,
    /// How to reach the cluster, line by line.
    contact: Vec<Contact>,
    /// Pages that the foot links to.
    links: Vec<Words>,
}

/// A line of the contact.
#[derive(Serialize, JsonSchema)]
pub(super) struct Contact {
    /// The line.
    text: String,
    /// Where it leads: `mailto:`, `tel:` or an address.
    href: Option<String>,
}

/// Free pages that the foot of every page links to; the page about the site links to all.
const FOOTER_PAGES: usize = 8;

/// What the foot says in the language of the desk.
pub(super) fn footer(desk: &Desk<'_>) -> Footer {
    let model = desk.model();
    let cluster = model.cluster();
    let contact = cluster.and_then(|cluster| cluster.contact.as_ref());
    let mut lines = Vec::new();
    if let Some(contact) = contact {
        let mut put = |text: Option<String>, scheme: &str| {
            lines.extend(text.map(|text| Contact {
                href: match scheme {
                    "" => None,
                    "tel:" => dialled(&text),
                    _ => Some(format!("{scheme}{text}")),
                },
                text,
            }));
        };
        put(contact.name.as_ref().map(|name| desk.bare(name)), "");
        put(contact.address.as_ref().map(|address| desk.bare(address)), "");
        put(contact.email.as_ref().map(|email| email.as_str().to_owned()), "mailto:");
        put(contact.phone.clone(), "tel:");
        lines.extend(
            contact.website.as_ref().map(|url| Contact { text: url.as_str().to_owned(), href: Some(url.as_str().to_owned()) }),
        );
    }
    let mut links: Vec<Words> = crate::page::free_pages(desk).take(FOOTER_PAGES).collect();
    let workshop = Topic::WORKSHOP.map(Route::Sheet);
    let about = std::iter::once(Route::About).chain(workshop).chain([Route::Gallery, Route::Print]);
    for route in about.filter(|route| desk.site.plan.has(route)) {
        links.push(Words::from(desk.say(&format!("nav.{}", route.stem()))).linked(Some(desk.href(&route))));
    }
    let site = cluster.and_then(|cluster| cluster.site.as_ref());
    let imprint = site
        .and_then(|site| site.imprint.as_ref())
        .map(|_| Words::from(desk.say("site.imprint")).linked(Some(format!("{}#imprint", desk.href(&Route::About)))));
    Footer { imprint, licence: desk.maybe(site.and_then(|site| site.licence.as_ref())), contact: lines, links }
}

/// The address that a telephone calls; nothing where more is written than a number, such as an extension.
fn dialled(phone: &str) -> Option<String> {
    let number: String = phone.chars().filter(|c| !c.is_whitespace() && !"-./()".contains(*c)).collect();
    let digits = number.strip_prefix('+').unwrap_or(&number);
    (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("tel:{number}"))
}

#[cfg(test)]
mod tests {
    use super::dialled;

    #[test]
    fn only_a_number_is_dialled() {
        for (phone, expected) in [
            ("+216 73 000 000", Some("tel:+21673000000")),
            ("(030) 12-34/56.7", Some("tel:030123456 7")),
            ("12 ext. 5", None),
            ("<script>", None),
            ("+", None),
            ("٢١٦", None),
        ] {
            assert_eq!(dialled(phone), expected.map(|address| address.replace(' ', "")), "{phone}");
        }
    }
}
