//! Hostile addresses in, addresses that are safe to put on a page out.
//! Floor 3. Uses: text.
//!
//! One policy for the browser, the server and every importer: a [`LinkUrl`] or an [`ImageUrl`] exists only if it passed.
//! What a browser would read differently than we do is either written out so that it cannot, or refused; see the URL
//! Standard (url.spec.whatwg.org), whose steps the names here follow. Nothing is decoded or normalised: a path keeps its
//! `%E2%80%8C`, its ZWNJ and its Persian digits as they were given.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use crate::text::chars::{self, span};
use serde::Serialize;

/// The most bytes a URL may have.
const MAX_LEN: usize = 8 * 1024;
/// The most bytes a `data:` URL may have, prefix and base64 together.
const MAX_DATA_LEN: usize = 64 * 1024;

/// What a `data:` URL may say in front of its comma.
const IMAGE_DATA: [&str; 5] =
    ["image/png;base64", "image/jpeg;base64", "image/gif;base64", "image/webp;base64", "image/avif;base64"];

/// Where a link may lead: an `http`, `https`, `mailto` or `tel` URL, or a relative one that no base was known for.
///
/// ```
/// use satr::article::url::{LinkUrl, UrlError};
///
/// let article = LinkUrl::parse("https://example.ir/news/1398?a#b", None)?;
/// let resolved = |raw| LinkUrl::parse(raw, Some(&article)).map(|url| url.to_string());
///
/// assert_eq!(resolved(" https://a.ir/می\u{200C}رود/۱ "), Ok("https://a.ir/می\u{200C}رود/۱".into()));
/// assert_eq!(resolved("2.html"), Ok("https://example.ir/news/2.html".into()));
/// assert_eq!(resolved("/2"), Ok("https://example.ir/2".into()));
/// assert_eq!(resolved("?page=2"), Ok("https://example.ir/news/1398?page=2".into()));
/// assert_eq!(resolved("//b.ir"), Ok("https://b.ir".into()));
/// assert_eq!(resolved("#note"), Ok("#note".into()));
/// assert_eq!(resolved("java\tscript:alert(1)"), Err(UrlError::Scheme));
/// assert_eq!(resolved("https://bank.ir@evil.example"), Err(UrlError::Credentials));
/// # Ok::<(), UrlError>(())
/// ```
#[doc(alias = "SafeUrl")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct LinkUrl(String);

/// Where an image may come from: an `http` or `https` URL, a relative one that no base was known for, or a small PNG,
/// JPEG, GIF, WebP or AVIF as base64 in a `data:` URL.
///
/// ```
/// use satr::article::url::{ImageUrl, UrlError};
///
/// assert!(ImageUrl::parse("data:image/png;base64,iVBORw0KGgo=", None).is_ok());
/// assert_eq!(ImageUrl::parse("data:image/svg+xml,<svg onload=alert(1)>", None), Err(UrlError::Data));
/// ```
#[doc(alias = "SafeUrl")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct ImageUrl(String);

/// Where a file of a picture, a film or a sound may come from: an `http` or `https` URL, or a relative one that no base was
/// known for.
#[doc(alias = "SafeUrl")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct MediaUrl(String);

impl LinkUrl {
    /// Accepts `raw` if a link may lead there, resolved on `base`, the article's own address.
    ///
    /// Control characters and direction controls are removed first, wherever they stand. A base that is itself relative
    /// or no web address counts as none; relative URLs then stay as they are. Parsing what was accepted gives it again.
    ///
    /// # Errors
    /// Says what was found instead; see [`UrlError`].
    pub fn parse(raw: &str, base: Option<&Self>) -> Result<Self, UrlError> {
        accept(raw, base, Purpose::Link).map(Self)
    }

    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host a browser would ask, without port, as written: `example.ir`, `[::1]`. None for a relative URL, `mailto`
    /// and `tel`.
    pub fn host(&self) -> Option<&str> {
        let authority = self.0.get(authority_start(&self.0)?..)?;
        host(authority).ok()
    }

    /// Whether it leads to a person, not to a place of the web: `mailto`, `tel`.
    pub(crate) fn is_contact(&self) -> bool {
        scheme(&self.0).is_some_and(|(scheme, ..)| scheme == Scheme::Contact)
    }
}

