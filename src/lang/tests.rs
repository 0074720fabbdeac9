//! Tests of the locales; those of the catalogues and of typed numbers stand in files of their own.

use super::*;
use jiff::civil::date;

mod catalogues;
mod typed;

fn locale(tag: &str) -> Locale {
    Locale::new(tag, built_in(tag).unwrap_or_default(), Numbering::Standard).unwrap()
}

fn arabic_digits(tag: &str) -> Locale {
    Locale::new(tag, built_in(tag).unwrap_or_default(), Numbering::Arabic).unwrap()
}

#[test]
fn locales_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Locale>();
}

#[test]
fn tags_directions_and_names() {
    for (tag, canonical, direction, endonym) in [
        ("en", "en", "ltr", "English"),
        ("FR", "fr", "ltr", "Français"),
        ("de-ch", "de-CH", "ltr", "Deutsch"),
        ("es", "es", "ltr", "Español"),
        ("ar", "ar", "rtl", "العربية"),
        ("ar-u-nu-arab", "ar", "rtl", "العربية"),
        ("pt-br", "pt-BR", "ltr", "Português"),
        ("ka", "ka", "ltr", "ქართული"),
        ("sq", "sq", "ltr", "Shqip"),
        ("sr-latn", "sr-Latn", "ltr", "Srpski"),
        ("he", "he", "rtl", "עברית"),
        ("az-Arab", "az-Arab", "rtl", "Azərbaycanca"),
        ("ks-Deva", "ks-Deva", "ltr", "ks-Deva"),
        ("tlh", "tlh", "ltr", "tlh"),
    ] {
        let locale = locale(tag);
        assert_eq!((locale.tag(), locale.direction().as_str(), locale.endonym()), (canonical, direction, endonym), "{tag}");
        assert_eq!(locale.is_rtl(), direction == "rtl", "{tag}");
    }
}

#[test]
fn what_is_no_tag_is_refused() {
    let long = "x".repeat(10_000);
    for tag in ["", "und", "e", "english language", "fr_", "français", "-", "en--GB", "../etc", long.as_str()] {
        let error = Locale::new(tag, Catalogue::default(), Numbering::Standard).err();
        assert!(error.as_ref().is_some_and(|error| error.len() < 200), "{tag:.20}: {error:?}");
    }
}

#[test]
fn a_merged_english_catalogue_does_not_rename_the_language() {
    let locale = Locale::new("pt", built_in("en").unwrap(), Numbering::Standard).unwrap();
    assert_eq!(locale.endonym(), "Português");
}

#[test]
fn numbers() {
    for (tag, value, expected) in [
        ("en", 1234.5, "1,234.5"),
        ("en", -0.0, "0"),
        ("en", -0.001, "0"),
        ("en", 1.005, "1.01"),
        ("en", 2.50, "2.5"),
        ("en", 0.1 + 0.2, "0.3"),
        ("en", 1e-300, "0"),
        ("en", 999_999.999, "1,000,000"),
        ("en", 1e15, "1×10¹⁵"),
        ("en", -1.5e300, "-1.5×10³⁰⁰"),
        ("en", f64::MAX, "1.8×10³⁰⁸"),
        ("en", f64::NAN, "–"),
        ("en", f64::INFINITY, "∞"),
        ("en", f64::NEG_INFINITY, "−∞"),
        ("fr", 1_234_567.5, "1\u{202f}234\u{202f}567,5"),
        ("de", 1_234_567.5, "1.234.567,5"),
        ("de-CH", 1_234_567.5, "1'234'567.5"),
        ("es", 1234.5, "1234,5"),
        ("es", 12_345.0, "12.345"),
        ("ar", 1234.5, "1,234.5"),
        ("ar", -5.0, "\u{200e}-5"),
        ("ar", 1e15, "\u{2066}1×10¹⁵\u{2069}"),
        ("pt", 1234.5, "1.234,5"),
        ("sq", 12_345.0, "12\u{a0}345"),
        ("ka", 12_345.5, "12\u{a0}345,5"),
        ("hi", 1_234_567.0, "12,34,567"),
        ("tlh", 1234.5, "1,234.5"),
    ] {
        assert_eq!(locale(tag).number(value), expected, "{tag} {value}");
    }
}

#[test]
fn fixed_decimals() {
    for (tag, value, decimals, expected) in [
        ("en", 2.0, 2, "2.00"),
        ("en", 2.345, 2, "2.35"),
        ("en", -0.4, 0, "0"),
        ("en", 0.5, 0, "1"),
        ("fr", 1234.0, 1, "1\u{202f}234,0"),
        ("en", 1.0, 255, "1.000000000000000"),
        ("en", f64::NAN, 2, "–"),
    ] {
        assert_eq!(locale(tag).decimal(value, decimals), expected, "{tag} {value}");
    }
}

