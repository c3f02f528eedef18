//! Laws of importing: pages of realistic lines, in any order and with any part missing.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use satr::article::{Article, Block, Note, Problem, RichText};
use satr::date::{Context, Timestamp};
use satr::import::{Format, import};

/// Lines of news pages; `{}` is where each gets a word, a code or a date of its own.
const LINES: [&str; 35] = [
    "باران {} آمد",
    "با حضور {}؛",
    "چرا قیمت {} در روزهای اخیر این‌قدر نوسان داشته است؟",
    "استقلال - {}؛ چه کسی جام را می‌برد؟",
    "هشتاد و سومین شهرآورد {} فردا بی‌تماشاگر برگزار می‌شود",
    "وی {} گفت: این بچه‌ها سه ماه در اردو بودند و مزد زحمت خود را گرفتند.",
    "تهران - ایرنا - وزیر {} گفت که باران از صبح آغاز شده است.",
    "به گزارش خبرنگار ما، {} در نشست خبری گفت که قیمت‌ها تغییری نمی‌کند.",
    "• {} کیلوگرم",
    "- {} کیلوگرم",
    "-۵ درجه در {}",
    "خبرنگار: آقای {}، درباره قیمت‌ها بگویید",
    "منبع: خبرگزاری {}",
    "عکاس: {} رضایی",
    "خانه > استان‌ها > {}",
    "برچسب‌ها",
    "برچسب‌ها: {}، یزد",
    "{}",
    "نظرات",
    "نظر شما",
    "نظرات حاوی {} منتشر نمی‌شود.",
    "شما در حال پاسخ به نظر «{}» هستید.",
    "گروه: {}",
    "چاپ",
    "۰ نفر",
    "انتهای پیام/",
    "بیشتر بخوانید",
    "بیشتر بخوانید: {} برگزار شد",
    "لینک کوتاه",
    "لینک کوتاه: example.com/{code}",
    "https://example.com/{code}.jpg",
    "https://example.com/{code}",
    "کد خبر: {code}",
    "تاریخ انتشار: {date}",
    "{date}",
];

/// Labels that only say what the next lines are.
const LABELS: [&str; 5] = ["برچسب‌ها", "نظرات", "نظر شما", "بیشتر بخوانید", "لینک کوتاه"];

/// A line of a page, and the writings of what is its own, one of which must be found.
#[derive(Debug, Clone)]
struct Line {
    text: String,
    own: Vec<String>,
}

impl Line {
    fn new(kind: &str, number: usize) -> Self {
        let letter = |n: usize| ['ق', 'ل', 'م', 'ن', 'و', 'ه', 'س', 'ش', 'ت', 'ب'][n % 10];
        let word = format!("ژ{}{}ژ", letter(number / 10), letter(number));
        let code = format!("77{number:03}77");
        let date = format!("{}/05/23 - 12:00", 1310 + number);
        let own = match kind {
            _ if kind.contains("{date}") => {
                let read = Timestamp::parse_with(&date, &Context::default()).unwrap();
                vec![read.to_string(), date.clone()]
            }
            _ if kind.contains("{code}") => vec![code.clone()],
            _ if kind.contains("{}") => vec![word.clone()],
            label if LABELS.contains(&label) => Vec::new(),
            fixed => vec![fixed.to_owned()],
        };
        let text = kind.replace("{}", &word).replace("{code}", &code).replace("{date}", &date);
        Self { text, own }
    }
}

/// A page: its lines, some with marks around them that nobody sees, parted by one line end or two.
fn page() -> impl Strategy<Value = (Vec<Line>, String)> {
    let edge = || select(vec!["", "", "\u{200F}", " \u{200E}", "\u{FEFF}\t"]);
    let end = select(vec!["\n", "\n\n", "\r\n", "\n \u{200F}\n"]);
    vec((select(LINES.to_vec()), edge(), edge(), end), 1..40).prop_map(|lines| {
        let mut page = String::new();
        let mut all = Vec::new();
        for (number, (kind, before, after, end)) in lines.into_iter().enumerate() {
            let line = Line::new(kind, number);
            page.extend([before, &line.text, after, end]);
            all.push(line);
        }
        (all, page)
    })
}

fn read(page: &str) -> (Article, Vec<Note>) {
    import(page.as_bytes(), Format::Text).unwrap()
}

/// The lines that notes are about.
fn numbers(notes: &[Note]) -> Vec<usize> {
    notes.iter().map(|note| note.path.strip_prefix("line ").unwrap().parse().unwrap()).collect()
}

