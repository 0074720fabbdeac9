//! Porter's diamond: four determinants that act on each other, with what speaks for and against each, and what acts on them all from outside.

use super::gallery::Say;
use super::glyph;
use super::legend::{self, Sign as KeySign};
use super::node::{LINK, PAD, ROUND};
use super::paint::{Hue, dash, fill, stroke, weight};
use super::svg::{BODY, Canvas, Form, NARROW, SMALL, STRONG, Step, WIDE};
use super::{Cell, Frame, Picture, Table};
use crate::model::Choice;
use crate::model::kinds::diamond::{Determinant, Sign};

/// A diamond.
#[derive(Clone, Debug)]
pub struct Diamond {
    /// The names of the determinants, in the order of [`Determinant::ALL`].
    pub determinants: [String; 6],
    /// What speaks for or against each.
    pub factors: Vec<Factor>,
    /// What stands in a determinant without factors.
    pub nothing: String,
    /// The names of the signs, in the order of [`Sign::ALL`].
    pub signs: [String; 3],
    /// Column headings of the table: determinant, factor, effect, theme.
    pub head: [String; 4],
}

/// One factor.
#[derive(Clone, Debug)]
pub struct Factor {
    /// What it belongs to.
    pub determinant: Determinant,
    /// What it says.
    pub label: String,
    /// What it is about; may be empty.
    pub theme: String,
    /// Whether it helps.
    pub sign: Sign,
    /// Where it leads.
    pub href: Option<String>,
}

/// A determinant on paper, before it has a place.
struct Plate<'a> {
    title: Vec<String>,
    factors: Vec<(&'a Factor, Vec<String>, Vec<String>)>,
    nothing: Vec<String>,
    core: bool,
    height: f64,
}

const SIGN: f64 = 20.0;
/// Between the two determinants that stand above each other.
const MIDDLE: f64 = 124.0;
/// Between an influence from outside and the determinant beside it.
const ASIDE: f64 = 30.0;

/// Draws a diamond; `None` without a factor.
pub fn draw(frame: &Frame<'_>, input: &Diamond) -> Option<Picture> {
    if input.factors.is_empty() {
        return None;
    }
    Some(frame.picture(wide(frame, input), Some(narrow(frame, input)), table(input)))
}

fn plate<'a>(input: &'a Diamond, determinant: Determinant, broad: f64) -> Plate<'a> {
    let room = broad - 2.0 * PAD;
    let index = Determinant::ALL.iter().position(|known| *known == determinant).unwrap_or_default();
    let title = STRONG.balance(&input.determinants[index], room, 3);
    let of_this = input.factors.iter().filter(|factor| factor.determinant == determinant);
    let factors: Vec<_> = of_this
        .map(|factor| (factor, SMALL.wrap(&factor.theme, room - SIGN, 2), BODY.wrap(&factor.label, room - SIGN, 6)))
        .collect();
    let nothing = if factors.is_empty() { SMALL.wrap(&input.nothing, room, 2) } else { Vec::new() };
    let lines = |(_, theme, label): &(&Factor, Vec<String>, Vec<String>)| {
        theme.len() as f64 * SMALL.leading() + label.len().max(1) as f64 * BODY.leading() + 8.0
    };
    let body = factors.iter().map(lines).sum::<f64>() + nothing.len() as f64 * SMALL.leading();
    let height = title.len().max(1) as f64 * STRONG.leading() + 12.0 + body + 14.0;
    Plate { title, factors, nothing, core: determinant.is_core(), height }
}

