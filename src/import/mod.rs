//! Others' formats in, an article out, with notes on what was left out.
//! Floor 4. Uses: article, value, date, text.

mod plain;

use crate::article::{self, Article, Note};
use crate::value::{self, ParseError};

/// What an input is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Told by the first character: an object is JSON, everything else text.
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
/// # Ok::<(), satr::value::ParseError>(())
/// ```
///
/// # Errors
/// When the bytes are not text, or said to be JSON and are not: see [`ParseError`].
pub fn import(bytes: &[u8], format: Format) -> Result<(Article, Vec<Note>), ParseError> {
    let text = value::decode(bytes)?;
    let is_json = match format {
        Format::Auto => text.trim_start().starts_with('{'),
        Format::Json => true,
        Format::Text => false,
    };
    if is_json { article::from_json(bytes) } else { Ok(plain::read(text)) }
}