impl ImageUrl {
    /// Accepts `raw` if an image may come from there, resolved on `base` as in [`LinkUrl::parse`].
    ///
    /// # Errors
    /// Says what was found instead; see [`UrlError`].
    pub fn parse(raw: &str, base: Option<&LinkUrl>) -> Result<Self, UrlError> {
        accept(raw, base, Purpose::Image).map(Self)
    }

    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl MediaUrl {
    /// Accepts `raw` if a file may come from there, resolved on `base` as in [`LinkUrl::parse`].
    ///
    /// # Errors
    /// Says what was found instead; see [`UrlError`].
    pub fn parse(raw: &str, base: Option<&LinkUrl>) -> Result<Self, UrlError> {
        accept(raw, base, Purpose::Media).map(Self)
    }

    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LinkUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for MediaUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ImageUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An accepted URL, if it says where it leads wherever it is read: one of the web, with its host.
pub(crate) fn whole(url: &str) -> Option<&str> {
    matches!(scheme(url), Some((Scheme::Web, ..))).then_some(url)
}

/// Why a URL was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UrlError {
    /// Nothing is left once spaces and controls are gone.
    Empty,
    /// More than 8 KB, or 64 KB of image data.
    TooLong,
    /// `javascript:`, `file:`, or any other scheme not named for this purpose.
    Scheme,
    /// `user:password@` in front of the host, which makes one host look like another.
    Credentials,
    /// No host, one where none belongs (`tel://`), or characters in it or its port that a browser refuses or changes.
    Host,
    /// `data:` that is not base64 of an image.
    Data,
    /// `#part` where a file should be.
    Fragment,
}

impl UrlError {
    /// What was expected, and what was found.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Empty => "expected a URL, found nothing",
            Self::TooLong => "expected a URL of at most 8 KB, or 64 KB of image data, found a longer one",
            Self::Scheme => "expected http or https (mailto and tel for links), found another scheme",
            Self::Credentials => "expected a host, found a user name in front of it",
            Self::Host => "expected a host and at most a port (none for mailto and tel), found otherwise",
            Self::Data => "expected a PNG, JPEG, GIF, WebP or AVIF in base64, found other data",
            Self::Fragment => "expected a file, found a place in the page",
        }
    }
}

impl fmt::Display for UrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl core::error::Error for UrlError {}

#[derive(Clone, Copy, PartialEq)]
enum Purpose {
    Link,
    Image,
    Media,
}

fn accept(raw: &str, base: Option<&LinkUrl>, purpose: Purpose) -> Result<String, UrlError> {
    // Browsers drop tab, LF and CR anywhere before they look for a scheme; the rest we drop, so that judging comes last.
    let given: Cow<'_, str> = if raw.bytes().all(|b| b.is_ascii_graphic()) {
        raw.into()
    } else {
        raw.chars().filter(|c| !c.is_control() && !chars::is_bidi_control(*c)).collect()
    };
    let given = given.trim_ascii();
    if given.is_empty() {
        return Err(UrlError::Empty);
    }
    let (parts, max) = match (scheme(given), purpose) {
        (None, _) => (resolve(given, base, purpose)?, MAX_LEN),
        (Some((Scheme::Web, name, rest)), _) => (absolute(name, rest)?, MAX_LEN),
        // Behind two slashes even `tel:` has a host, and may have a user name.
        (Some((Scheme::Contact, _, rest)), Purpose::Link) if rest.starts_with('/') => {
            return Err(UrlError::Host);
        }
        (Some((Scheme::Contact, name, rest)), Purpose::Link) => ([name, rest, ""], MAX_LEN),
        (Some((Scheme::Data, name, rest)), Purpose::Image) if is_image_data(rest) => {
            ([name, rest, ""], MAX_DATA_LEN)
        }
        (Some((Scheme::Data, ..)), Purpose::Image) => return Err(UrlError::Data),
        _ => return Err(UrlError::Scheme),
    };
    if parts.iter().map(|part| part.len()).sum::<usize>() > max {
        return Err(UrlError::TooLong);
    }
    Ok(parts.concat())
}

/// What a URL is put together from.
type Parts<'a> = [&'a str; 3];

#[derive(Clone, Copy, PartialEq)]
enum Scheme {
    /// `http`, `https`.
    Web,
    /// `mailto`, `tel`.
    Contact,
    Data,
    Other,
}

/// What `url`'s scheme is, its text with the colon, and what follows. None for a relative URL.
fn scheme(url: &str) -> Option<(Scheme, &str, &str)> {
    let colon = span(url, |c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    if url.as_bytes().get(colon) != Some(&b':') || !url.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let (name, rest) = url.split_at_checked(colon + 1)?;
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    let kind = if is("https:") || is("http:") {
        Scheme::Web
    } else if is("mailto:") || is("tel:") {
        Scheme::Contact
    } else if is("data:") {
        Scheme::Data
    } else {
        Scheme::Other
    };
    Some((kind, name, rest))
}

/// In a web address a backslash is a slash.
fn is_slash(c: char) -> bool {
    matches!(c, '/' | '\\')
}

/// A web address from its scheme with the colon, or from nothing, and what follows. `https:a.ir`, `https:/a.ir` and
/// `https:\\a.ir` all lead to a.ir, some of them only on some pages: with two slashes, on all.
fn absolute<'a>(scheme: &'a str, rest: &'a str) -> Result<Parts<'a>, UrlError> {
    let rest = rest.get(span(rest, is_slash)..).unwrap_or_default();
    host(rest)?;
    Ok([scheme, "//", rest])
}

fn resolve<'a>(
    relative: &'a str,
    base: Option<&'a LinkUrl>,
    purpose: Purpose,
) -> Result<Parts<'a>, UrlError> {
    let base = base.and_then(|base| Base::new(&base.0));
    if span(relative, is_slash) >= 2 {
        return absolute(base.map_or("", |base| base.scheme), relative);
    }
    let (kept, slash) = match (relative.as_bytes().first(), base) {
        (Some(b'#'), _) if purpose != Purpose::Link => return Err(UrlError::Fragment),
        (Some(b'#'), _) | (_, None) => ("", ""),
        (Some(b'?'), Some(base)) => (base.to_path, ""),
        (Some(b'/' | b'\\'), Some(base)) => (base.to_host, ""),
        (_, Some(base)) => match base.to_folder {
            Some(folder) => (folder, ""),
            None => (base.to_host, "/"),
        },
    };
    Ok([kept, slash, relative])
}