impl Plate<'_> {
    fn draw(&self, canvas: &mut Canvas, frame: &Frame<'_>, words: &[String; 3], [x, y, broad]: [f64; 3]) {
        let head = self.title.len().max(1) as f64 * STRONG.leading() + 12.0;
        let whole = [x, y, broad, self.height];
        let edge = if self.core { Hue::Brand } else { Hue::Neutral };
        let ground = fill(Hue::Surface).edged(edge, weight::EDGE);
        canvas.rect(whole, ROUND, if self.factors.is_empty() { ground.dashed(dash::ABSENT) } else { ground });
        // Rounded above, square below.
        let plate = fill(if self.core { Hue::Plate } else { Hue::Tint });
        canvas.rect([x + 0.5, y + 0.5, broad - 1.0, head - 0.5], ROUND, plate);
        canvas.rect([x + 0.5, y + head - 8.0, broad - 1.0, 8.0], 0.0, plate);
        canvas.line((x, y + head), (x + broad, y + head), stroke(edge, weight::EDGE));
        let kind = if self.core { STRONG.in_hue(Hue::OnBrand) } else { STRONG };
        canvas.lines(x + broad / 2.0, y + 18.0, kind.middle(), &self.title);
        let mut base = y + head + 20.0;
        canvas.lines(x + PAD, base, SMALL, &self.nothing);
        for (factor, theme, label) in &self.factors {
            let index = Sign::ALL.iter().position(|known| *known == factor.sign).unwrap_or_default();
            let said =
                if factor.theme.is_empty() { factor.label.clone() } else { format!("{} · {}", factor.theme, factor.label) };
            canvas.mark(factor.href.as_ref(), &frame.pair(&words[index], &said), |canvas| {
                glyph::effect(canvas, x + PAD + 6.5, base - 4.0, 6.5, factor.sign);
                canvas.lines(x + PAD + SIGN, base, SMALL, theme);
                canvas.lines(x + PAD + SIGN, base + theme.len() as f64 * SMALL.leading(), BODY, label);
            });
            base += theme.len() as f64 * SMALL.leading() + label.len().max(1) as f64 * BODY.leading() + 8.0;
        }
    }
}

fn wide(frame: &Frame<'_>, input: &Diamond) -> String {
    let mut canvas = Canvas::new(frame, Form::Wide, WIDE);
    let top = legend::flow(&mut canvas, 0.0, &key(input)) + 10.0;
    let (broad, gap) = (214.0, 38.0);
    let [left, centre, right] = [1.0, 1.0 + broad + gap, 1.0 + 2.0 * (broad + gap)];
    let of = |determinant| plate(input, determinant, broad);
    let [factor, demand] = [of(Determinant::FactorConditions), of(Determinant::DemandConditions)];
    let [related, rivalry] = [of(Determinant::RelatedIndustries), of(Determinant::StrategyAndRivalry)];
    let [government, chance] = [of(Determinant::Government), of(Determinant::Chance)];
    let outside = |plate: &Plate<'_>| if plate.factors.is_empty() { 0.0 } else { plate.height + ASIDE };

    // The middle lies as low as what stands above it in each column needs, and the foot as low as what stands below.
    let above = [rivalry.height + MIDDLE / 2.0, outside(&chance) + factor.height / 2.0, demand.height / 2.0];
    let below = [related.height + MIDDLE / 2.0, outside(&government) + demand.height / 2.0, factor.height / 2.0];
    let middle = top + above.into_iter().fold(0.0, f64::max);
    let foot = middle + below.into_iter().fold(0.0, f64::max);

    let (ceiling, floor) = (top + rivalry.height, foot - related.height);
    let (near, far) = (centre + broad * 0.25, centre + broad * 0.75);
    canvas.line((left + broad + 6.0, middle), (right - 6.0, middle), LINK);
    heads(&mut canvas, &[((left + broad + 0.5, middle), (-1.0, 0.0)), ((right - 0.5, middle), (1.0, 0.0))]);
    canvas.line((centre + broad / 2.0, ceiling + 6.0), (centre + broad / 2.0, floor - 6.0), LINK);
    heads(
        &mut canvas,
        &[((centre + broad / 2.0, ceiling + 0.5), (0.0, -1.0)), ((centre + broad / 2.0, floor - 0.5), (0.0, 1.0))],
    );
    for (x, side, plate) in [(near, left + broad, &factor), (far, right, &demand)] {
        let reach = (plate.height / 2.0 - 10.0).clamp(6.0, 26.0);
        let way = if side < x { -1.0 } else { 1.0 };
        for (y, at, turn) in [(ceiling, middle - reach, -1.0), (floor, middle + reach, 1.0)] {
            let end = side - way * 6.0;
            canvas.path(&[Step::Move(x, y - turn * 6.0), Step::Curve([x, at, x, at, end, at])], LINK);
            heads(&mut canvas, &[((x, y - turn * 0.5), (0.0, turn)), ((side - way * 0.5, at), (way, 0.0))]);
        }
    }
    let thin = stroke(Hue::Neutral, weight::EDGE);
    if !chance.factors.is_empty() {
        let (x, y) = (left + broad / 2.0, top + chance.height.min(rivalry.height) / 2.0);
        canvas.line((x, top + chance.height), (x, middle - factor.height / 2.0 - 6.0), thin);
        canvas.line((left + broad, y), (centre - 6.0, y), thin);
        heads(&mut canvas, &[((x, middle - factor.height / 2.0 - 0.5), (0.0, 1.0)), ((centre - 0.5, y), (1.0, 0.0))]);
    }
    if !government.factors.is_empty() {
        let (x, y) = (right + broad / 2.0, foot - government.height.min(related.height) / 2.0);
        canvas.line((x, foot - government.height), (x, middle + demand.height / 2.0 + 6.0), thin);
        canvas.line((right, y), (centre + broad + 6.0, y), thin);
        heads(&mut canvas, &[((x, middle + demand.height / 2.0 + 0.5), (0.0, -1.0)), ((centre + broad + 0.5, y), (-1.0, 0.0))]);
    }
    let places = [
        (&chance, left, top),
        (&rivalry, centre, top),
        (&factor, left, middle - factor.height / 2.0),
        (&demand, right, middle - demand.height / 2.0),
        (&related, centre, floor),
        (&government, right, foot - government.height),
    ];
    for (plate, x, y) in places {
        if plate.core || !plate.factors.is_empty() {
            plate.draw(&mut canvas, frame, &input.signs, [x, y, broad]);
        }
    }
    canvas.finish(frame, "diamond", foot + 2.0)
}