#[test]
fn digits_are_the_choice_of_the_cluster() {
    let arabic = arabic_digits("ar");
    assert_eq!(arabic.number(1234.5), "١٬٢٣٤٫٥");
    assert_eq!(arabic.percent(12.5), "١٢٫٥٪");
    assert_eq!(arabic.date(date(2026, 3, 12)), "١٢ مارس ٢٠٢٦");
    assert_eq!(arabic.date_short(date(2026, 3, 12)), "١٢ مارس ٢٠٢٦");
    assert_eq!(arabic.month(date(2026, 3, 12)), "مارس ٢٠٢٦");
    assert_eq!(arabic.money(1234.0, "EUR"), "١٬٢٣٤\u{a0}€");
    assert_eq!(arabic.format("count.members", &[("count", Arg::Count(12))]), "١٢ عضوًا");
    assert_eq!(arabic_digits("fa").number(12.0), "۱۲");
    assert_eq!(arabic_digits("fr").number(12.0), "12");
    assert_eq!(locale("ar-u-nu-arab").number(12.0), "١٢");
    assert_eq!(arabic_digits("ar").digits(2026), "٢٠٢٦");
    assert_eq!(locale("de").digits(12026), "12026");
    assert_eq!(locale("ar-EG").number(12.0), "١٢");
    let latin = |tag| Locale::new(tag, Catalogue::default(), Numbering::Latin).unwrap();
    assert_eq!(latin("ar-EG").number(1234.5), "1,234.5");
    assert_eq!(latin("ar-EG").percent(5.0), "5%");
    assert_eq!(latin("fa").date(date(2026, 3, 12)), "12 مارس 2026");
}

#[test]
fn compact_numbers() {
    for (tag, value, expected) in [
        ("en", 0.0, "0"),
        ("en", 0.001_25, "0.00125"),
        ("en", 12.5, "12.5"),
        ("en", 999.0, "999"),
        ("en", 999.96, "1\u{a0}k"),
        ("en", 1000.0, "1\u{a0}k"),
        ("en", 350_000.0, "350\u{a0}k"),
        ("en", 999_999.0, "1\u{a0}M"),
        ("en", 1_200_000.0, "1.2\u{a0}M"),
        ("en", -1_200_000.0, "-1.2\u{a0}M"),
        ("en", 3.4e9, "3.4\u{a0}bn"),
        ("en", 5e12, "5\u{a0}tn"),
        ("en", 9e14, "900\u{a0}tn"),
        ("en", 1e20, "1×10²⁰"),
        ("en", f64::NAN, "–"),
        ("fr", 1_200_000.0, "1,2\u{a0}M"),
        ("de", 1_200_000.0, "1,2\u{a0}Mio."),
        ("es", 350_000.0, "350\u{a0}mil"),
        ("ar", 1_200_000.0, "1.2\u{a0}مليون"),
        ("pt", 1_200_000.0, "1,2\u{a0}M"),
    ] {
        assert_eq!(locale(tag).compact(value), expected, "{tag} {value}");
    }
}

#[test]
fn percentages_and_money() {
    for (tag, percent, money) in [
        ("en", "12.5%", "€1,234"),
        ("fr", "12,5\u{202f}%", "1\u{202f}234\u{a0}€"),
        ("de", "12,5\u{a0}%", "1.234\u{a0}€"),
        ("es", "12,5\u{a0}%", "1234\u{a0}€"),
        ("ar", "12.5\u{200e}%\u{200e}", "1,234\u{a0}€"),
        ("pt", "12,5%", "1.234\u{a0}€"),
        ("tr", "%12,5", "€1.234"),
        ("nl", "12,5%", "€\u{a0}1.234"),
    ] {
        let locale = locale(tag);
        assert_eq!((locale.percent(12.5).as_str(), locale.money(1234.0, "EUR").as_str()), (percent, money), "{tag}");
    }
    let english = locale("en");
    for (amount, currency, expected) in [
        (1234.5, "EUR", "€1,234.50"),
        (12.999, "EUR", "€13"),
        (-5.0, "GBP", "-£5"),
        (-0.001, "USD", "$0"),
        (0.5, "GEL", "GEL\u{a0}0.50"),
        (12.6, "JPY", "JPY\u{a0}13"),
        (1.5, "TND", "TND\u{a0}1.500"),
        (f64::NAN, "EUR", "€–"),
        (1e300, "EUR", "€1×10³⁰⁰"),
        (7.0, "", "7"),
    ] {
        assert_eq!(english.money(amount, currency), expected, "{amount} {currency}");
    }
    assert_eq!(locale("fr").money(-5.25, "TND"), "-5,250\u{a0}TND");
}

#[test]
fn dates() {
    for (tag, long, short, month, month_short) in [
        ("en", "12 March 2026", "12 Mar 2026", "March 2026", "Mar"),
        ("en-US", "March 12, 2026", "Mar 12, 2026", "March 2026", "Mar"),
        ("fr", "12 mars 2026", "12 mars 2026", "mars 2026", "mars"),
        ("de", "12. März 2026", "12.03.2026", "März 2026", "Mär"),
        ("es", "12 de marzo de 2026", "12 mar 2026", "marzo de 2026", "mar"),
        ("ar", "12 مارس 2026", "12 مارس 2026", "مارس 2026", "مارس"),
        ("pt", "12 de março de 2026", "12 de mar. de 2026", "março de 2026", "mar."),
        ("pt-BR", "12 de março de 2026", "12 de mar. de 2026", "março de 2026", "mar."),
        ("sq", "12 mars 2026", "12 mar 2026", "mars 2026", "mar"),
        ("ka", "12 მარტი, 2026", "12 მარ. 2026", "მარტი, 2026", "მარ"),
        ("pl", "12 marca 2026", "12 mar 2026", "marzec 2026", "mar"),
    ] {
        let locale = locale(tag);
        let day = date(2026, 3, 12);
        let said = (locale.date(day), locale.date_short(day), locale.month(day), locale.month_short(day));
        assert_eq!(
            (said.0.as_str(), said.1.as_str(), said.2.as_str(), said.3.as_str()),
            (long, short, month, month_short),
            "{tag}"
        );
    }
}

