//! Pictures with what is said about them.

use super::{View, is_blank};
use crate::article::url::ImageUrl;
use crate::article::{Figure, Image};
use crate::text::digits;
use crate::tree::{Attr, Class, Tag};

/// Whether a figure has anything to show.
pub(super) fn shows(figure: &Figure) -> bool {
    source(figure).is_some() || !figure.caption.is_blank() || !is_blank(&figure.credit)
}

fn source(figure: &Figure) -> Option<(&Image, &ImageUrl)> {
    let image = figure.image.as_ref()?;
    Some((image, image.url.as_ref()?))
}

impl View<'_> {
    /// The lead's figure is on the first screen: its picture is asked for at once.
    pub(super) fn lead_figure(&mut self, figure: &Figure) {
        self.part(Tag::Figure, Class::Figure, |view| {
            view.tree.class(Class::FigureLead);
            view.tree.class(Class::FigureWide);
            view.image(figure, Attr::Priority, "high");
            view.caption(figure);
        });
    }

    /// A figure in the text: its picture is asked for when it comes near the screen.
    pub(super) fn figure(&mut self, figure: &Figure) {
        self.part(Tag::Figure, Class::Figure, |view| {
            view.image(figure, Attr::Loading, "lazy");
            view.caption(figure);
        });
    }

    fn image(&mut self, figure: &Figure, when: Attr, how: &str) {
        let Some((image, source)) = source(figure) else { return };
        self.element(Tag::Img, |view| {
            view.tree.attr(Attr::Alt, &super::flat(&view.set(&image.alt), view.options, view.is_rtl));
            for (attr, size) in [(Attr::Width, image.width), (Attr::Height, image.height)] {
                if let Some(size) = size.filter(|size| *size > 0) {
                    view.tree.attr(attr, &digits::ascii(size.min(LARGEST).into()));
                }
            }
            view.tree.attr(when, how);
            view.tree.attr(Attr::Decoding, "async");
            view.tree.src(source);
        });
    }

    fn caption(&mut self, figure: &Figure) {
        if figure.caption.is_blank() && is_blank(&figure.credit) {
            return;
        }
        self.element(Tag::Figcaption, |view| {
            view.rich(&figure.caption);
            if !is_blank(&figure.credit) {
                if !figure.caption.is_blank() {
                    view.tree.text(" ");
                }
                view.beside(Tag::Span, Class::Credit, &figure.credit);
            }
        });
    }
}

/// The largest width or height that is told, in pixels.
const LARGEST: u32 = 32_767;
