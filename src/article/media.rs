//! Pictures, and the files of films and sound.

use alloc::string::String;
use alloc::vec::Vec;

use super::Language;
use super::declare::{choice, object};
use super::url::{ImageUrl, MediaUrl};

object! {
    /// A picture. As a bare string it is the address alone.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Image {
        /// Where it is: the rendition that every browser shows.
        "url" url: Option<ImageUrl>,
        /// What it shows, for those who do not see it.
        "alt" alt: String,
        /// Its width in pixels; with the height it keeps the page from moving while it loads.
        "width" width: Option<u32>,
        /// Its height in pixels.
        "height" height: Option<u32>,
        /// What must not be cut off where there is room for a part of it alone.
        "focus" focus: Option<Focus>,
        /// The same picture in other widths and formats.
        "renditions" renditions: Vec<Rendition>,
    }
    or from text: url
}

object! {
    /// A point of a picture, as shares of its width and height in percent: 0 and 0 are its top left corner.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Focus {
        /// From the left edge.
        "x" x: Option<u32>,
        /// From the top.
        "y" y: Option<u32>,
    }
}

object! {
    /// One file of a picture, a film or a sound. As a bare string it is the address alone.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Rendition {
        /// Where it is.
        "url" url: Option<MediaUrl>,
        /// Its media type: `image/avif`, `video/mp4`.
        "type" media_type: String,
        /// A picture's width in pixels, by which a browser chooses.
        "width" width: Option<u32>,
        /// Its size in bytes, told where it can be downloaded.
        "bytes" bytes: Option<u32>,
    }
    or from text: url
}

object! {
    /// The text of a film or a sound, timed (WebVTT). As a bare string it is the address alone.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Track {
        /// Where it is.
        "url" url: Option<MediaUrl>,
        /// What the text is of it.
        "kind" kind: TrackKind,
        /// The language of the text.
        "language" language: Option<Language>,
        /// What the reader chooses it by.
        "label" label: String,
    }
    or from text: url
}

choice! {
    /// What a timed text is.
    pub enum TrackKind {
        /// What is said, and what is heard besides.
        #[default]
        Captions = "captions",
        /// What is said, in another language.
        Subtitles = "subtitles",
        /// What is seen.
        Descriptions = "descriptions",
        /// The parts, by their names.
        Chapters = "chapters",
    }
}
