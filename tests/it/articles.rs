//! Articles of every shape, friendly and hostile, for the laws to hold on.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use satr::article::url::{ImageUrl, LinkUrl, MediaUrl};
use satr::article::{
    Article, Block, Body, Callout, Cell, Code, Correction, Credit, Custom, Data, Direction, Divider, Embed,
    Entry, Exchange, Figure, FigureSize, Focus, Footnote, Gallery, Heading, Image, Items, KeyPoints,
    Language, Link, List, ListItem, Mark, Media, Paragraph, Poem, Publisher, QuestionAnswer, Quote, Related,
    Rendition, RichText, Span, Table, Timeline, Track, TrackKind, Unknown, Version,
};
use satr::date::Timestamp;
use satr::text::{Rule, Rules};

use crate::discussions::{comments, discussion};

/// So many cases of a law, the same on every machine; or as many as `PROPTEST_CASES` asks for, others in each run. Failures
/// are shown, not written down.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let rng_seed = asked.map_or(RngSeed::Fixed(1405), |_: u32| RngSeed::Random);
    let cases = asked.unwrap_or(usual);
    // A law that passes over some cases passes over more of them in a longer run.
    let max_global_rejects = cases.max(1024);
    ProptestConfig {
        cases,
        max_global_rejects,
        rng_seed,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Text as it comes: Persian, markup, controls, line ends of every kind.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        "[\\PC]{0,8}",
        "[ء-یپچژگ\u{200c} ]{1,12}",
        "[0-9۰-۹٠-٩]{1,6}",
        "[a-zA-Z0-9 ./@:-]{1,12}",
        proptest::sample::select(vec![
            "<b>",
            "</p>",
            "<script>",
            "&amp;",
            "&",
            "\"",
            "'",
            "]]>",
            "<!--",
            "\r\n",
            "\r",
            "\n",
            "\n\n",
            "\t",
            "\0",
            "\u{a0}",
            "\u{202e}",
            "\u{2067}",
            "\u{2069}",
            "\u{200b}",
            "\u{feff}",
            "\u{fffe}",
            "😀",
            "\u{301}",
            "https://a.ir/۱",
            "iPhone 15 Pro",
            " ",
            "",
        ])
        .prop_map(str::to_owned),
    ];
    vec(pieces, 0..5).prop_map(|pieces| pieces.concat())
}

/// Any set of rules.
pub(crate) fn rules() -> impl Strategy<Value = Rules> {
    proptest::sample::subsequence(Rule::ALL.to_vec(), 0..=Rule::ALL.len())
        .prop_map(|off| off.into_iter().fold(all_rules(), Rules::without))
}

/// Every rule, also those that have to be asked for.
pub(crate) fn all_rules() -> Rules {
    Rule::ALL.into_iter().fold(Rules::default(), Rules::with)
}

/// An address of the article's own, the base of all others in it.
type Base = Option<LinkUrl>;

fn link_url(base: &Base) -> impl Strategy<Value = LinkUrl> + use<> {
    let base = base.clone();
    "(https?://[a-z]{1,8}\\.ir|/|#|mailto:a@b.ir\\?x=|)[a-z0-9/._-]{1,8}"
        .prop_filter_map("an address", move |url| LinkUrl::parse(&url, base.as_ref()).ok())
}

fn image_url(base: &Base) -> impl Strategy<Value = ImageUrl> + use<> {
    let base = base.clone();
    "(https://[a-z]{1,8}\\.ir)?/[a-z0-9]{1,8}\\.png"
        .prop_filter_map("an address", move |url| ImageUrl::parse(&url, base.as_ref()).ok())
}

pub(crate) fn time() -> impl Strategy<Value = Timestamp> {
    (-5_000_000_000_i64..10_000_000_000).prop_map(Timestamp::from_unix_seconds)
}

fn rich(base: &Base) -> BoxedStrategy<RichText> {
    vec(span(base), 0..4).prop_map(RichText::new).boxed()
}

fn span(base: &Base) -> impl Strategy<Value = Span> + use<> {
    let marks = vec(proptest::sample::select(Mark::ALL.to_vec()), 0..3);
    let lang = option::weighted(0.1, language());
    let dir = prop_oneof![8 => Just(Direction::Auto), 1 => Just(Direction::Ltr), 1 => Just(Direction::Rtl)];
    let said = (rarely(text()), option::weighted(0.1, time()), rarely("[1-4a]".boxed()));
    (text(), marks, option::weighted(0.3, link_url(base)), lang, dir, said).prop_map(
        |(text, marks, href, lang, dir, (expansion, time, footnote))| Span {
            text,
            marks: marks.into_iter().collect(),
            href,
            lang,
            dir,
            expansion,
            time,
            footnote,
        },
    )
}

/// Mostly nothing.
fn rarely(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    option::weighted(0.1, text).prop_map(Option::unwrap_or_default)
}

fn language() -> impl Strategy<Value = Language> {
    proptest::sample::select(vec!["fa", "fa-AF", "ps", "en"])
        .prop_map(|tag| Language::new(tag).expect("a tag"))
}

