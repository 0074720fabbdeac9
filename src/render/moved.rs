//! Owns the pages at former addresses, which send readers on to where a page stands now. They are apart because they are no pages of the plan: nothing
//! links to them, lists them or searches them.

use serde::Serialize;
use tera::Context;

use super::{File, Job, frame};
use crate::lang::Locale;
use crate::page::{Desk, Words, page};
use crate::plan::alias::Former;
use crate::plan::root_of;

/// The page at a former address.
#[derive(Debug, Serialize)]
pub struct Moved {
    /// Where the page stands now, relative to the site's root.
    pub href: String,
    /// Its title.
    pub title: Words,
}

/// The template.
const TEMPLATE: &str = "moved.html";

/// Makes the page at a former address; nothing where there is no page to lead to.
pub(super) fn page_at(
    job: &Job<'_>,
    locale: &Locale,
    former: &Former,
    mut context: Context,
) -> Result<Option<File>, tera::Error> {
    let mut desk = Desk::new(job.site, locale, &former.route);
    desk.root = root_of(&former.path);
    let Some(now) = page(&desk, &former.route) else { return Ok(None) };
    context.insert("page", &frame::moved(job, &desk, former));
    context.insert("view", &Moved { href: desk.href(&former.route), title: now.head.title });
    let html = job.theme.tera.render(TEMPLATE, &context)?;
    Ok(Some((former.path.clone(), html.into_bytes().into())))
}
