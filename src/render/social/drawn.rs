//! Owns the drawing of these pictures: what all pages of a language share, once; then the words of each page over it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use tera::Context;

use super::super::Job;
use super::Drawn;
use crate::imagery::{Cache, Ground, LEADING, Room, Setting, Studio, legible};
use crate::lang::{Direction, Locale};
use crate::model::kinds::cluster::SocialPictures;
use crate::page::{Desk, Head, social};
use crate::plan::Route;
use crate::theme::CardColours;

/// Pages of a site up to which each has a picture of its own where the cluster says nothing: beyond, the pictures would take longer than the whole site.
const MOST_PAGES: usize = 2_000;
/// Sizes of a title's letters.
const TITLE: [u32; 5] = [84, 72, 60, 50, 42];
/// Room of a title, in pixels; less high where a number stands below it.
const ROOM: Room = Room { width: 1040, height: 300 };
const ROOM_ABOVE_FIGURE: Room = Room { width: 1040, height: 215 };
/// Height of a title below which there is room for a sentence.
const SHORT: u32 = 215;
/// The sentence below a short title; bold letters are wider than those that it is set in.
const LEAD: (Room, [u32; 1]) = (Room { width: 1080, height: 90 }, [32]);
/// The cluster's name beside its logo.
const NAME: (Room, [u32; 3]) = (Room { width: 700, height: 76 }, [34, 30, 25]);
/// Height and greatest width of the logo.
const LOGO: (u32, u32) = (72, 220);
/// Letters of the site's address that there is room for.
const HOST: usize = 34;

/// Everything that pictures of pages are drawn from.
pub(in crate::render) struct Gallery<'a> {
    cache: &'a dyn Cache,
    studio: Studio,
    every_page: bool,
    colours: CardColours,
    languages: BTreeMap<&'a str, Shared>,
}

/// What the pictures of a language share.
struct Shared {
    svg: String,
    ground: Option<Ground>,
    name: Option<String>,
    /// Paths of the pictures of sections that pages have asked for.
    sections: Mutex<BTreeMap<Route, String>>,
}

/// What the drawing of the ground gets.
#[derive(Serialize)]
struct GroundView<'a> {
    colours: &'a CardColours,
    side: Side,
    logo: Option<Logo>,
    name: Option<Setting>,
    host: Option<String>,
}

#[derive(Serialize)]
struct Logo {
    href: String,
    width: f64,
    height: f64,
}

/// What the drawing of one page gets.
#[derive(Serialize)]
struct CardView<'a> {
    colours: &'a CardColours,
    side: Side,
    kicker: Option<String>,
    title: Setting,
    leading: u32,
    lead: Option<Setting>,
    figure: Option<String>,
    state: Option<&'static str>,
    state_word: Option<String>,
}

/// Where lines begin: on the left, or on the right where the language is read from there.
#[derive(Clone, Copy, Serialize)]
struct Side {
    rtl: bool,
    start: u32,
    end: u32,
    anchor: &'static str,
    anchor_end: &'static str,
}

impl Side {
    fn of(locale: &Locale) -> Self {
        match locale.direction() {
            Direction::Ltr => Self { rtl: false, start: 80, end: 1120, anchor: "start", anchor_end: "end" },
            Direction::Rtl => Self { rtl: true, start: 1120, end: 80, anchor: "end", anchor_end: "start" },
        }
    }

    /// A line that is read in the direction of its own letters, for not every text is in the page's language.
    fn line(self, text: String) -> String {
        if self.rtl || !text.is_ascii() { format!("\u{2068}{text}\u{2069}") } else { text }
    }

    fn lines(self, setting: Setting) -> Setting {
        Setting { lines: setting.lines.into_iter().map(|line| self.line(line)).collect(), ..setting }
    }
}

