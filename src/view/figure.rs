//! Pictures with what is said about them.

use alloc::vec::Vec;

use super::{View, is_blank};
use crate::article::url::{ImageUrl, MediaUrl};
use crate::article::{Figure, FigureSize, Focus, Gallery, Image, Rendition, RichText};
use crate::tree::{Attr, Class, Tag};

/// The largest width or height that is told, in pixels.
const LARGEST: u32 = 32_767;

/// How wide a picture is shown, for a browser to choose by: the text's measure, half of it, or the whole article's.
const MEASURE: &str = "(min-width: 45em) 40em, 100vw";
const HALF: &str = "(min-width: 45em) 20em, 50vw";
const WHOLE: &str = "(min-width: 70em) 60em, 100vw";

/// The formats that not every browser knows, the smallest first.
const NEWER: [&str; 2] = ["image/avif", "image/webp"];
/// And those that all do.
const OLDER: [&str; 4] = ["", "image/jpeg", "image/png", "image/gif"];

/// A file to choose from, by its width where that is told.
type Candidate<'i> = (&'i MediaUrl, Option<u32>);

/// The files of a picture in some formats. Those without a width cannot be chosen from: of them the first stands for all.
fn candidates<'i>(image: &'i Image, formats: &[&str]) -> Vec<Candidate<'i>> {
    let mut files = Vec::new();
    for Rendition { url, media_type, width, .. } in &image.renditions {
        let is_wanted = formats.iter().any(|wanted| wanted.eq_ignore_ascii_case(media_type));
        if let Some(url) = url.as_ref().filter(|_| is_wanted) {
            files.push((url, width.filter(|width| *width > 0)));
        }
    }
    if files.iter().any(|(_, width)| width.is_some()) {
        files.retain(|(_, width)| width.is_some());
    } else {
        files.truncate(1);
    }
    files
}

