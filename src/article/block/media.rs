//! Blocks of pictures, film and sound.

use alloc::string::String;
use alloc::vec::Vec;

use crate::article::declare::{choice, object};
use crate::article::inline::RichText;
use crate::article::media::{Image, Rendition, Track};
use crate::article::url::LinkUrl;

object! {
    /// A picture with what is said about it.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Figure {
        /// The picture.
        "image" image: Option<Image>,
        /// What it shows and why it is here.
        "caption" caption: RichText,
        /// Who made it.
        "credit" credit: String,
        /// How much room it takes.
        "size" size: FigureSize,
    }
}

choice! {
    /// How much room a figure takes.
    pub enum FigureSize {
        /// The width of the text.
        #[default]
        Normal = "normal",
        /// Half of it.
        Small = "small",
        /// Text and margin.
        Wide = "wide",
    }
}

object! {
    /// Pictures that belong together.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Gallery {
        /// The pictures.
        "figures" figures: Vec<Figure>,
        /// What they show together.
        "caption" caption: RichText,
        /// Who made them.
        "credit" credit: String,
    }
}

object! {
    /// A film or a sound recording.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Media {
        /// The files to choose from; a browser takes the first that it can play.
        "renditions" renditions: Vec<Rendition>,
        /// What a film shows before it is played, and its size on the page.
        "poster" poster: Option<Image>,
        /// What is said in it, as text.
        "tracks" tracks: Vec<Track>,
        /// Its length in seconds.
        "duration" duration: Option<u32>,
        /// What it is called.
        "title" title: String,
        /// What is said about it.
        "caption" caption: RichText,
        /// Who made it.
        "credit" credit: String,
    }
}

object! {
    /// Something of another site.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Embed {
        /// Its page on that site.
        "url" url: Option<LinkUrl>,
        /// What it is.
        "title" title: String,
        /// What is said about it.
        "caption" caption: RichText,
    }
}
