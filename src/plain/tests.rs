//! Small trees, as HTML, and their text.

use super::render;
use crate::text::digits::Numerals;
use crate::tree::{Attr, Builder, Class, Tag, Tree};

/// The tree of HTML as `html.rs` writes it, less the attributes that plain text does not ask for.
fn tree(html: &str) -> Tree {
    let mut builder = Builder::default();
    for part in html.split_inclusive('>').flat_map(|part| {
        let (text, tag) = part.split_at(part.find('<').unwrap_or(part.len()));
        [text, tag]
    }) {
        let Some(tag) = part.strip_prefix('<') else {
            builder.text(&part.replace("&lt;", "<"));
            continue;
        };
        let tag = tag.trim_end_matches('>');
        if tag.starts_with('/') {
            builder.close();
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let tag = *Tag::ALL.iter().find(|tag| tag.name() == name).expect(name);
        builder.open(tag);
        let mut parts = attributes.split('"');
        while let (Some(attribute), Some(value)) = (parts.next(), parts.next()) {
            match attribute.trim().trim_end_matches('=') {
                "class" => {
                    for class in
                        Class::ALL.iter().filter(|class| value.split(' ').any(|name| name == class.name()))
                    {
                        builder.class(*class);
                    }
                }
                "alt" => builder.attr(Attr::Alt, value),
                "start" => builder.attr(Attr::Start, value),
                "value" => builder.attr(Attr::Value, value),
                _ => {}
            }
        }
        if matches!(tag, Tag::Td | Tag::Th) {
            builder.keep();
        }
        if tag.is_void() {
            builder.close();
        }
    }
    builder.finish()
}

#[track_caller]
fn assert_text(html: &str, expected: &str) {
    let text = render(&tree(html), Numerals::Persian);
    assert_eq!(text, if expected.is_empty() { String::new() } else { format!("{expected}\n") }, "{html}");
}

#[test]
fn blocks_are_parted_by_an_empty_line() {
    assert_text("", "");
    assert_text("<div></div>", "");
    assert_text("<p>یک</p><p></p><p> دو  سه\n</p>", "یک\n\nدو سه");
    assert_text("<h2>هدف</h2><section><div><p>یک</p></div></section><p>دو</p>", "هدف\n\nیک\n\nدو");
    assert_text("<p>یک</p><hr class=\"satr-divider\"><p>دو</p>", "یک\n\n* * *\n\nدو");
    assert_text("<p>یک <b>دو</b><a>سه</a></p>", "یک دوسه");
    assert_text("<p>یک<br>دو<br><br>سه<br></p>", "یک\nدو\n\nسه");
    assert_text("<h2>نکته‌ها</h2><p class=\"satr-hint\">ادامه</p>", "نکته‌ها\n\nادامه");
}

#[test]
fn lists_are_marked_and_numbered() {
    assert_text("<p>یک</p><ul><li>نان</li><li>سیب</li></ul><p>دو</p>", "یک\n\n• نان\n• سیب\n\nدو");
    assert_text("<ol start=\"9\"><li>نان</li><li>سیب</li></ol>", "۹. نان\n۱۰. سیب");
    assert_text(
        "<ol><li value=\"2\">نان</li><li>سیب</li><li value=\"-\">به</li></ol><ul><li value=\"2\">شیر</li></ul>",
        "۲. نان\n۳. سیب\n۴. به\n\n• شیر",
    );
    assert_text(
        "<ol><li>نان</li><li>میوه<ul><li>سیب<br>سرخ</li><li>به</li></ul></li><li>شیر</li></ol>",
        "۱. نان\n۲. میوه\n  • سیب\n    سرخ\n  • به\n۳. شیر",
    );
    assert_text(
        "<ul><li><ol><li>نان</li><li>سیب</li></ol></li><li></li><li>به</li></ul>",
        "• ۱. نان\n  ۲. سیب\n• به",
    );
    assert_text(
        "<ol class=\"satr-timeline\"><li><time>۱۸:۴۰</time><h2>بازگشت</h2><p>خالی</p><p>است</p></li><li><p>آغاز</p></li></ol>",
        "۱۸:۴۰\nبازگشت\n\nخالی\n\nاست\n\nآغاز",
    );
    let latin = render(&tree("<ol><li>نان</li></ol>"), Numerals::Latin);
    assert_eq!(latin, "1. نان\n");
}

#[test]
fn quotations_have_marks() {
    assert_text(
        "<blockquote class=\"satr-quote\"><p>یک <q>دو</q></p><p>سه</p><footer>راننده</footer></blockquote><p>چهار</p>",
        "«یک ‹دو›\n\nسه»\nراننده\n\nچهار",
    );
    assert_text("<blockquote><p>«یک» و <q>دو</q></p></blockquote>", "«یک» و «دو»");
    assert_text("<blockquote><footer>راننده</footer></blockquote>", "راننده");
    assert_text("<p>گفت <q> یک <q>دو</q></q>.</p>", "گفت «یک ‹دو›».");
    assert_text("<p>گفت <q></q>.</p>", "گفت .");
}

#[test]
fn what_stands_side_by_side_is_parted_by_tabs() {
    assert_text(
        "<section class=\"satr-scroll\"><table><caption>امانت‌ها</caption><thead><tr><th></th><th>روستا</th></tr></thead>\
         <tbody><tr><td>۱</td><td><p>سپیدار</p><p>بالا</p></td></tr><tr><td></td><td>دره<br>نو</td><td></td></tr></tbody></table></section>",
        "امانت‌ها\n\tروستا\n۱\tسپیدار بالا\n\tدره نو",
    );
    assert_text(
        "<div><p class=\"satr-beyt\"><span>بنی‌آدم</span> <span>که در</span></p><p class=\"satr-beyt\"><span>چو</span></p><footer>سعدی</footer></div>",
        "بنی‌آدم\tکه در\nچو\nسعدی",
    );
    assert_text(
        "<p class=\"satr-tags\"><b>برچسب‌ها</b><a>کتاب</a><span>روستا</span></p>",
        "برچسب‌ها\tکتاب\tروستا",
    );
    assert_text(
        "<dl class=\"satr-facts\"><div><dt>منبع</dt><dd>مهر</dd></div><div><dt>کد</dt><dd>۱۲</dd></div></dl>",
        "منبع\tمهر\nکد\t۱۲",
    );
    assert_text(
        "<dl><dt>چرا؟</dt><dd><p>چون</p><p>و</p></dd><dt>کی؟</dt><dd><p>شب</p></dd></dl>",
        "چرا؟\nچون\n\nو\n\nکی؟\nشب",
    );
}

#[test]
fn pictures_are_their_alt_and_only_in_figures() {
    assert_text("<p><img alt=\"نسرین\">یک</p>", "یک");
    assert_text(
        "<p>یک</p><figure><picture><source><img alt=\"مینی‌بوس  سبز\"></picture><figcaption>پیچ <span>عکس</span></figcaption></figure><p>دو</p>",
        "یک\n\nمینی‌بوس سبز\nپیچ عکس\n\nدو",
    );
    assert_text("<figure><img alt=\"\"><figcaption>پیچ</figcaption></figure>", "پیچ");
    assert_text(
        "<figure><figure><img alt=\"یک\"></figure><figure><img alt=\"دو\"></figure><figcaption>همه</figcaption></figure>",
        "یک\n\nدو\nهمه",
    );
}

#[test]
fn code_is_as_it_is() {
    assert_text(
        "<p>یک</p><pre><code>  let a = 1;\n\n\n\tb(a)  ;\n</code></pre><p>دو</p>",
        "یک\n\n  let a = 1;\n\n\n\tb(a)  ;\n\nدو",
    );
}

#[test]
fn what_is_raised_is_told_from_what_it_stands_by() {
    assert_text("<p>متن<sup class=\"satr-note-ref\"><a>۱</a></sup>.</p>", "متن[۱].");
    assert_text(
        "<p>۱۰<sup>۳</sup> و H<sub>2</sub>O و ۱۰<sub>۲</sub> و ۵ <sup>۲</sup></p>",
        "۱۰^۳ و H2O و ۱۰_۲ و ۵ ۲",
    );
}

#[test]
fn what_leads_elsewhere_is_left_out() {
    assert_text(
        "<nav><ul><li>فرهنگ</li></ul></nav><p>یک<a class=\"satr-back\">↩</a></p><aside class=\"satr-see\"><b>بیشتر</b></aside>\
         <div class=\"satr-share\"><p>هم‌رسانی</p></div><section class=\"satr-contents\"><ol><li>هدف</li></ol></section>",
        "یک",
    );
    assert_text(
        "<div class=\"satr-embed\"><b>قصه</b><p>شرح</p><p class=\"satr-notice\">از <bdi>aparat.com</bdi></p><p class=\"satr-notice\"><a>نمایش</a></p></div>\
         <div class=\"satr-embed\"><b class=\"satr-notice\">از سایتی دیگر</b><p class=\"satr-notice\"><a>نمایش</a></p></div>\
         <figure><video></video><figcaption>چیدن <span class=\"satr-file\"><a>دریافت</a></span></figcaption></figure>",
        "قصه\n\nشرح\n\nچیدن",
    );
    assert_text(
        "<section class=\"satr-comments\"><h2>۱ نظر</h2><p class=\"satr-hint\">یک</p><ol><li class=\"satr-comment\">\
         <p class=\"satr-by\"><b>مریم</b><time>امروز</time></p><p>نظر</p></li></ol><slot>بنویسید</slot><aside class=\"satr-rules\">دو</aside></section>",
        "۱ نظر\n\nمریم\tامروز\n\nنظر",
    );
    assert_text(
        "<section class=\"satr-comments\"><h2>نظرها</h2><p class=\"satr-hint\">هنوز</p></section><p>یک</p>",
        "یک",
    );
    assert_text("<div><slot>جا</slot></div>", "جا");
}