fn media_url(base: &Base) -> impl Strategy<Value = MediaUrl> + use<> {
    let base = base.clone();
    "(https://[a-z]{1,8}\\.ir)?/[a-z0-9, ]{0,4}[a-z,]\\.(mp4|webp)"
        .prop_filter_map("an address", move |url| MediaUrl::parse(&url, base.as_ref()).ok())
}

fn renditions(base: &Base) -> BoxedStrategy<Vec<Rendition>> {
    let media_type =
        proptest::sample::select(vec!["", "image/avif", "image/webp", "image/jpeg", "video/mp4"]);
    let size = || option::of(0..5_000_000_u32);
    let rendition = (option::of(media_url(base)), media_type, size(), size());
    let rendition = rendition.prop_map(|(url, media_type, width, bytes)| Rendition {
        url,
        media_type: media_type.into(),
        width,
        bytes,
    });
    vec(rendition, 0..4).boxed()
}

fn image(base: &Base) -> BoxedStrategy<Image> {
    let focus = (option::of(0..200_u32), option::of(0..200_u32)).prop_map(|(x, y)| Focus { x, y });
    let sizes = (option::of(0..u32::MAX), option::of(0..5000_u32));
    (option::of(image_url(base)), text(), sizes, option::of(focus), renditions(base))
        .prop_map(|(url, alt, (width, height), focus, renditions)| Image {
            url,
            alt,
            width,
            height,
            focus,
            renditions,
        })
        .boxed()
}

fn figure(base: &Base) -> BoxedStrategy<Figure> {
    let size = proptest::sample::select(FigureSize::ALL.to_vec());
    (option::of(image(base)), rich(base), text(), size)
        .prop_map(|(image, caption, credit, size)| Figure { image, caption, credit, size })
        .boxed()
}

fn media(base: &Base) -> BoxedStrategy<Media> {
    let kind = proptest::sample::select(TrackKind::ALL.to_vec());
    let track = (option::of(media_url(base)), kind, option::of(language()), text())
        .prop_map(|(url, kind, language, label)| Track { url, kind, language, label });
    let files = (renditions(base), option::of(image(base)), vec(track, 0..3));
    (files, option::of(0..9999_u32), text(), rich(base), text())
        .prop_map(|((renditions, poster, tracks), duration, title, caption, credit)| Media {
            renditions,
            poster,
            tracks,
            duration,
            title,
            caption,
            credit,
        })
        .boxed()
}

fn list(base: &Base) -> BoxedStrategy<List> {
    let item = rich(base).prop_map(|text| ListItem { text, list: None });
    let of =
        |item: BoxedStrategy<ListItem>| {
            (any::<bool>(), option::of(any::<u32>()), vec(item, 0..4))
                .prop_map(|(ordered, start, items)| List { ordered, start, items: Items(items) })
        };
    let base = base.clone();
    of(item.boxed())
        .prop_recursive(3, 16, 4, move |inner| {
            let item = (rich(&base), option::of(inner.prop_map(Box::new)));
            of(item.prop_map(|(text, list)| ListItem { text, list }).boxed())
        })
        .boxed()
}

fn table(base: &Base) -> BoxedStrategy<Table> {
    let span = || option::weighted(0.2, 0..200_u32);
    let cell = (rich(base), any::<bool>(), span(), span())
        .prop_map(|(text, header, colspan, rowspan)| Cell { text, header, colspan, rowspan })
        .boxed();
    let rows = || vec(vec(cell.clone(), 0..3).prop_map(Items), 0..3).prop_map(Items);
    (rich(base), rows(), rows(), rows(), any::<bool>())
        .prop_map(|(caption, head, rows, foot, row_headers)| Table { caption, head, rows, foot, row_headers })
        .boxed()
}

fn custom(base: &Base) -> BoxedStrategy<Custom> {
    let data = proptest::sample::select(vec!["null", "{\"id\":12}", "[1,-2.5,\"</b>\\n\",true]", "\"\""]);
    let data = option::of(data)
        .prop_map(|json| json.map_or_else(Data::default, |json| Data::from_json(json).unwrap()));
    (text(), data, rich(base)).prop_map(|(name, data, text)| Custom { name, data, text }).boxed()
}