impl<'a> Gallery<'a> {
    /// Draws the grounds; nothing where the site has no address, or its authors want no pictures.
    pub(in crate::render) fn open(
        job: &Job<'a>,
        locales: &'a BTreeMap<String, Locale>,
        bases: &BTreeMap<&str, Context>,
    ) -> Option<Self> {
        let plan = job.site.plan;
        let (cache, base) = (job.darkroom?, plan.base()?);
        let cluster = job.site.model.cluster()?;
        let every_page = match cluster.site.as_ref().and_then(|site| site.social_pictures) {
            Some(SocialPictures::None) => return None,
            Some(SocialPictures::Pages) => true,
            Some(SocialPictures::Sections) => false,
            None => plan.routes().len() * locales.len() <= MOST_PAGES,
        };
        let (studio, colours) = (Studio::open(), CardColours::of(&job.theme.tokens));
        let host = base.trim_end_matches('/').split("://").nth(1).filter(|host| host.chars().count() <= HOST);
        let logo = logo(job);
        let wordmark = logo.as_ref().is_some_and(|(_, width, height)| *width > 2.0 * height);
        let own_name = cluster.name.get(plan.main(), plan.main()).map(|found| found.text);
        let shared = |locale: &'a Locale| {
            let side = Side::of(locale);
            let name = legible(&Desk::new(job.site, locale, &Route::Home).bare(&cluster.name));
            // A long logo has the name in it; in a language where the name is another one, both are wanted.
            let said = wordmark && cluster.name.get(locale.tag(), plan.main()).map(|found| found.text) == own_name;
            let view = GroundView {
                colours: &colours,
                side,
                logo: logo.as_ref().map(|(href, width, height)| Logo { href: href.clone(), width: *width, height: *height }),
                name: name.as_ref().filter(|_| !said).map(|name| side.lines(studio.set(name, NAME.0, &NAME.1))),
                host: host.and_then(legible),
            };
            let mut context = bases.get(locale.tag()).cloned().unwrap_or_default();
            context.insert("ground", &view);
            // A theme whose drawing fails is told so by the first page.
            let svg = job.theme.tera.render("social-ground.svg", &context).unwrap_or_default();
            (locale.tag(), Shared { ground: studio.ground(&svg), svg, name, sections: Mutex::default() })
        };
        let languages = locales.values().map(shared).collect();
        Some(Self { cache, studio, every_page, colours, languages })
    }

    /// The picture of a page: its path in the site, and its bytes where this page is the one that brings it.
    pub(super) fn card(&self, job: &Job<'_>, desk: &Desk<'_>, route: &Route, head: &Head) -> Result<Drawn, tera::Error> {
        let Some(shared) = self.languages.get(desk.locale.tag()) else { return Ok(None) };
        let Some(ground) = &shared.ground else { return Ok(None) };
        let other = if self.every_page { route.clone() } else { social::section_of(route) };
        if other != *route {
            return self.section(job, desk, shared, other).map(|path| Some((path, None)));
        }
        let words = social::card(desk, route, head);
        let (path, key) = self.name(job, desk, shared, route, &words)?;
        let mut fault = None;
        let bytes = self.studio.known_or(self.cache, &key, || {
            let room = if words.figure.is_some() { ROOM_ABOVE_FIGURE } else { ROOM };
            match self.draw(job, desk, &words, shared, &|text| self.studio.set(text, room, &TITLE)) {
                Ok(svg) => self.studio.card(ground, &svg),
                Err(error) => {
                    fault = Some(error);
                    None
                }
            }
        });
        fault.map_or(Ok(bytes.map(|bytes| (path, Some(Arc::from(bytes))))), Err)
    }

    /// Path and key of a picture: its words say what it will be before its lines are set, which is what takes time.
    fn name(
        &self,
        job: &Job<'_>,
        desk: &Desk<'_>,
        shared: &Shared,
        route: &Route,
        words: &social::Card,
    ) -> Result<(String, String), tera::Error> {
        let plain = |text: &str| Setting { lines: vec![text.to_owned()], size: 0 };
        let draft = self.draw(job, desk, words, shared, &plain)?;
        let key = self.studio.key(&[&shared.svg, &draft]);
        let path = job.site.plan.path(desk.locale.tag(), route);
        Ok((format!("social/{}-{}.png", path.trim_end_matches(".html"), key.get(..10).unwrap_or(&key)), key))
    }

    /// The path of a section's picture, which thousands of its pages may ask for.
    fn section(&self, job: &Job<'_>, desk: &Desk<'_>, shared: &Shared, section: Route) -> Result<String, tera::Error> {
        let mut known = shared.sections.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(path) = known.get(&section) {
            return Ok(path.clone());
        }
        let (path, _) = self.name(job, desk, shared, &section, &social::section_card(desk, &section))?;
        known.insert(section, path.clone());
        Ok(path)
    }

    fn draw(
        &self,
        job: &Job<'_>,
        desk: &Desk<'_>,
        words: &social::Card,
        shared: &Shared,
        set: &dyn Fn(&str) -> Setting,
    ) -> Result<String, tera::Error> {
        let side = Side::of(desk.locale);
        let ours = |text: &Option<String>| text.as_deref().and_then(legible).map(|text| side.line(text));
        // A title whose letters we lack gives way to the cluster's name; where that is missing too, the ground stands alone.
        let title = legible(&words.title).map(Cow::Owned).or(shared.name.as_deref().map(Cow::Borrowed)).unwrap_or_default();
        let title = set(&title);
        let figure = ours(&words.figure);
        let height = title.size * LEADING / 100 * title.lines.len() as u32;
        let lead = words.lead.as_deref().filter(|_| figure.is_none() && height <= SHORT).and_then(legible);
        let lead = lead.map(|lead| if title.size == 0 { set(&lead) } else { self.studio.set(&lead, LEAD.0, &LEAD.1) });
        let view = CardView {
            colours: &self.colours,
            side,
            kicker: ours(&words.kicker),
            title: side.lines(title),
            leading: LEADING,
            lead: lead.map(|lead| side.lines(lead)),
            state: words.state.as_ref().filter(|_| figure.is_some()).map(|(state, _)| *state),
            state_word: ours(&words.state.as_ref().filter(|_| figure.is_some()).map(|(_, word)| word.clone())),
            figure,
        };
        let mut context = Context::new();
        context.insert("card", &view);
        job.theme.tera.render("social.svg", &context)
    }
}

/// The logo as an address within the drawing, with its size; nothing where it is none that can be drawn.
fn logo(job: &Job<'_>) -> Option<(String, f64, f64)> {
    let brand = job.site.model.cluster()?.brand.as_ref()?;
    let picture = job.site.assets.get(brand.logo.as_ref()?.as_str())?;
    let (_, bytes) =
        job.site.assets.iter().find(|(path, _)| *path == picture.src && path.to_ascii_lowercase().ends_with(".svg"))?;
    let (width, height) = (f64::from(picture.width?), f64::from(picture.height?));
    let scale = (f64::from(LOGO.0) / height).min(f64::from(LOGO.1) / width);
    let mut href = "data:image/svg+xml,".to_owned();
    for byte in bytes.iter() {
        if byte.is_ascii_alphanumeric() {
            href.push(char::from(*byte));
        } else {
            href.push_str(&format!("%{byte:02X}"));
        }
    }
    Some((href, (width * scale).round(), (height * scale).round()))
}