/// Where the head of an arrow ends, and the direction that it points in.
type End = ((f64, f64), (f64, f64));

fn heads(canvas: &mut Canvas, ends: &[End]) {
    for ((x, y), (dx, dy)) in ends {
        let (bx, by) = (x - dx * 6.0, y - dy * 6.0);
        let steps =
            [Step::Move(*x, *y), Step::Line(bx + dy * 3.5, by + dx * 3.5), Step::Line(bx - dy * 3.5, by - dx * 3.5), Step::Close];
        canvas.path(&steps, fill(Hue::Neutral));
    }
}

/// The determinants one below the other.
fn narrow(frame: &Frame<'_>, input: &Diamond) -> String {
    let mut canvas = Canvas::new(frame, Form::Narrow, NARROW);
    let mut y = legend::flow(&mut canvas, 0.0, &key(input)) + 8.0;
    for &determinant in Determinant::ALL {
        let plate = plate(input, determinant, NARROW - 2.0);
        if plate.core || !plate.factors.is_empty() {
            plate.draw(&mut canvas, frame, &input.signs, [1.0, y, NARROW - 2.0]);
            y += plate.height + 12.0;
        }
    }
    canvas.finish(frame, "diamond", y - 8.0)
}

fn key(input: &Diamond) -> Vec<(KeySign<'_>, &str)> {
    let used = |sign: &Sign| input.factors.iter().any(|factor| factor.sign == *sign);
    let sign = |sign: Sign| -> KeySign<'_> { Box::new(move |canvas, x, y| glyph::effect(canvas, x + 10.0, y, 6.5, sign)) };
    let all = Sign::ALL.iter().zip(&input.signs).filter(|(sign, _)| used(sign));
    all.map(|(known, name)| (sign(*known), name.as_str())).collect()
}

fn table(input: &Diamond) -> Table {
    let mut rows = Vec::new();
    for (determinant, name) in Determinant::ALL.iter().zip(&input.determinants) {
        let of_this = input.factors.iter().filter(|factor| factor.determinant == *determinant);
        rows.extend(of_this.map(|factor| {
            let sign = Sign::ALL.iter().position(|known| *known == factor.sign).unwrap_or_default();
            vec![
                Cell::coded(name, determinant.as_str().to_owned()),
                Cell::linked(&factor.label, factor.href.as_ref()),
                Cell::coded(&input.signs[sign], factor.sign.as_str().to_owned()),
                Cell::words(&factor.theme),
            ]
        }));
    }
    let keys = ["determinant", "factor", "sign", "theme"];
    Table::new(keys.into_iter().zip(input.head.clone()), rows)
}