/// A block without blocks in it.
fn leaf(base: &Base) -> BoxedStrategy<Block> {
    let quote = || (rich(base), text()).prop_map(|(text, cite)| Quote { text, cite });
    let said = prop_oneof![
        4 => rich(base).prop_map(|text| Block::Paragraph(Paragraph { text })),
        2 => (option::of(0..9_u32), rich(base))
            .prop_map(|(level, text)| Block::Heading(Heading { level, text })),
        2 => list(base).prop_map(Block::List),
        1 => quote().prop_map(Block::Quote),
        1 => quote().prop_map(Block::PullQuote),
        1 => table(base).prop_map(Block::Table),
        1 => (text(), vec(rich(base), 0..3))
            .prop_map(|(title, items)| Block::KeyPoints(KeyPoints { title, items: Items(items) })),
        1 => correction(base).prop_map(Block::Correction),
        1 => (text(), text(), rich(base))
            .prop_map(|(code, language, caption)| Block::Code(Code { code, language, caption })),
        1 => (vec(vec(rich(base), 0..3).prop_map(Items), 0..3), text())
            .prop_map(|(lines, cite)| Block::Poem(Poem { lines: Items(lines), cite })),
        1 => ("[a-z]{0,3}x", rich(base)).prop_map(|(kind, text)| Block::Unknown(Unknown { kind, text })),
    ];
    let embed = (option::of(link_url(base)), text(), rich(base))
        .prop_map(|(url, title, caption)| Block::Embed(Embed { url, title, caption }));
    let shown = prop_oneof![
        figure(base).prop_map(Block::Figure),
        (vec(figure(base), 0..3), rich(base), text())
            .prop_map(|(figures, caption, credit)| Block::Gallery(Gallery { figures, caption, credit })),
        media(base).prop_map(Block::Video),
        media(base).prop_map(Block::Audio),
        embed,
        related(base).prop_map(Block::RelatedLink),
        Just(Block::Divider(Divider {})),
        custom(base).prop_map(Block::Custom),
    ];
    prop_oneof![2 => said, 1 => shown].boxed()
}

fn block(base: &Base) -> BoxedStrategy<Block> {
    let base = base.clone();
    leaf(&base)
        .prop_recursive(3, 12, 3, move |inner| {
            let body = || vec(inner.clone(), 0..3).prop_map(Body);
            let exchange = (rich(&base), body()).prop_map(|(question, answer)| Exchange { question, answer });
            let entry = (option::of(time()), rich(&base), body()).prop_map(|(time, title, body)| Entry {
                time,
                title,
                body,
            });
            prop_oneof![
                (rich(&base), body()).prop_map(|(title, body)| Block::Callout(Callout { title, body })),
                vec(exchange, 0..3).prop_map(|exchanges| Block::QuestionAnswer(QuestionAnswer { exchanges })),
                (any::<bool>(), vec(entry, 0..3))
                    .prop_map(|(live, entries)| Block::Timeline(Timeline { live, entries })),
            ]
        })
        .boxed()
}

fn correction(base: &Base) -> impl Strategy<Value = Correction> + use<> {
    (rich(base), option::of(time())).prop_map(|(text, date)| Correction { text, date })
}

fn related(base: &Base) -> impl Strategy<Value = Related> + use<> {
    (text(), option::of(link_url(base)), option::of(time())).prop_map(|(text, url, date)| Related {
        text,
        url,
        date,
    })
}

fn links(base: &Base) -> impl Strategy<Value = Vec<Link>> + use<> {
    vec((text(), option::of(link_url(base))).prop_map(|(text, url)| Link { text, url }), 0..3)
}

/// An article; every field may be empty.
pub(crate) fn article() -> impl Strategy<Value = Article> {
    let url = "https://[a-z]{1,8}\\.ir/[a-z0-9/]{0,8}";
    let base = url.prop_filter_map("an address", |url| LinkUrl::parse(&url, None).ok());
    option::of(base).prop_flat_map(|base| article_at(&base))
}

fn article_at(base: &Base) -> BoxedStrategy<Article> {
    let head = (1..3_u32, text(), language(), links(base), text(), text(), text());
    let credit = (text(), text(), option::of(link_url(base)), option::weighted(0.2, image(base)))
        .prop_map(|(name, role, url, photo)| Credit { name, role, url, photo });
    let meta = (vec(credit, 0..3), option::of(time()), option::of(time()), text());
    let footnote = (rich(base), "[1-4a]?").prop_map(|(text, id)| Footnote { text, id });
    let main = (rich(base), option::of(figure(base)), vec(block(base), 0..6), vec(footnote, 0..3));
    let publisher = (text(), option::of(link_url(base)), option::of(image(base)))
        .prop_map(|(name, url, logo)| Publisher { name, url, logo });
    let foot = (
        (vec(correction(base), 0..2), option::weighted(0.05, correction(base))),
        links(base),
        option::of(links(base)),
        option::of(publisher),
        option::of(link_url(base)),
        vec(related(base), 0..3),
    );
    let talk = (comments(), vec(text(), 0..3), option::of(discussion(link_url(base))));
    let url = base.clone();
    (head, meta, main, foot, talk)
        .prop_map(move |(head, meta, main, foot, talk)| {
            let (version, id, language, section, kicker, headline, deck) = head;
            let (byline, published, modified, dateline) = meta;
            let (lead, lead_figure, body, footnotes) = main;
            let ((corrections, withdrawn), tags, source, publisher, short_link, related) = foot;
            let (comments, comment_rules, discussion) = talk;
            Article {
                version: Version(version),
                id,
                language,
                url: url.clone(),
                section,
                kicker,
                headline,
                deck,
                byline,
                published,
                modified,
                dateline,
                lead,
                lead_figure,
                body: Body(body),
                footnotes,
                corrections,
                withdrawn,
                tags,
                source: source.and_then(|links| links.into_iter().next()),
                publisher,
                short_link,
                related,
                comments,
                comment_rules,
                discussion,
            }
        })
        .boxed()
}