#[test]
fn no_language_and_no_date_panics() {
    let tags = "af am az be bg bn bs ca ckb cs cy da el et eu fa fi fil ga gl gu he hi hr hu hy id is it ja kk km ko ky lo lt lv mk ml \
                mn mr ms mt my nb ne nl nn pa pl ps pt pt-AO pt-MZ pt-PT ro ru rw sd si sk sl so sr sr-Latn sv sw ta te tg th tk tr ug \
                uk ur uz vi zh zh-Hant en-AU en-CA en-IN en-ZA fr-CA fr-CH fr-MA de-AT es-MX es-419 ar-MA ar-SY ar-SA tlh qaa";
    for tag in tags.split_whitespace() {
        let locale = locale(tag);
        for day in [date(-9999, 1, 1), date(0, 2, 29), date(1, 1, 1), date(2024, 2, 29), date(9999, 12, 31)] {
            for text in [locale.date(day), locale.date_short(day), locale.month(day), locale.month_short(day)] {
                assert!(!text.is_empty(), "{tag} {day}");
            }
        }
    }
}

#[test]
fn messages_choose_the_plural_form() {
    for (tag, count, expected) in [
        ("en", 0, "0 members"),
        ("en", 1, "1 member"),
        ("en", 1234, "1,234 members"),
        ("fr", 0, "0 membre"),
        ("fr", 2, "2 membres"),
        ("fr", 1_000_000, "1\u{202f}000\u{202f}000 de membres"),
        ("ar", 0, "لا أعضاء"),
        ("ar", 1, "عضو واحد"),
        ("ar", 2, "عضوان"),
        ("ar", 3, "3 أعضاء"),
        ("ar", 11, "11 عضوًا"),
        ("ar", 100, "100 عضو"),
        // English words keep English plurals, although zero is singular in Portuguese.
        ("pt", 0, "0 members"),
        ("pl", 2, "2 members"),
    ] {
        assert_eq!(locale(tag).format("count.members", &[("count", Arg::Count(count))]), expected, "{tag} {count}");
    }
    let english = locale("en");
    assert_eq!(english.format("count.members", &[("count", Arg::Number(1.0))]), "1 member");
    assert_eq!(english.format("count.members", &[("count", Arg::Number(1.5))]), "1.5 members");
    assert_eq!(english.format("count.members", &[("count", Arg::Number(f64::NAN))]), "– members");
    assert_eq!(english.format("count.members", &[("count", Arg::Text("some"))]), "some members");
    assert_eq!(english.format("count.members", &[]), "{count} members");
}

#[test]
fn messages_of_unknown_keys_are_the_keys() {
    let french = locale("fr");
    assert_eq!((french.text("nav.nowhere"), french.has("nav.nowhere")), ("nav.nowhere", false));
    assert_eq!(french.format("nav.nowhere", &[("a", Arg::Text("b"))]), "nav.nowhere");
    assert_eq!((french.text("nav.home"), french.has("nav.home")), ("Accueil", true));
    assert_eq!(french.text("nav"), "nav");
    assert_eq!(locale("ka").text("nav.home"), "Home");
}

#[test]
fn filling_is_one_pass_and_leaves_the_unknown() {
    let args = [("a", "{b}".to_owned()), ("b", "B".to_owned())];
    for (pattern, expected) in
        [("{a}{b}", "{b}B"), ("{c} {", "{c} {"), ("{{a}}", "{{b}}"), ("}{", "}{"), ("{a", "{a"), ("", ""), ("{é}{b}", "{é}B")]
    {
        assert_eq!(fill(pattern, &args), expected, "{pattern}");
    }
}

#[test]
fn lists() {
    let items = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for (tag, text, expected) in [
        ("en", "", ""),
        ("en", "a", "a"),
        ("en", "a b", "a and b"),
        ("en", "a b c d", "a, b, c and d"),
        ("en", "{last} {first} c", "{last}, {first} and c"),
        ("fr", "a b c", "a, b et c"),
        ("de", "a b c", "a, b und c"),
        ("es", "a b c", "a, b y c"),
        ("es", "formación Innovación", "formación e Innovación"),
        ("es", "agua hielo", "agua y hielo"),
        ("es", "padre hijo", "padre e hijo"),
        ("ar", "أ ب ج", "أ، ب وج"),
    ] {
        assert_eq!(locale(tag).list(&items(text)), expected, "{tag} {text}");
    }
}