/// A small made-up case, for the gallery.
pub(super) fn demo(say: Say<'_>) -> Diamond {
    use Determinant::{Chance, DemandConditions, FactorConditions, Government, RelatedIndustries, StrategyAndRivalry};
    let factors = [
        (
            FactorConditions,
            Sign::Plus,
            "Skills",
            "المهارات",
            "A school of design with 300 students",
            "مدرسة للتصميم تضم 300 طالب",
        ),
        (
            FactorConditions,
            Sign::Minus,
            "Roads",
            "الطرق",
            "Two hours to the port on a winding road",
            "ساعتان إلى الميناء على طريق متعرج",
        ),
        (
            DemandConditions,
            Sign::Plus,
            "Home market",
            "السوق المحلية",
            "Hotels that furnish anew every eight years",
            "فنادق تجدد أثاثها كل ثماني سنوات",
        ),
        (
            DemandConditions,
            Sign::Mixed,
            "Taste",
            "الذوق",
            "Buyers ask for low prices and for old craft",
            "يطلب المشترون سعرًا منخفضًا وحرفة أصيلة",
        ),
        (RelatedIndustries, Sign::Minus, "", "", "No maker of fittings within 200 km", "لا صانع للتجهيزات ضمن 200 كم"),
        (
            StrategyAndRivalry,
            Sign::Plus,
            "Rivalry",
            "التنافس",
            "Sixty firms that copy and outdo each other",
            "ستون شركة تتنافس وتتعلم من بعضها",
        ),
        (StrategyAndRivalry, Sign::Minus, "Succession", "الخلافة", "Every third owner has no successor", "ثلث المالكين بلا خلف"),
        (Government, Sign::Plus, "", "", "A law on public buying that counts quality", "قانون للمشتريات العامة يراعي الجودة"),
        (Chance, Sign::Mixed, "", "", "Sea freight has become dear", "ارتفعت كلفة الشحن البحري"),
    ];
    let factor = |(determinant, sign, theme, theme_ar, label, label_ar): &(Determinant, Sign, &str, &str, &str, &str)| Factor {
        determinant: *determinant,
        label: say(label, label_ar),
        theme: say(theme, theme_ar),
        sign: *sign,
        href: None,
    };
    Diamond {
        determinants: [
            say("Factor conditions", "ظروف عوامل الإنتاج"),
            say("Demand conditions", "ظروف الطلب"),
            say("Related and supporting industries", "الصناعات المرتبطة والداعمة"),
            say("Firm strategy and rivalry", "استراتيجية الشركات وتنافسها"),
            say("Government", "الدولة"),
            say("Chance", "الصدفة"),
        ],
        factors: factors.iter().map(factor).collect(),
        nothing: say("Not assessed yet", "لم يُقيَّم بعد"),
        signs: [say("Helps", "يساعد"), say("Hinders", "يعيق"), say("Both", "كلاهما")],
        head: [say("Determinant", "المحدِّد"), say("Factor", "العامل"), say("Effect", "الأثر"), say("Theme", "الموضوع")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::probe::{self, HOSTILE};

    fn diamond(count: usize, only: Option<Determinant>, label: &str) -> Diamond {
        let factor = |i: usize| Factor {
            determinant: only.unwrap_or(Determinant::ALL[i % 6]),
            label: label.into(),
            theme: label.into(),
            sign: Sign::ALL[i % 3],
            href: Some(format!("diamond.html#{i}")),
        };
        Diamond {
            determinants: std::array::from_fn(|_| label.to_string()),
            factors: (0..count).map(factor).collect(),
            nothing: label.into(),
            signs: std::array::from_fn(|_| label.to_string()),
            head: Default::default(),
        }
    }

    #[test]
    fn sound_with_any_text_and_however_lopsided() {
        for label in HOSTILE {
            for count in [1, 7] {
                probe::both(|frame| probe::sound(&draw(frame, &diamond(count, None, label)).unwrap()));
            }
        }
        for &only in Determinant::ALL {
            probe::both(|frame| probe::sound(&draw(frame, &diamond(20, Some(only), "Skilled people")).unwrap()));
        }
    }

    #[test]
    fn every_factor_is_there_and_none_gives_no_picture() {
        probe::both(|frame| {
            let picture = draw(frame, &diamond(20, None, "Skills")).unwrap();
            let narrow = picture.svg_narrow.as_ref().unwrap();
            assert_eq!([picture.svg.matches("<a ").count(), narrow.matches("<a ").count(), picture.table.rows.len()], [20; 3]);
            assert!(draw(frame, &diamond(0, None, "a")).is_none());
        });
    }
}