fn written(text: &RichText) -> String {
    text.spans().iter().map(|span| span.text.as_str()).collect()
}

proptest! {
    #![proptest_config(crate::articles::cases(500))]

    #[test]
    fn every_line_is_in_the_article_or_noted_once((lines, page) in page()) {
        let (article, notes) = read(&page);
        let mut found = serde_json::to_string(&article).unwrap();
        for note in &notes {
            found.push('\n');
            found.push_str(&note.to_string());
        }
        for line in lines.iter().filter(|line| !line.own.is_empty()) {
            let times: usize = line.own.iter().map(|own| found.matches(own.as_str()).count()).sum();
            let same = lines.iter().filter(|other| other.text == line.text).count();
            let repeated = notes.iter().filter(|note| note.problem == Problem::RepeatedHeadline).count();
            prop_assert!((same.saturating_sub(repeated)..=same).contains(&times), "{line:?}: {times} times in\n{found}");
        }
    }

    #[test]
    fn the_headline_may_come_again((lines, page) in page(), again in 0usize..3) {
        let (article, _) = read(&page);
        prop_assume!(!article.headline.is_empty());
        let at = lines.iter().position(|line| line.text == article.headline).unwrap();
        // Its repetitions stand right below it, before anything could have ended the article.
        let (first, rest) = lines.split_at(at + 1);
        let texts = |lines: &[Line]| lines.iter().map(|line| format!("{}\n", line.text)).collect::<String>();
        let repeated = format!("{}{}{}", texts(first), format!("{}\n", article.headline).repeat(again), texts(rest));
        let (other, notes) = read(&repeated);
        let plain = read(&(texts(first) + &texts(rest))).0;
        prop_assert_eq!(&other.headline, &article.headline);
        prop_assert_eq!(&other.body, &plain.body);
        let noted = notes.iter().filter(|note| note.problem == Problem::RepeatedHeadline).count();
        let caption = usize::from(other.lead_figure.is_some_and(|figure| !figure.caption.is_blank()));
        prop_assert!(noted + caption >= again, "{noted} noted, {caption} captions");
    }

    #[test]
    fn notes_are_in_the_order_of_the_lines((_, page) in page()) {
        let (_, notes) = read(&page);
        prop_assert!(numbers(&notes).is_sorted_by(|a, b| a < b), "{notes:?}");
    }

    #[test]
    fn text_without_furniture_is_kept_exactly(
        inner in vec("[ء-یپچژگ\u{200C} ۰-۹0-9a-z:،؛()«»/*–-]{30,90}", 1..6)
    ) {
        let paragraphs: Vec<String> = inner.iter().map(|inner| format!("گفتنی است {inner} و چنین بود.")).collect();
        let (article, notes) = read(&format!("رودخانه پس از بیست سال به تالاب رسید\n\n{}", paragraphs.join("\n\n")));
        let mut rest = paragraphs.as_slice();
        if let (false, Some((first, others))) = (article.lead.is_blank(), rest.split_first()) {
            let lead = written(&article.lead);
            prop_assert!(*first == lead || first.starts_with(&article.dateline) && first.ends_with(&lead));
            rest = others;
        }
        let body: Vec<String> = article.body.iter().map(|block| match block {
            Block::Paragraph(paragraph) => written(&paragraph.text),
            other => panic!("{other:?}"),
        }).collect();
        prop_assert_eq!(body, rest);
        prop_assert!(notes.is_empty(), "{notes:?}");
    }
}

#[test]
fn an_array_is_json_of_the_wrong_kind_but_brackets_may_open_a_page() {
    let error = |text: &str| import(text.as_bytes(), Format::Auto).unwrap_err().to_string();
    assert_eq!(error("[1, 2]"), "expected an object, an array came");
    assert_eq!(error("\u{FEFF} []"), "expected an object, an array came");
    let (article, _) = import("[عکس] باران آمد".as_bytes(), Format::Auto).unwrap();
    assert_eq!(article.headline, "[عکس] باران آمد");
}

#[test]
fn a_long_page_is_read_in_one_pass_and_its_notes_are_counted() {
    let (article, notes) = read(&("آب\nباد\n".repeat(20_000) + &"چاپ\n".repeat(300)));
    assert_eq!(article.headline, "آب");
    assert_eq!(notes.len(), 201);
    let more = notes.last().map(|note| note.problem.clone());
    assert!(matches!(more, Some(Problem::MoreNotes(_))), "{more:?}");
}