impl View<'_> {
    /// The lead's figure is on the first screen: its picture is asked for at once.
    pub(super) fn lead_figure(&mut self, figure: &Figure) {
        self.part(Tag::Figure, Class::Figure, |view| {
            view.tree.class(Class::FigureLead);
            view.tree.class(Class::FigureWide);
            view.picture(figure.image.as_ref(), (Attr::Priority, "high"), WHOLE);
            view.caption(&figure.caption, &figure.credit);
        });
    }

    /// A figure in the text: its picture is asked for when it comes near the screen.
    pub(super) fn figure(&mut self, figure: &Figure) {
        self.part(Tag::Figure, Class::Figure, |view| {
            let sizes = match figure.size {
                FigureSize::Normal => MEASURE,
                FigureSize::Small => {
                    view.tree.class(Class::FigureSmall);
                    HALF
                }
                FigureSize::Wide => {
                    view.tree.class(Class::FigureWide);
                    WHOLE
                }
            };
            view.picture(figure.image.as_ref(), (Attr::Loading, "lazy"), sizes);
            view.caption(&figure.caption, &figure.credit);
        });
    }

    pub(super) fn gallery(&mut self, gallery: &Gallery) {
        self.part(Tag::Figure, Class::Figure, |view| {
            view.tree.class(Class::FigureWide);
            view.tree.class(Class::Gallery);
            for figure in &gallery.figures {
                view.part(Tag::Figure, Class::Figure, |view| {
                    if let Some(image) = &figure.image {
                        view.opening(image);
                    }
                    view.caption(&figure.caption, &figure.credit);
                });
            }
            view.caption(&gallery.caption, &gallery.credit);
        });
    }

    /// A picture that can be seen by itself: a link to its file, which is named by what the picture says. Browsers follow
    /// no link to a picture that is in its own address.
    fn opening(&mut self, image: &Image) {
        let Some(url) = image.url.as_ref().filter(|url| !url.as_str().starts_with("data:")) else {
            return self.picture(Some(image), (Attr::Loading, "lazy"), HALF);
        };
        self.element(Tag::A, |view| {
            view.tree.attr(Attr::Act, "view");
            if is_blank(&image.alt) {
                view.tree.attr(Attr::Label, view.messages.picture);
            }
            view.tree.href_to_picture(url);
            view.picture(Some(image), (Attr::Loading, "lazy"), HALF);
        });
    }

    /// A picture: in newer formats for browsers that know them, in several widths, and as one file for all others.
    fn picture(&mut self, image: Option<&Image>, when: (Attr, &str), sizes: &str) {
        let Some(image) = image.filter(|image| image.url.is_some()) else { return };
        let newer = NEWER.map(|format| (format, candidates(image, &[format])));
        let has_newer = newer.iter().any(|(_, files)| !files.is_empty());
        if has_newer {
            self.tree.open(Tag::Picture);
        }
        for (format, files) in newer {
            if !files.is_empty() {
                self.element(Tag::Source, |view| {
                    view.tree.attr(Attr::Type, format);
                    view.srcset(None, &files, sizes);
                });
            }
        }
        self.image(image, when, sizes);
        if has_newer {
            self.tree.close();
        }
    }

    fn image(&mut self, image: &Image, (when, how): (Attr, &str), sizes: &str) {
        let Some(source) = &image.url else { return };
        self.element(Tag::Img, |view| {
            view.focus(image.focus.as_ref());
            view.tree.attr(Attr::Alt, &view.flat(&view.set(&image.alt)));
            view.size(image);
            view.tree.attr(when, how);
            view.tree.attr(Attr::Decoding, "async");
            // Beside others its own file is a choice only by its width.
            if let Some(width) = image.width.filter(|width| *width > 0) {
                let mut files = candidates(image, &OLDER);
                files.retain(|(url, width)| width.is_some() && url.as_str() != source.as_str());
                if !files.is_empty() {
                    view.srcset(Some((source, width)), &files, sizes);
                }
            }
            view.tree.src(source);
        });
    }

    fn srcset(&mut self, own: Option<(&ImageUrl, u32)>, files: &[Candidate<'_>], sizes: &str) {
        self.tree.srcset(own, files);
        if files.iter().any(|(_, width)| width.is_some()) {
            self.tree.attr(Attr::Sizes, sizes);
        }
    }

    /// Width and height, which keep the page from moving while it loads.
    pub(super) fn size(&mut self, image: &Image) {
        for (attr, size) in [(Attr::Width, image.width), (Attr::Height, image.height)] {
            if let Some(size) = size.filter(|size| *size > 0) {
                self.tree.number(attr, size.min(LARGEST));
            }
        }
    }

    /// What must be seen of a picture that is cut, as classes: a column and a row of five, but for the middle ones, and no
    /// style of its own, which a page's policy may forbid.
    pub(super) fn focus(&mut self, focus: Option<&Focus>) {
        use Class::{
            FocusBottom, FocusBottomish, FocusLeft, FocusLeftish, FocusRight, FocusRightish, FocusTop,
            FocusTopish,
        };
        let Some(Focus { x, y }) = focus else { return };
        let fifth = |percent: &Option<u32>| (percent.unwrap_or(50).min(99) / 20) as usize;
        let columns = [Some(FocusLeft), Some(FocusLeftish), None, Some(FocusRightish), Some(FocusRight)];
        let rows = [Some(FocusTop), Some(FocusTopish), None, Some(FocusBottomish), Some(FocusBottom)];
        for class in [columns.get(fifth(x)), rows.get(fifth(y))].into_iter().flatten().flatten() {
            self.tree.class(*class);
        }
    }

    pub(super) fn caption(&mut self, caption: &RichText, credit: &str) {
        self.element(Tag::Figcaption, |view| {
            view.says(caption, "", credit);
        });
    }

    /// A caption, or else a title, and the credit behind it. Tells whether there is any of it.
    pub(super) fn says(&mut self, caption: &RichText, title: &str, credit: &str) -> bool {
        let point = self.tree.point();
        self.rich(caption);
        if caption.is_blank() && !is_blank(title) {
            self.text(title);
        }
        if !is_blank(credit) && self.tree.shows_after(point) {
            self.tree.text(" ");
        }
        self.beside(Tag::Span, Class::Credit, credit);
        self.tree.shows_after(point)
    }
}
