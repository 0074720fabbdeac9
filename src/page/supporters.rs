//! Owns funders and partners as pages show them: in the order of the cluster, with the size and the words that they demand for their logos.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Desk, Picture, Words};
use crate::model::kinds::cluster::Supporter as Kind;

/// A funder or partner.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Supporter {
    /// Name.
    pub name: String,
    /// Website.
    pub href: Option<String>,
    /// Address of the logo for light grounds; on a dark one it needs a white ground of its own.
    pub src: Option<String>,
    /// Address of the logo for dark grounds.
    pub dark: Option<String>,
    /// Width in CSS pixels at which the logo is to be shown, where its shape is known.
    pub width: Option<u32>,
    /// Height in CSS pixels at which the logo is to be shown, never below what the organisation demands.
    pub height: Option<u32>,
    /// Words that have to stand beside the logo.
    pub statement: Option<Words>,
}

/// Height of a logo in CSS pixels where nothing is demanded.
const HEIGHT: u32 = 56;
/// Width in CSS pixels that a logo keeps to as far as its least height lets it, so that a wide one does not outweigh the others.
const WIDTH: u32 = 208;

/// Those who finance the cluster.
pub fn funders(desk: &Desk<'_>) -> Vec<Supporter> {
    desk.model().cluster().map(|cluster| all(desk, &cluster.funders)).unwrap_or_default()
}

/// Those whom the cluster works with.
pub fn partners(desk: &Desk<'_>) -> Vec<Supporter> {
    desk.model().cluster().map(|cluster| all(desk, &cluster.partners)).unwrap_or_default()
}

fn all(desk: &Desk<'_>, supporters: &[Kind]) -> Vec<Supporter> {
    let asset = |path: Option<&crate::model::value::FilePath>| path.and_then(|path| desk.site.assets.get(path.as_str()));
    let one = |supporter: &Kind| {
        let logo = asset(supporter.logo.as_ref());
        let (width, height) = logo.map_or((None, None), |logo| shown(logo, supporter.min_height.unwrap_or(0)));
        Supporter {
            name: desk.bare(&supporter.name),
            href: supporter.website.as_ref().map(|url| url.as_str().to_owned()),
            src: logo.map(|logo| logo.src.clone()),
            dark: asset(supporter.logo_dark.as_ref()).map(|dark| dark.src.clone()),
            width,
            height,
            statement: desk.maybe(supporter.statement.as_ref()),
        }
    };
    supporters.iter().map(one).collect()
}

/// The size at which a logo is shown.
fn shown(logo: &Picture, least: u32) -> (Option<u32>, Option<u32>) {
    let Some((width, height)) = logo.width.zip(logo.height).filter(|(width, height)| *width > 0 && *height > 0) else {
        return (None, Some(HEIGHT.max(least)));
    };
    let at = |height_shown: f64| (f64::from(width) * height_shown / f64::from(height)).round() as u32;
    let fitting = f64::from(HEIGHT).min(f64::from(WIDTH) * f64::from(height) / f64::from(width));
    let height_shown = fitting.round().max(f64::from(least)).max(1.0);
    (Some(at(height_shown).max(1)), Some(height_shown as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_never_smaller_than_demanded_and_keeps_its_shape() {
        let picture = |width, height| Picture { src: String::new(), width, height, sizes: Vec::new() };
        for (logo, least, expected) in [
            (picture(Some(160), Some(56)), 0, (Some(160), Some(56))),
            (picture(Some(1600), Some(560)), 0, (Some(160), Some(56))),
            (picture(Some(800), Some(100)), 0, (Some(208), Some(26))),
            (picture(Some(800), Some(100)), 40, (Some(320), Some(40))),
            (picture(Some(100), Some(100)), 72, (Some(72), Some(72))),
            (picture(None, None), 72, (None, Some(72))),
            (picture(Some(0), Some(10)), 0, (None, Some(56))),
            (picture(Some(100_000), Some(1)), 0, (Some(100_000), Some(1))),
        ] {
            assert_eq!(shown(&logo, least), expected, "{logo:?} {least}");
        }
    }
}
