//! Pictures.

use alloc::string::String;

use super::read::object;
use super::url::ImageUrl;

object! {
    /// A picture. As a bare string it is the address alone.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Image {
        /// Where it is.
        "url" url: Option<ImageUrl>,
        /// What it shows, for those who do not see it.
        "alt" alt: String,
        /// Its width in pixels; with the height it keeps the page from moving while it loads.
        "width" width: Option<u32>,
        /// Its height in pixels.
        "height" height: Option<u32>,
    }
    or from text: url
}
