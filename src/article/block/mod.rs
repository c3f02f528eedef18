//! The blocks of a body.

mod group;
mod media;
mod other;
mod table;
mod text;

pub use group::{Callout, Entry, Exchange, QuestionAnswer, Timeline};
pub use media::{Embed, Figure, FigureSize, Gallery, Media};
pub use other::{Custom, Data, Divider, Unknown};
pub use table::{Cell, Table};
pub use text::{Code, Heading, KeyPoints, List, ListItem, Paragraph, Poem, Quote};

use alloc::borrow::ToOwned;
use alloc::vec::Vec;

use serde::Serialize;

use super::inline::RichText;
use super::read::{Field, Growing, Reader};
use super::shape::{Form, Shape, Shaped, Vocabulary, docs};
use super::{Correction, Related};
use crate::value::Value;

/// Declares the kinds of blocks: each variant beside the name that JSON calls it by.
macro_rules! blocks {
    ($(#[$($meta:tt)*])* pub enum Block { $( $(#[$($doc:tt)*])* $kind:ident($block:ty) = $name:literal, )* }) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(tag = "type")]
        #[non_exhaustive]
        pub enum Block {
            $( $(#[$($doc)*])* #[serde(rename = $name)] $kind($block), )*
            /// Any other kind: its text is kept.
            ///
            /// ```json
            /// {"type": "mood", "text": "متنی که از دست نمی‌رود"}
            /// ```
            /// ```html
            /// <p class="satr-unknown">متنی که از دست نمی‌رود</p>
            /// ```
            #[serde(untagged)]
            Unknown(Unknown),
        }

        impl Block {
            /// The kinds that are known, as JSON names them.
            pub const KINDS: &'static [&'static str] = &[$($name),*];

            /// An empty block of the kind that JSON calls by this name.
            fn of_kind(kind: &str) -> Self {
                match kind {
                    $( $name => Self::$kind(<$block>::default()), )*
                    _ => Self::Unknown(Unknown { kind: kind.to_owned(), text: RichText::default() }),
                }
            }

            fn fields(&mut self) -> &mut dyn Field {
                match self {
                    $( Self::$kind(block) => block, )*
                    Self::Unknown(block) => block,
                }
            }
        }

        impl Shaped for Block {
            fn shape(vocabulary: &mut Vocabulary) -> Shape {
                vocabulary.define("Block", docs!($(#[$($meta)*])*), |vocabulary| {
                    let kinds =
                        vocabulary.members(&[$(($name, docs!($(#[$($doc)*])*), <$block as Shaped>::shape)),*]);
                    Form::Blocks(kinds, Unknown::shape(vocabulary))
                })
            }
        }
    };
}

blocks! {
    /// A block of the body. In JSON an object whose `type` names its kind, or a bare string for a paragraph.
    ///
    /// Each kind shows what it is in JSON, and what a page of Persian draws for it.
    pub enum Block {
        /// A paragraph. A bare string is one, too.
        ///
        /// ```json
        /// {"type": "paragraph", "text": "باران از صبح آغاز شد."}
        /// ```
        /// ```html
        /// <p>باران از صبح آغاز شد.</p>
        /// ```
        Paragraph(Paragraph) = "paragraph",

        /// A heading inside the text (میان‌تیتر). Its id is made of its words, and it is never more than one level below the
        /// heading before it.
        ///
        /// ```json
        /// {"type": "heading", "text": "هدف طرح"}
        /// ```
        /// ```html
        /// <h2 id="satr-1-part-هدف-طرح">هدف طرح</h2>
        /// ```
        Heading(Heading) = "heading",

        /// A list; an item may hold another.
        ///
        /// ```json
        /// {"type": "list", "ordered": true, "items": ["نان", {"text": "میوه", "list": {"items": ["سیب"]}}]}
        /// ```
        /// ```html
        /// <ol class="satr-list"><li>نان</li><li>میوه<ul class="satr-list"><li>سیب</li></ul></li></ol>
        /// ```
        List(List) = "list",

        /// A quotation that stands apart.
        ///
        /// ```json
        /// {"type": "quote", "text": "کتاب مثل نان است.", "cite": "راننده"}
        /// ```
        /// ```html
        /// <blockquote class="satr-quote"><p>کتاب مثل نان است.</p><footer>راننده</footer></blockquote>
        /// ```
        Quote(Quote) = "quote",

        /// A sentence of the text, set large beside it (سوتیتر میان متن).
        ///
        /// ```json
        /// {"type": "pullQuote", "text": "کتاب مثل نان است."}
        /// ```
        /// ```html
        /// <blockquote class="satr-pull"><p>کتاب مثل نان است.</p></blockquote>
        /// ```
        PullQuote(Quote) = "pullQuote",

        /// A picture with what is said about it.
        ///
        /// ```json
        /// {"type": "figure", "image": {"url": "/bus.jpg", "alt": "مینی‌بوس سبز", "width": 800, "height": 450}, "caption": "پیچ آخر.", "credit": "عکس: نگار"}
        /// ```
        /// ```html
        /// <figure class="satr-figure"><img alt="مینی‌بوس سبز" width="800" height="450" loading="lazy" decoding="async" src="/bus.jpg"><figcaption>پیچ آخر. <span class="satr-credit">عکس: نگار</span></figcaption></figure>
        /// ```
        Figure(Figure) = "figure",

        /// Pictures that belong together.
        ///
        /// ```json
        /// {"type": "gallery", "figures": [{"image": "/1.jpg"}, {"image": "/2.jpg", "caption": "صف"}], "caption": "یک روز"}
        /// ```
        /// ```html
        /// <figure class="satr-figure satr-figure-wide satr-gallery"><figure class="satr-figure"><a data-act="view" aria-label="دیدن تصویر" href="/1.jpg"><img alt="" loading="lazy" decoding="async" src="/1.jpg"></a></figure><figure class="satr-figure"><a data-act="view" aria-label="دیدن تصویر" href="/2.jpg"><img alt="" loading="lazy" decoding="async" src="/2.jpg"></a><figcaption>صف</figcaption></figure><figcaption>یک روز</figcaption></figure>
        /// ```
        Gallery(Gallery) = "gallery",

        /// A film: nothing of it is loaded before the reader plays it.
        ///
        /// ```json
        /// {"type": "video", "renditions": [{"url": "/v.mp4", "type": "video/mp4", "bytes": 12400000}], "title": "چیدن قفسه‌ها", "duration": 108}
        /// ```
        /// ```html
        /// <figure class="satr-figure"><video controls="" preload="none" playsinline="" aria-label="چیدن قفسه‌ها"><source type="video/mp4" src="/v.mp4"></video><figcaption>چیدن قفسه‌ها <span class="satr-file"><time datetime="PT108S">۱:۴۸</time> <a download="" href="/v.mp4">دریافت (۱۲ مگابایت)</a></span></figcaption></figure>
        /// ```
        Video(Media) = "video",

        /// A sound recording, likewise.
        ///
        /// ```json
        /// {"type": "audio", "renditions": "/a.mp3", "title": "قصهٔ روباه"}
        /// ```
        /// ```html
        /// <figure class="satr-figure"><audio controls="" preload="none" aria-label="قصهٔ روباه"><source src="/a.mp3"></audio><figcaption>قصهٔ روباه <span class="satr-file"><a download="" href="/a.mp3">دریافت</a></span></figcaption></figure>
        /// ```
        Audio(Media) = "audio",

        /// A table. Its rows are of texts, or of cells that say more.
        ///
        /// ```json
        /// {"type": "table", "caption": "امانت‌ها", "head": [["روستا", "امانت"]], "rowHeaders": true, "rows": [["سپیدار", "1092"]]}
        /// ```
        /// ```html
        /// <div class="satr-scroll" role="group" aria-label="امانت‌ها" tabindex="0"><table class="satr-table"><caption>امانت‌ها</caption><thead><tr><th scope="col">روستا</th><th scope="col">امانت</th></tr></thead><tbody><tr><th scope="row">سپیدار</th><td>۱۰۹۲</td></tr></tbody></table></div>
        /// ```
        Table(Table) = "table",

        /// Something of another site, which is asked for nothing until the reader wants it. Those whose player is known play in
        /// the page, the rest is a link.
        ///
        /// ```json
        /// {"type": "embed", "url": "https://www.aparat.com/v/AbC12", "title": "قصه‌خوانی"}
        /// ```
        /// ```html
        /// <div class="satr-embed"><b>قصه‌خوانی</b><p class="satr-notice">این بخش از <bdi dir="ltr">www.aparat.com</bdi> می‌آید و تا نخواهید بارگذاری نمی‌شود. با نمایش آن، نشانی اینترنتی شما به آن سایت می‌رسد.</p><p class="satr-notice"><a data-player="https://www.aparat.com/video/video/embed/videohash/AbC12/vt/frame" href="https://www.aparat.com/v/AbC12">نمایش</a> <a href="https://www.aparat.com/v/AbC12">دیدن در سایت اصلی</a></p></div>
        /// ```
        Embed(Embed) = "embed",

        /// Another article, named inside the text.
        ///
        /// ```json
        /// {"type": "relatedLink", "text": "نقشهٔ کتابخانه‌ها", "url": "/map"}
        /// ```
        /// ```html
        /// <aside class="satr-see"><b>بیشتر بخوانید</b> <a href="/map">نقشهٔ کتابخانه‌ها</a></aside>
        /// ```
        RelatedLink(Related) = "relatedLink",

        /// Questions and their answers.
        ///
        /// ```json
        /// {"type": "questionAnswer", "exchanges": [{"question": "چرا چهارشنبه؟", "answer": "چون پنجشنبه مهمان می‌آید."}]}
        /// ```
        /// ```html
        /// <dl class="satr-qa"><div><dt>چرا چهارشنبه؟</dt><dd><p>چون پنجشنبه مهمان می‌آید.</p></dd></div></dl>
        /// ```
        QuestionAnswer(QuestionAnswer) = "questionAnswer",

        /// What happened, moment by moment; `live` for what still goes on.
        ///
        /// ```json
        /// {"type": "timeline", "entries": [{"time": "2026-11-18T18:40:00+03:30", "title": "بازگشت", "body": "قفسه خالی است."}]}
        /// ```
        /// ```html
        /// <ol class="satr-timeline"><li><time datetime="2026-11-18T18:40:00+03:30">۱۸:۴۰</time><h2>بازگشت</h2><p>قفسه خالی است.</p></li></ol>
        /// ```
        Timeline(Timeline) = "timeline",

        /// What to take away, ahead of the text.
        ///
        /// ```json
        /// {"type": "keyPoints", "items": ["هر هفته یازده روستا"]}
        /// ```
        /// ```html
        /// <section class="satr-points"><h2>نکته‌های اصلی</h2><ul><li>هر هفته یازده روستا</li></ul></section>
        /// ```
        KeyPoints(KeyPoints) = "keyPoints",

        /// A box beside the story: background, a how-to, a note.
        ///
        /// ```json
        /// {"type": "callout", "title": "چگونه عضو شوید", "body": "کارت لازم نیست."}
        /// ```
        /// ```html
        /// <aside class="satr-callout"><h2>چگونه عضو شوید</h2><p>کارت لازم نیست.</p></aside>
        /// ```
        Callout(Callout) = "callout",

        /// What was wrong at this place and has been put right.
        ///
        /// ```json
        /// {"type": "correction", "text": "یازده درست است."}
        /// ```
        /// ```html
        /// <p class="satr-correction"><b>اصلاح</b> یازده درست است.</p>
        /// ```
        Correction(Correction) = "correction",

        /// Program text, kept character by character.
        ///
        /// ```json
        /// {"type": "code", "code": "let a = 1;", "language": "rust"}
        /// ```
        /// ```html
        /// <figure class="satr-code"><pre dir="ltr" role="group" aria-label="rust" tabindex="0"><code>let a = 1;</code></pre></figure>
        /// ```
        Code(Code) = "code",

        /// Verse: lines of one hemistich or two.
        ///
        /// ```json
        /// {"type": "poem", "lines": [["بنی‌آدم اعضای یکدیگرند", "که در آفرینش ز یک گوهرند"]], "cite": "سعدی"}
        /// ```
        /// ```html
        /// <div class="satr-poem"><p class="satr-beyt"><span>بنی‌آدم اعضای یکدیگرند</span> <span>که در آفرینش ز یک گوهرند</span></p><footer>سعدی</footer></div>
        /// ```
        Poem(Poem) = "poem",

        /// A pause between two parts.
        ///
        /// ```json
        /// {"type": "divider"}
        /// ```
        /// ```html
        /// <hr class="satr-divider">
        /// ```
        Divider(Divider) = "divider",

        /// A kind of the host's own: a place that it fills by `name` and `data`. Until then the text stands there.
        ///
        /// ```json
        /// {"type": "custom", "name": "poll", "data": {"id": 12}, "text": "نظرسنجی"}
        /// ```
        /// ```html
        /// <div class="satr-custom" data-name="poll" data-json="{&quot;id&quot;:12}">نظرسنجی</div>
        /// ```
        Custom(Custom) = "custom",
    }
}

impl Default for Block {
    fn default() -> Self {
        Self::Paragraph(Paragraph::default())
    }
}

impl Field for Block {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        *self = match value.get("type") {
            _ if !matches!(value, Value::Object(_)) => Self::default(),
            Some(Value::String(kind)) => Self::of_kind(kind),
            _ => Self::of_kind(""),
        };
        self.fields().read(value, reader)
    }
}

/// A list each item of which might be taken for a list itself, so that one of them must stand in an array. An item that is
/// null or wrong keeps its place, as an empty cell does.
///
/// One that is null or wrong is an empty one, since those behind it stand in places of their own: the cells of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Items<T>(pub Vec<T>);

impl<T> Default for Items<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> core::ops::Deref for Items<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T: Field + Default> Growing for Items<T> {
    fn add(&mut self) -> Option<&mut dyn Field> {
        self.0.add()
    }

    fn take_back(&mut self) {
        self.0.take_back();
    }

    fn keeps_places(&self) -> bool {
        true
    }
}

impl<T: Field + Default> Field for Items<T> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        match value {
            Value::Array(_) | Value::String(_) => reader.list(value, self),
            _ => reader.wrong("an array", value),
        }
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}
