//! Draws every chart with believable data in both directions and lays them side by side in `target/gallery.html`, to be looked at.

use std::fmt::Write as _;

use clustersite::chart::{Format, Frame, Picture, State, bars, chain, gantt, house, line, matrix, organigram};
use clustersite::chart::{sparkline, stacked_shares, track};
use jiff::civil::{Date, date};

/// Picks a text by language.
type Say<'a> = &'a dyn Fn(&str, &str) -> String;

#[test]
fn gallery() {
    let mut body = String::new();
    for arabic in [false, true] {
        let one = pictures(arabic);
        assert_eq!(one, pictures(arabic), "the same input gives the same bytes");
        let (lang, dir) = if arabic { ("ar", "rtl") } else { ("en", "ltr") };
        for part in ["wide", "narrow"] {
            let _ = write!(body, "<section lang='{lang}' dir='{dir}' class='{part}'>");
            for picture in &one {
                let svg = if part == "wide" { Some(&picture.svg) } else { picture.svg_narrow.as_ref() };
                let _ = write!(
                    body,
                    "<figure class='picture'><figcaption>{}</figcaption>{}</figure>",
                    picture.title,
                    svg.map_or("", |s| s)
                );
            }
            body.push_str("</section>");
        }
    }
    let css = include_str!("../themes/default/static/css/chart.css");
    let look = "body{font-family:'Noto Sans',sans-serif;margin:0;display:grid;grid-template-columns:780px 400px 780px 400px;background:var(--c-surface,#fff);color:var(--c-ink,#1b2430)}
        section{padding:30px} figure{margin:0 0 48px}
        figcaption{font-weight:700;margin-block-end:12px}
        .dark{--c-ink:#e8edf3;--c-muted:#a9b4c1;--c-line:#3a4552;--c-surface:#141a21;--c-brand:#8fbbe6;--c-accent:#f0a370;
        --c-good:#6fc492;--c-warn:#e0b05c;--c-bad:#f08a80;--c-neutral:#8693a3;--c-series-1:#8fbbe6;--c-series-2:#f0a370;
        --c-series-3:#7cc79a;--c-series-4:#c39ad6;--c-series-5:#9aa7b5;--c-series-6:#dcc464}";
    let html = format!("<!doctype html><meta charset=utf-8><title>Gallery</title><style>{look}{css}</style><body>{body}");
    let target = option_env!("CARGO_TARGET_DIR").unwrap_or(concat!(env!("CARGO_MANIFEST_DIR"), "/target"));
    std::fs::create_dir_all(target).unwrap();
    std::fs::write(format!("{target}/gallery.html"), html).unwrap();
}

#[expect(clippy::unwrap_used, reason = "the sample data is known to give pictures")]
fn pictures(arabic: bool) -> Vec<Picture> {
    const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const AR: [&str; 12] =
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"];
    let month = move |d: Date| (if arabic { AR } else { EN })[d.month() as usize - 1].to_string();
    let quarter = move |d: Date| format!("{}{}", if arabic { "ر" } else { "Q" }, (d.month() + 2) / 3);
    let format = Format {
        number: &|value| {
            let whole = format!("{:.0}", value.abs());
            let grouped: Vec<&str> = whole.as_bytes().rchunks(3).rev().map(|c| std::str::from_utf8(c).unwrap()).collect();
            format!("{}{}", if value < 0.0 { "−" } else { "" }, grouped.join(","))
        },
        percent: &|share| format!("{:.0}%", share * 100.0),
        day: &|d| format!("{} {} {}", d.day(), month(d), d.year()),
        month: &month,
        quarter: &quarter,
        year: &|d| d.year().to_string(),
    };
    let say = move |en: &str, ar: &str| if arabic { ar } else { en }.to_string();
    let mut out = Vec::new();
    let mut add = |id: &str, title: String, draw: &dyn Fn(&Frame<'_>) -> Option<Picture>| {
        let id = format!("{id}-{}", if arabic { "ar" } else { "en" });
        let frame = Frame { id: &id, title: &title, description: &title, rtl: arabic, format: &format };
        out.push(draw(&frame).unwrap());
    };
    add("track", say("Stage track", "مراحل التجمع"), &|f| track::draw(f, &stages(&say)));
    add("house", say("Strategy house", "بيت الاستراتيجية"), &|f| house::draw(f, &strategy(&say)));
    add("line", say("Line", "المؤشر"), &|f| line::draw(f, &indicator(&say, false)));
    add("parts", say("Line with parts", "المؤشر حسب الفئة"), &|f| line::draw(f, &indicator(&say, true)));
    add("gantt", say("Action plan", "خطة العمل"), &|f| gantt::draw(f, &plan(&say)));
    add("organigram", say("Organigram", "الهيكل التنظيمي"), &|f| organigram::draw(f, &bodies(&say)));
    add("shares", say("Financing mix", "مصادر التمويل"), &|f| stacked_shares::draw(f, &shares(&say)));
    add("bars", say("Members by kind", "الأعضاء حسب النوع"), &|f| bars::draw(f, &kinds(&say)));
    add("matrix", say("Stakeholders", "أصحاب المصلحة"), &|f| matrix::draw(f, &stakeholders(&say)));
    add("chain", say("Results chain", "سلسلة النتائج"), &|f| chain::draw(f, &results(&say)));
    let values = [12.0, 18.0, 15.0, 22.0, 21.0, 30.0, 34.0];
    let points = values.iter().enumerate().map(|(i, v)| (date(2020 + i as i16, 1, 1), *v)).collect();
    let spark = sparkline::Sparkline { points, head: Default::default() };
    add("spark", say("Sparkline", "خط صغير"), &|f| sparkline::draw(f, &spark));
    out
}

fn states(say: Say<'_>) -> [String; 6] {
    [
        say("Achieved", "تحقق"),
        say("On track", "في المسار"),
        say("Behind", "متأخر"),
        say("Off track", "خارج المسار"),
        say("Not started", "لم يبدأ"),
        say("No data", "لا بيانات"),
    ]
}

fn stages(say: Say<'_>) -> track::Track {
    track::Track {
        stages: vec![
            (say("Initiation", "البدء"), say("Mapping, stakeholders, strategy", "رسم الخرائط والاستراتيجية")),
            (say("Establishment", "التأسيس"), say("Action plan, governance, finance", "خطة العمل والحوكمة والتمويل")),
            (say("Operationalisation", "التشغيل"), say("Services and projects run", "الخدمات والمشاريع")),
            (say("Transformation", "التحول"), say("New markets and fields", "أسواق ومجالات جديدة")),
        ],
        current: 2,
        words: track::Words { current: say("We are here", "نحن هنا"), ..Default::default() },
    }
}

fn strategy(say: Say<'_>) -> house::House {
    let goals = [
        (
            "Double the export share of our small firms",
            "مضاعفة حصة الصادرات لشركاتنا الصغيرة",
            "Export promotion",
            "ترويج الصادرات",
        ),
        ("A shared laboratory that all members use", "مختبر مشترك يستخدمه جميع الأعضاء", "Innovation", "الابتكار"),
        ("Skilled people stay in the region", "بقاء المهارات في المنطقة", "Training and skills", "التدريب والمهارات"),
        ("Buy wood and energy together", "شراء الخشب والطاقة معًا", "Joint procurement", "الشراء المشترك"),
        ("One voice towards ministries", "صوت واحد أمام الوزارات", "Lobbying", "المناصرة"),
        ("Known as the valley of fine furniture", "التعريف بوادي الأثاث الراقي", "Joint marketing", "التسويق المشترك"),
    ];
    let pillar = |(en, ar, sub, sub_ar): &(&str, &str, &str, &str)| house::Pillar {
        label: say(en, ar),
        sub: say(sub, sub_ar),
        href: Some("goals/x.html".into()),
    };
    house::House {
        vision: say(
            "By 2032 the valley is where Europe looks for furniture that lasts: made by small firms that learn, buy and sell together.",
            "بحلول عام 2032 يصبح الوادي وجهة أوروبا للأثاث الذي يدوم، تصنعه شركات صغيرة تتعلم وتشتري وتبيع معًا.",
        ),
        objectives: vec![
            say("Firms earn more from design than from volume", "دخل الشركات من التصميم أكثر من الكمية"),
            say(
                "The cluster carries itself from 2029 on, without project money",
                "اعتماد التجمع على موارده الذاتية ابتداءً من 2029",
            ),
        ],
        goals: goals.iter().map(pillar).collect(),
        enablers: vec![
            say("Managing office of four people", "مكتب إدارة من أربعة أشخاص"),
            say("Trust built in working groups", "الثقة المبنية في فرق العمل"),
            say("Data on members and markets", "بيانات الأعضاء والأسواق"),
            say("Membership fees and service income", "رسوم العضوية ودخل الخدمات"),
        ],
        words: house::Words {
            vision: say("Vision", "الرؤية"),
            objectives: say("Strategic objectives", "الأهداف الاستراتيجية"),
            goals: say("Goals", "الأهداف"),
            enablers: say("Enablers", "الممكنات"),
            ..Default::default()
        },
    }
}

fn indicator(say: Say<'_>, parts: bool) -> line::Line {
    let at = |year: i16, month: i8, value: f64| (date(year, month, 1), value);
    let expected = |year, value, en: &str, ar: &str| line::Expected { date: date(year, 1, 1), value, label: say(en, ar) };
    let series = [("Micro", "متناهية الصغر", 0.3), ("Small", "صغيرة", 0.5), ("Medium", "متوسطة", 0.2)];
    let points =
        vec![at(2024, 1, 38.0), at(2024, 7, 42.0), at(2025, 1, 47.0), at(2025, 7, 49.0), at(2026, 1, 61.0), at(2026, 7, 66.0)];
    line::Line {
        series: if parts {
            series
                .iter()
                .map(|(en, ar, share)| line::Series {
                    label: say(en, ar),
                    points: points.iter().map(|(d, v)| (*d, v * share)).collect(),
                })
                .collect()
        } else {
            Vec::new()
        },
        points,
        expected: vec![
            expected(2024, 38.0, "Baseline", "خط الأساس"),
            expected(2026, 70.0, "Milestone", "مرحلي"),
            expected(2029, 120.0, "Target", "المستهدف"),
        ],
        unit: say("Exporting firms", "شركات مصدرة"),
        today: Some(date(2026, 9, 15)),
        words: line::Words {
            date: say("Date", "التاريخ"),
            measured: say("Measured", "المقاس"),
            expected: say("Expected path", "المسار المتوقع"),
            today: say("Today", "اليوم"),
        },
    }
}

fn plan(say: Say<'_>) -> gantt::Gantt {
    use gantt::Status;
    let names = [
        ("Sign the membership agreements", "توقيع اتفاقيات العضوية"),
        ("Survey what firms need from a shared laboratory", "مسح احتياجات الشركات من المختبر المشترك"),
        ("Joint stand at the Cologne fair", "جناح مشترك في معرض كولونيا"),
        ("Curriculum for CNC operators with the vocational school and the chamber of crafts", "منهج مشغلي آلات التحكم الرقمي"),
        ("Buying group for oak", "مجموعة شراء خشب البلوط"),
        ("Position paper on timber rules", "ورقة موقف حول قواعد الأخشاب"),
    ];
    let statuses =
        [Status::Done, Status::Done, Status::InProgress, Status::Delayed, Status::Planned, Status::Cancelled, Status::Planned];
    let row = |i: usize| {
        let (en, ar) = names[i % names.len()];
        let start = date(2025, 1, 10) + jiff::Span::new().months((i as i64 * 5) % 22);
        gantt::Row {
            id: format!("a{i}"),
            label: say(en, ar),
            start: Some(start),
            end: Some(start + jiff::Span::new().days(60 + (i as i64 * 47) % 260)),
            status: statuses[i % statuses.len()],
            quick_win: i.is_multiple_of(4),
            milestones: if i % 3 == 1 { vec![(start + jiff::Span::new().days(90), say("Report", "تقرير"))] } else { vec![] },
            depends_on: if i % 5 == 2 { vec![format!("a{}", i - 1)] } else { vec![] },
            href: Some(format!("activities/a{i}.html")),
        }
    };
    let goals = [
        ("Double the export share of our small firms", "مضاعفة حصة الصادرات"),
        ("A shared laboratory", "مختبر مشترك"),
        ("Skills", "المهارات"),
    ];
    let group = |(g, (en, ar)): (usize, &(&str, &str))| gantt::Group {
        label: say(en, ar),
        href: Some("goals/g.html".into()),
        rows: (g * 5..g * 5 + 5).map(row).collect(),
    };
    gantt::Gantt {
        groups: goals.iter().enumerate().map(group).collect(),
        today: Some(date(2026, 5, 20)),
        span: None,
        words: gantt::Words {
            quick_win: say("Quick win", "مكسب سريع"),
            milestones: say("Milestone", "محطة"),
            depends_on: say("Waits for", "يعتمد على"),
            today: say("Today", "اليوم"),
            planned: say("Planned", "مخطط"),
            in_progress: say("In progress", "قيد التنفيذ"),
            done: say("Done", "منجز"),
            delayed: say("Delayed", "متأخر"),
            cancelled: say("Cancelled", "ملغى"),
            ..Default::default()
        },
    }
}

fn bodies(say: Say<'_>) -> organigram::Organigram {
    let rows = [
        ("General assembly", "الجمعية العامة", "All 62 members", "62 عضوًا", None),
        ("Executive board", "مجلس الإدارة", "Chair: A. Marin", "الرئيس: أ. مارين", Some(0)),
        ("Advisory board", "المجلس الاستشاري", "University, chamber, region", "الجامعة والغرفة والإقليم", Some(0)),
        ("Audit committee", "لجنة التدقيق", "", "", Some(0)),
        ("Managing office", "مكتب الإدارة", "Four staff", "أربعة موظفين", Some(1)),
        ("Steering committee", "لجنة التسيير", "Meets each quarter", "تجتمع كل ثلاثة أشهر", Some(1)),
        ("Working group on skills", "فريق عمل المهارات", "", "", Some(4)),
        ("Working group on export markets", "فريق عمل التصدير", "", "", Some(4)),
        ("Working group on design", "فريق عمل التصميم", "", "", Some(4)),
        ("Working group on joint procurement", "فريق عمل الشراء المشترك", "", "", Some(5)),
    ];
    let unit = |(i, (en, ar, sub, sub_ar, parent)): (usize, &(&str, &str, &str, &str, Option<usize>))| organigram::Unit {
        id: format!("b{i}"),
        label: say(en, ar),
        sub: say(sub, sub_ar),
        parent: parent.map(|p| format!("b{p}")),
        href: Some(format!("governance.html#b{i}")),
    };
    organigram::Organigram { boxes: rows.iter().enumerate().map(unit).collect(), head: Default::default() }
}

fn shares(say: Say<'_>) -> stacked_shares::StackedShares {
    let source = |en: &str, ar: &str, values: &[f64]| stacked_shares::Source { label: say(en, ar), values: values.to_vec() };
    stacked_shares::StackedShares {
        periods: (2024..=2029).map(|y| y.to_string()).collect(),
        sources: vec![
            source("Membership fees", "رسوم العضوية", &[10.0, 20.0, 35.0, 50.0, 80.0, 0.0]),
            source("Fees for services", "رسوم الخدمات", &[0.0, 10.0, 20.0, 40.0, 80.0, 0.0]),
            source("Regional government", "الحكومة الإقليمية", &[50.0, 50.0, 50.0, 40.0, 20.0, 0.0]),
            source("Donor project", "مشروع المانحين", &[120.0, 110.0, 80.0, 40.0, 0.0, 0.0]),
            source("Sponsors and events, including the yearly fair", "الرعاة والفعاليات", &[2.0, 8.0, 8.0, 12.0, 18.0, 0.0]),
        ],
        unit: "€".into(),
        words: Default::default(),
    }
}

fn kinds(say: Say<'_>) -> bars::Bars {
    let bar = |en: &str, ar: &str, value| bars::Bar { label: say(en, ar), value, href: Some("members.html".into()) };
    bars::Bars {
        items: vec![
            bar("Small and medium enterprises", "المنشآت الصغيرة والمتوسطة", 41.0),
            bar("Start-ups", "الشركات الناشئة", 8.0),
            bar("Research and education", "البحث والتعليم", 6.0),
            bar("Public bodies", "الجهات العامة", 4.0),
            bar("Finance", "التمويل", 2.0),
            bar("Large enterprises", "المنشآت الكبيرة", 0.0),
        ],
        unit: String::new(),
        head: Default::default(),
    }
}

fn stakeholders(say: Say<'_>) -> matrix::Matrix {
    let item = |row, column, en: &str, ar: &str| matrix::Item { row, column, label: say(en, ar), href: None };
    matrix::Matrix {
        rows_title: say("Influence", "النفوذ"),
        rows: vec![say("High", "مرتفع"), say("Medium", "متوسط"), say("Low", "منخفض")],
        columns_title: say("Attitude", "الموقف"),
        columns: vec![say("Positive", "إيجابي"), say("Neutral", "محايد"), say("Critical", "ناقد")],
        items: vec![
            item(0, 0, "Ministry of the Economy", "وزارة الاقتصاد"),
            item(0, 0, "Regional development agency", "وكالة التنمية الإقليمية"),
            item(
                0,
                1,
                "Chamber of commerce and industry of the northern provinces",
                "غرفة التجارة والصناعة في المحافظات الشمالية",
            ),
            item(0, 2, "Association of sawmills", "جمعية المناشر"),
            item(1, 0, "Technical university", "الجامعة التقنية"),
            item(1, 1, "Two banks", "مصرفان"),
            item(2, 0, "Local press", "الصحافة المحلية"),
            item(2, 2, "Residents near the industrial park", "سكان جوار المنطقة الصناعية"),
        ],
        focus: Some((0, 2)),
        item_title: say("Stakeholder", "صاحب المصلحة"),
    }
}

fn results(say: Say<'_>) -> chain::Chain {
    let names = [
        (0, "Staff days spent", "أيام عمل الموظفين"),
        (0, "Budget spent on services", "الميزانية المنفقة على الخدمات"),
        (1, "Firms trained", "شركات مدربة"),
        (1, "Joint fair stands", "أجنحة معارض مشتركة"),
        (1, "Laboratory hours booked", "ساعات المختبر المحجوزة"),
        (2, "Firms that export for the first time", "شركات تصدر لأول مرة"),
        (2, "Products with a new design", "منتجات بتصميم جديد"),
        (2, "Cost of oak per cubic metre against the market", "كلفة البلوط مقارنة بالسوق"),
        (3, "Export turnover of members", "مبيعات التصدير للأعضاء"),
        (3, "Jobs in the sector", "الوظائف في القطاع"),
    ];
    let node = |(i, (column, en, ar)): (usize, &(usize, &str, &str))| chain::Node {
        id: i.to_string(),
        column: *column,
        label: say(en, ar),
        sub: if i % 3 == 2 { String::new() } else { say("42 of 60", "42 من 60") },
        state: Some(State::ALL[i % 6]),
        href: Some(format!("indicators/{i}.html")),
    };
    let links = [(0, 2), (0, 3), (1, 3), (1, 4), (2, 5), (3, 5), (4, 6), (2, 7), (5, 8), (6, 8), (7, 8), (8, 9), (5, 9), (1, 7)];
    chain::Chain {
        columns: vec![say("Input", "المدخلات"), say("Output", "المخرجات"), say("Outcome", "النتائج"), say("Impact", "الأثر")],
        boxes: names.iter().enumerate().map(node).collect(),
        links: links.iter().map(|(a, b): &(usize, usize)| (a.to_string(), b.to_string())).collect(),
        states: states(say),
        head: Default::default(),
    }
}
