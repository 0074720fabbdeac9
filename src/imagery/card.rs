//! Owns the drawing of the picture that stands for a page where it is passed on: a drawing of ours, with letters of our own fonts, becomes the pixels of a PNG.
//! What all pages of a language share is drawn once.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, ImageHrefResolver, Node, Options, Tree, fontdb};

use super::{CARD_HEIGHT, CARD_WIDTH, Cache, key, palette};

/// Changes whenever other bytes come out of the same drawing (resvg 0.49, png 0.18).
const RECIPE: &str = "card 1";

/// Fonts by which every card is set: Latin, Greek, Cyrillic and Arabic letters, regular and bold.
const FONTS: [&[u8]; 4] = [
    include_bytes!("fonts/latin-regular.ttf"),
    include_bytes!("fonts/latin-bold.ttf"),
    include_bytes!("fonts/arabic-regular.ttf"),
    include_bytes!("fonts/arabic-bold.ttf"),
];

/// The font of a letter that the font of its text lacks: the other script's, of the same weight.
fn other_script(letter: char, tried: &[fontdb::ID], fonts: &fontdb::Database) -> Option<fontdb::ID> {
    let arabic = ('\u{600}'..='\u{6ff}').contains(&letter);
    let weight = tried.first().and_then(|id| fonts.face(*id)).map(|face| face.weight);
    let suits = |face: &&fontdb::FaceInfo| {
        let named = face.families.iter().any(|(name, _)| name.contains("Arabic"));
        named == arabic && weight.is_none_or(|weight| weight == face.weight) && !tried.contains(&face.id)
    };
    fonts.faces().find(suits).map(|face| face.id)
}

/// What draws cards. It reads no file and knows no font but its own, so it draws the same everywhere.
pub struct Studio {
    fonts: Arc<fontdb::Database>,
}

/// What the cards of a language share, drawn.
pub struct Ground(Pixmap);

impl Studio {
    /// A studio with our fonts.
    pub fn open() -> Self {
        let mut fonts = fontdb::Database::new();
        for font in FONTS {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(font)));
        }
        // A logo may ask for fonts that we lack.
        for named in
            [fontdb::Database::set_serif_family, fontdb::Database::set_sans_serif_family, fontdb::Database::set_monospace_family]
        {
            named(&mut fonts, "Noto Sans");
        }
        Self { fonts: Arc::new(fonts) }
    }

    fn read(&self, svg: &str) -> Option<Tree> {
        let options = Options {
            font_family: "Noto Sans".to_owned(),
            fontdb: Arc::clone(&self.fonts),
            font_resolver: FontResolver {
                select_font: FontResolver::default_font_selector(),
                select_fallback: Box::new(|letter, tried, fonts| other_script(letter, tried, fonts)),
            },
            // A drawing may hold pictures, and never lead to any.
            image_href_resolver: ImageHrefResolver {
                resolve_data: ImageHrefResolver::default_data_resolver(),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        };
        Tree::from_str(svg, &options).ok()
    }

    /// Draws what cards share; nothing where it is no drawing.
    pub fn ground(&self, svg: &str) -> Option<Ground> {
        let mut pixels = Pixmap::new(CARD_WIDTH, CARD_HEIGHT)?;
        pixels.fill(resvg::tiny_skia::Color::WHITE);
        resvg::render(&self.read(svg)?, Transform::identity(), &mut pixels.as_mut());
        Some(Ground(pixels))
    }

    /// Draws a card over its ground, as a PNG.
    pub fn card(&self, ground: &Ground, svg: &str) -> Option<Vec<u8>> {
        let tree = self.read(svg)?;
        let mut pixels = ground.0.clone();
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        palette::png(pixels.data(), CARD_WIDTH, CARD_HEIGHT)
    }

    /// The name under which a cache knows the card that these drawings give.
    pub fn key(&self, drawings: &[&str]) -> String {
        let parts: Vec<&[u8]> = drawings.iter().map(|drawing| drawing.as_bytes()).collect();
        key(RECIPE, &parts)
    }

    /// The card under a key, drawn only where the cache does not know it.
    pub fn known_or(&self, cache: &dyn Cache, key: &str, draw: impl FnOnce() -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        cache.get(key).or_else(|| {
            let drawn = draw()?;
            cache.put(key, &drawn);
            Some(drawn)
        })
    }

    /// How wide words are in bold letters of 100 pixels, each by itself.
    pub(super) fn widths(&self, words: &[&str]) -> Vec<f32> {
        use std::fmt::Write as _;
        let mut svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>".to_owned();
        for (index, word) in words.iter().enumerate() {
            let word = word.replace('&', "&amp;").replace('<', "&lt;");
            let _ = write!(
                svg,
                "<text id='w{index}' font-family='Noto Sans, Noto Sans Arabic' font-weight='700' font-size='100'>{word}</text>"
            );
        }
        svg.push_str("</svg>");
        let mut widths = vec![0.0; words.len()];
        let tree = self.read(&svg);
        for node in tree.iter().flat_map(|tree| tree.root().children()) {
            // A text stands in a group where it has more than its letters.
            if let (Node::Text(text), Some(index)) =
                (node, node.id().strip_prefix('w').and_then(|index| index.parse::<usize>().ok()))
                && let Some(width) = widths.get_mut(index)
            {
                *width = text.bounding_box().width();
            }
        }
        widths
    }
}