/// An accepted web address, cut where a relative one may continue it: `https:`, `https://a.ir`, `https://a.ir/x/`,
/// `https://a.ir/x/y`. Without a path there is no folder.
#[derive(Clone, Copy)]
struct Base<'a> {
    scheme: &'a str,
    to_host: &'a str,
    to_folder: Option<&'a str>,
    to_path: &'a str,
}

impl<'a> Base<'a> {
    fn new(url: &'a str) -> Option<Self> {
        let authority = authority_start(url)?;
        let host = authority + authority_len(url.get(authority..)?);
        let path = host + span(url.get(host..)?, |c| !matches!(c, '?' | '#'));
        let folder = url.as_bytes().get(..path)?.iter().rposition(|b| is_slash(char::from(*b)))? + 1;
        Some(Self {
            scheme: url.get(..authority - "//".len())?,
            to_host: url.get(..host)?,
            to_folder: if folder > host { url.get(..folder) } else { None },
            to_path: url.get(..path)?,
        })
    }
}

/// Where the authority of an accepted URL begins, if it has one.
fn authority_start(url: &str) -> Option<usize> {
    match scheme(url) {
        Some((Scheme::Web, name, _)) => Some(name.len() + "//".len()),
        Some(_) => None,
        None => url.starts_with("//").then_some("//".len()),
    }
}

/// Where the authority ends that `rest` begins with.
fn authority_len(rest: &str) -> usize {
    span(rest, |c| !matches!(c, '/' | '\\' | '?' | '#'))
}

/// The host at the start of `rest`, what follows the slashes of a web address.
fn host(rest: &str) -> Result<&str, UrlError> {
    let authority = rest.get(..authority_len(rest)).unwrap_or_default();
    if authority.bytes().any(|b| b == b'@') {
        return Err(UrlError::Credentials);
    }
    let (host, port) = split_port(authority).ok_or(UrlError::Host)?;
    let is_host = match host.as_bytes() {
        [b'[', address @ .., b']'] => {
            address.iter().all(|b| b.is_ascii_hexdigit() || matches!(b, b':' | b'.'))
        }
        name => {
            let is_plain = name.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
            !name.is_empty() && (is_plain || !host.chars().any(is_forbidden_in_host))
        }
    };
    let is_port = match port.as_bytes() {
        [] | [b':'] => true,
        [b':', digits @ ..] => {
            digits.iter().all(u8::is_ascii_digit)
                && port.get(1..).is_some_and(|port| port.parse::<u16>().is_ok())
        }
        _ => false,
    };
    if is_host && is_port { Ok(host) } else { Err(UrlError::Host) }
}

/// The host of an authority, and its port with the colon. The colons in the brackets of an IPv6 address are its own.
fn split_port(authority: &str) -> Option<(&str, &str)> {
    let end = if authority.starts_with('[') {
        span(authority, |c| c != ']') + 1
    } else {
        span(authority, |c| c != ':')
    };
    authority.split_at_checked(end)
}

/// The standard's forbidden domain code points, and what a browser would take out of a host or decode in it, so that the
/// host we show is the host it asks.
fn is_forbidden_in_host(c: char) -> bool {
    matches!(c, '<' | '>' | '[' | ']' | '^' | '|' | '%' | chars::SOFT_HYPHEN)
        || c.is_whitespace()
        || chars::is_ghost(c)
        || chars::is_variation_selector(c)
}

/// Whether what follows `data:` is an image type we show, in base64.
fn is_image_data(rest: &str) -> bool {
    let Some((kind, body)) = rest.split_at_checked(span(rest, |c| c != ',')) else { return false };
    let base64 = match body.as_bytes() {
        [b',', base64 @ .., b'=', b'='] | [b',', base64 @ .., b'='] | [b',', base64 @ ..] => base64,
        _ => return false,
    };
    IMAGE_DATA.iter().any(|known| kind.eq_ignore_ascii_case(known))
        && !base64.is_empty()
        && base64.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/'))
}

#[cfg(test)]
mod tests;
