//! The made-up value chain of the gallery; apart because its words are long and nobody reads them beside the drawing.

use super::super::gallery::Say;
use super::{Step, ValueChain};
use crate::model::Coverage;

/// A step as it is told here: stage, name in English and Arabic, members, note in English and Arabic.
type Told = (Option<usize>, &'static str, &'static str, usize, &'static str, &'static str);

/// A small made-up case, for the gallery.
pub(in crate::chart) fn demo(say: Say<'_>) -> ValueChain {
    let steps: [Told; 10] = [
        (Some(0), "Growing", "الزراعة", 6, "", ""),
        (Some(0), "Harvest", "الحصاد", 2, "", ""),
        (Some(1), "Drying", "التجفيف", 1, "", ""),
        (Some(1), "Oil extraction", "استخلاص الزيت", 4, "", ""),
        (Some(2), "Cosmetics", "مستحضرات التجميل", 12, "", ""),
        (Some(2), "Medicine", "الأدوية", 0, "Talks with a laboratory in the capital", "محادثات مع مختبر في العاصمة"),
        (Some(3), "Trade fairs", "المعارض التجارية", 3, "", ""),
        (None, "Training", "التدريب", 3, "", ""),
        (None, "Packaging", "التغليف", 0, "Call for investors", "دعوة للمستثمرين"),
        (None, "Laboratory", "المختبر", 0, "", ""),
    ];
    let step = |(i, &(stage, en, ar, members, note, note_ar)): (usize, &Told)| {
        let coverage = match members {
            0 if note.is_empty() => Coverage::Outside,
            0 => Coverage::Nobody,
            1 => Coverage::One,
            _ => Coverage::Several,
        };
        let covered = match coverage {
            Coverage::Nobody => say("White spot", "بقعة بيضاء"),
            Coverage::Outside => say("Not a member yet", "ليس عضوًا بعد"),
            Coverage::One => say("One member", "عضو واحد"),
            Coverage::Several => say(&format!("{members} members"), &format!("الأعضاء: {members}")),
        };
        Step { id: i.to_string(), stage, label: say(en, ar), coverage, members, covered, note: say(note, note_ar), href: None }
    };
    let links = [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (3, 5), (4, 6), (5, 6)];
    ValueChain {
        stages: vec![
            say("Raw material", "المادة الخام"),
            say("Processing", "المعالجة"),
            say("Products", "المنتجات"),
            say("Market", "السوق"),
        ],
        supporting: say("Supporting activities", "الأنشطة الداعمة"),
        steps: steps.iter().enumerate().map(step).collect(),
        links: links.iter().map(|(a, b): &(usize, usize)| (a.to_string(), b.to_string())).collect(),
        degrees: [
            say("Nobody: a white spot", "لا أحد: بقعة بيضاء"),
            say("Covered, but not by a member", "مغطّاة من غير الأعضاء"),
            say("One member", "عضو واحد"),
            say("Several members", "عدة أعضاء"),
        ],
        head: [
            say("Stage", "المرحلة"),
            say("Step", "الحلقة"),
            say("Coverage", "التغطية"),
            say("Members", "الأعضاء"),
            say("Note", "ملاحظة"),
            say("Leads to", "يؤدي إلى"),
        ],
    }
}
