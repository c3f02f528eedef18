//! Others' formats in, an article out, with notes on what was left out.
//! Floor 4. Uses: article, value, date, text.

mod plain;

use alloc::vec::Vec;

use crate::article::{self, Article, Note};
use crate::text::chars;
use crate::value::{self, ParseError};

/// What an input is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Told by how it begins: as an object or an array it is JSON, everything else text.
    #[default]
    Auto,
    /// The [article's own](article) JSON form.
    Json,
    /// The plain text of a Persian news page, as copied or scraped from it.
    Text,
}

/// Reads an article from bytes of a format.
///
/// ```
/// use satr::import::{Format, import};
///
/// let page = "۲۳ مرداد ۱۳۹۸، ۱۲:۰۰\n\nبا حضور مسئولان؛\n\nنخستین باران پاییزی\n\n\
///             سمنان - باران از صبح آغاز شد و تا شب ادامه داشت.\n\nکد خبر 4692303";
/// let (article, notes) = import(page.as_bytes(), Format::Auto)?;
/// assert_eq!(article.kicker, "با حضور مسئولان؛");
/// assert_eq!(article.headline, "نخستین باران پاییزی");
/// assert_eq!(article.dateline, "سمنان");
/// assert_eq!(article.id, "4692303");
/// assert!(notes.is_empty());
///
/// let error = import(b"[1, 2]", Format::Auto).unwrap_err();
/// assert_eq!(error.to_string(), "expected an object, an array came");
/// # Ok::<(), satr::value::ParseError>(())
/// ```
///
/// # Errors
/// When the bytes are not text, or said to be JSON and are not: see [`ParseError`].
pub fn import(bytes: &[u8], format: Format) -> Result<(Article, Vec<Note>), ParseError> {
    let is_json = match format {
        Format::Auto => looks_like_json(bytes),
        Format::Json => true,
        Format::Text => false,
    };
    if is_json { article::from_json(bytes) } else { value::decode(bytes).map(plain::read) }
}

/// An array is no article, but as JSON it is told so; a page may open with «[عکس]», which no array does.
fn looks_like_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(chars::BYTE_ORDER_MARK.as_bytes()).unwrap_or(bytes);
    match text.trim_ascii_start() {
        [b'{', ..] => true,
        [b'[', rest @ ..] => rest.trim_ascii_start().first().is_none_or(u8::is_ascii),
        _ => false,
    }
}
