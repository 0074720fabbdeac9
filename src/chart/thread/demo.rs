//! A small made-up thread for the gallery, apart because it is more words than drawing.

use super::{Chain, Group, Item, Thread};
use crate::chart::gallery::Say;
use crate::model::State;

/// A small made-up case, for the gallery.
pub(in crate::chart) fn demo(say: Say<'_>) -> Thread {
    let item = |en: &str, ar: &str, state| Item { label: say(en, ar), href: None, state };
    let group = |en: &str, ar: &str, items: Vec<Item>| Group { label: say(en, ar), plain: false, counted: false, items };
    let plain = |en: &str, ar: &str| item(en, ar, None);
    let skills = Chain {
        label: say("Skilled people stay in the region", "بقاء المهارات في المنطقة"),
        sub: say("Budget: 120,000", "الميزانية: 120000"),
        href: None,
        stations: [
            vec![
                group("Weaknesses", "نقاط الضعف", vec![plain("Too few apprentices", "قلة المتدربين")]),
                group("Demands", "المطالب", vec![plain("More skilled joiners", "مزيد من النجارين المهرة")]),
            ],
            vec![group("Fields of action", "مجالات العمل", vec![plain("Skills", "المهارات")])],
            vec![
                group("Services", "الخدمات", vec![plain("Courses for the trade", "دورات مهنية")]),
                group("Activities", "الأنشطة", vec![plain("Open day in the workshops", "يوم مفتوح في الورش")]),
            ],
            vec![group(
                "Indicators",
                "المؤشرات",
                vec![
                    item("Apprentices", "المتدربون", Some(State::OnTrack)),
                    item("Vacant posts", "الوظائف الشاغرة", Some(State::Behind)),
                ],
            )],
        ],
    };
    let exports = Chain {
        label: say("Double the export share", "مضاعفة حصة الصادرات"),
        sub: String::new(),
        href: None,
        stations: [
            vec![group("Opportunities", "الفرص", vec![plain("Demand in the north", "طلب في الشمال")])],
            vec![group("Fields of action", "مجالات العمل", vec![plain("Markets", "الأسواق")])],
            Vec::new(),
            vec![group("Indicators", "المؤشرات", vec![item("Exporting firms", "الشركات المصدّرة", Some(State::OffTrack))])],
        ],
    };
    Thread {
        columns: [
            say("Needs", "الحاجات"),
            say("Goal", "الهدف"),
            say("Field", "المجال"),
            say("Means", "الوسائل"),
            say("Shown by", "يظهر في"),
        ],
        chains: vec![skills, exports],
        brief: false,
        nothing: Some(say("Nothing yet", "لا شيء بعد")),
        states: [
            say("Achieved", "تحقق"),
            say("On track", "في المسار"),
            say("Behind", "متأخر"),
            say("Off track", "خارج المسار"),
            say("Not started", "لم يبدأ"),
            say("No data", "لا بيانات"),
        ],
        head: [
            say("Goal", "الهدف"),
            say("Link", "الصلة"),
            say("Entry", "العنصر"),
            say("State", "الحالة"),
            say("Number", "العدد"),
        ],
    }
}
