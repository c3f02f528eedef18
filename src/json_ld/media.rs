//! Pictures, films and sound, as objects of schema.org.

use alloc::string::String;
use alloc::vec::Vec;

use super::object::object;
use super::{Setter, blocks};
use crate::article::url::whole;
use crate::article::{Article, Block, Figure, Image, Media};
use crate::text::digits;
use crate::value::Value;

/// A picture that stands for the article: its files at absolute addresses.
pub(crate) struct Picture<'a> {
    pub(crate) image: &'a Image,
    figure: Option<&'a Figure>,
    pub(crate) files: Vec<File<'a>>,
}

/// A file of a picture. Its size is in pixels, as digits; empty where it is not known.
pub(crate) struct File<'a> {
    pub(crate) url: &'a str,
    media_type: &'a str,
    pub(crate) width: String,
    pub(crate) height: String,
}

impl<'a> Picture<'a> {
    /// The picture of the lead, or else the first of the body.
    pub(crate) fn of(article: &'a Article) -> Option<Self> {
        let lead = article.lead_figure.iter();
        let body = blocks(&article.body).flat_map(|block| match block {
            Block::Figure(figure) => core::slice::from_ref(figure),
            Block::Gallery(gallery) => gallery.figures.as_slice(),
            _ => &[],
        });
        lead.chain(body).find_map(|figure| {
            let picture = Self::of_image(figure.image.as_ref()?)?;
            Some(Self { figure: Some(figure), ..picture })
        })
    }

    pub(crate) fn of_image(image: &'a Image) -> Option<Self> {
        let (width, height) = (known(image.width), known(image.height));
        let url = image.url.as_ref().and_then(|url| whole(url.as_str()));
        let size = |size: Option<u64>| size.map(digits::ascii).unwrap_or_default();
        let mut files = Vec::new();
        files.extend(url.map(|url| File { url, media_type: "", width: size(width), height: size(height) }));
        for rendition in &image.renditions {
            let Some(address) = rendition.url.as_ref().and_then(|url| whole(url.as_str())) else {
                continue;
            };
            if Some(address) == url {
                continue;
            }
            let narrow = known(rendition.width);
            // All are the same picture, so they are as high as they are wide.
            let low = match (narrow, width, height) {
                (Some(narrow), Some(width), Some(height)) => Some((narrow * height + width / 2) / width),
                _ => None,
            };
            let media_type = rendition.media_type.as_str();
            files.push(File { url: address, media_type, width: size(narrow), height: size(low) });
        }
        (!files.is_empty()).then_some(Self { image, figure: None, files })
    }

    /// An object for each file; what is said of the picture is said once, with the first.
    pub(super) fn objects<'p>(&'p self, setter: &Setter<'_>) -> Vec<Value<'p>> {
        let number = |digits: &'p String| (!digits.is_empty()).then_some(Value::Number(digits));
        let of_file = |(index, file): (usize, &'p File<'p>)| {
            object("ImageObject", |image| {
                image.text("url", file.url);
                image.text("encodingFormat", file.media_type);
                image.value("width", number(&file.width));
                image.value("height", number(&file.height));
                if index == 0 {
                    let caption = self.figure.map(|figure| setter.rich(&figure.caption)).unwrap_or_default();
                    image.text(
                        "caption",
                        if caption.is_empty() { setter.line(&self.image.alt) } else { caption },
                    );
                    image.text(
                        "creditText",
                        self.figure.map(|figure| setter.line(&figure.credit)).unwrap_or_default(),
                    );
                }
            })
        };
        self.files.iter().enumerate().map(of_file).collect()
    }
}

fn known(pixels: Option<u32>) -> Option<u64> {
    pixels.filter(|pixels| *pixels > 0).map(u64::from)
}

/// The films of an article, or its sound recordings.
pub(super) fn recordings<'a>(article: &'a Article, is_video: bool, setter: &Setter<'_>) -> Vec<Value<'a>> {
    let recording = |block: &'a Block| match block {
        Block::Video(media) if is_video => video(article, media, setter),
        Block::Audio(media) if !is_video => told(article, media, file(media)?, None, setter),
        _ => None,
    };
    blocks(&article.body).filter_map(recording).collect()
}

/// A film that has what Google asks of one: a name, a thumbnail, a date, and where it is.
fn video<'a>(article: &'a Article, media: &'a Media, setter: &Setter<'_>) -> Option<Value<'a>> {
    let poster = Picture::of_image(media.poster.as_ref()?)?.files.into_iter().next()?.url;
    article.published?;
    told(article, media, file(media)?, Some(poster), setter)
}

/// The first file at an absolute address, and its media type.
fn file(media: &Media) -> Option<(&str, &str)> {
    let mut files = media.renditions.iter();
    files.find_map(|file| Some((whole(file.url.as_ref()?.as_str())?, file.media_type.as_str())))
}

/// A recording by its title, or else by its caption. Where a sound has neither, it is called as what it belongs to; nothing
/// that cannot be called anything is told of.
fn told<'a>(
    article: &'a Article,
    media: &'a Media,
    (url, media_type): (&'a str, &'a str),
    poster: Option<&'a str>,
    setter: &Setter<'_>,
) -> Option<Value<'a>> {
    let (title, caption) = (setter.line(&media.title), setter.rich(&media.caption));
    let mut name = if title.is_empty() { caption.clone() } else { title };
    if name.is_empty() && poster.is_none() {
        name = setter.title();
    }
    (!name.is_empty()).then(|| {
        object(if poster.is_some() { "VideoObject" } else { "AudioObject" }, |it| {
            it.text("name", name);
            it.text("description", caption);
            it.maybe("thumbnailUrl", poster);
            it.maybe("uploadDate", article.published.map(|time| setter.machine(time)));
            it.text("contentUrl", url);
            it.text("encodingFormat", media_type);
            let seconds = media.duration.filter(|seconds| *seconds > 0);
            it.maybe("duration", seconds.map(|seconds| ["PT", &digits::ascii(seconds.into()), "S"].concat()));
            it.text("creditText", setter.line(&media.credit));
        })
    })
}
