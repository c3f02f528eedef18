//! A language in, every word that the page says of its own out.
//!
//! A file for each language, and a line of [`of`] that says by which tags it goes.

use crate::article::Language;
use crate::date::Place;

mod fa;
mod fa_af;
pub(super) mod script;
mod talk;

use fa::FA;
use fa_af::FA_AF;
pub(super) use talk::Talk;

/// What the page says in a language; in one that is not known here, what it says in Persian.
pub(super) fn of(language: &Language) -> &'static Messages {
    match language {
        _ if language.is_in("prs") || language.is_in("fa-AF") => &FA_AF,
        _ => &FA,
    }
}

/// The interface words of a language, and where it is at home.
#[derive(Debug)]
pub(super) struct Messages {
    /// By whose clock and months its dates are told.
    pub(super) place: Place,
    /// Names the section path.
    pub(super) path: &'static str,
    /// Stands before the time of the last change.
    pub(super) updated: &'static str,
    /// Parts the names of a byline.
    pub(super) comma: &'static str,
    /// Parts what somebody did from the name.
    pub(super) colon: &'static str,
    /// Stand before and behind the number of minutes that reading takes.
    pub(super) reading: [&'static str; 2],
    /// A letter, to show how large the text is.
    pub(super) letter: &'static str,
    /// Name the buttons that set the text smaller and larger.
    pub(super) smaller: &'static str,
    pub(super) larger: &'static str,
    /// Prints the page.
    pub(super) print: &'static str,
    /// Names a picture that says nothing of itself.
    pub(super) picture: &'static str,
    /// Stand before and behind the time at which the copy that is shown was kept.
    pub(super) saved: [&'static str; 2],
    /// Says that an article has been withdrawn.
    pub(super) withdrawn: &'static str,
    /// Heads the list of sections.
    pub(super) contents: &'static str,
    /// Heads the key points.
    pub(super) points: &'static str,
    /// Stands before the link to another article inside the text.
    pub(super) see: &'static str,
    /// Names a table that has no caption.
    pub(super) table: &'static str,
    /// Names program text of which nothing is said.
    pub(super) listing: &'static str,
    /// Opens the newest entry of what still goes on.
    pub(super) live: &'static str,
    /// Names what comes from another site, where it has no name of its own.
    pub(super) embed: &'static str,
    /// Says that it comes from there, before and behind the name of the site.
    pub(super) embed_notice: [&'static str; 2],
    /// Asks for it.
    pub(super) play: &'static str,
    /// Leads to it on the other site.
    pub(super) embed_link: &'static str,
    /// Offers a file.
    pub(super) download: &'static str,
    /// Follow numbers of kilobytes, of megabytes and of gigabytes.
    pub(super) bytes: [&'static str; 3],
    /// Names the footnotes.
    pub(super) footnotes: &'static str,
    /// Leads from a footnote back to the text.
    pub(super) back: &'static str,
    /// Stands before the ways to share the article.
    pub(super) share: &'static str,
    /// The services it can be shared by, in the order of `view::share`.
    pub(super) services: [&'static str; 6],
    /// Takes the address along.
    pub(super) copy_link: &'static str,
    /// Leads to what the device itself offers to share by.
    pub(super) other_ways: &'static str,
    /// Takes something along, whose name may follow.
    pub(super) copy: &'static str,
    /// Says that it has been taken along.
    pub(super) copied: &'static str,
    /// Follows the number of years since another article.
    pub(super) years_ago: &'static str,
    /// Names the corrections.
    pub(super) corrections: &'static str,
    /// Opens a correction.
    pub(super) correction: &'static str,
    /// Stands before the tags.
    pub(super) tags: &'static str,
    /// Stands before the source.
    pub(super) source: &'static str,
    /// Stands before the news code.
    pub(super) code: &'static str,
    /// Stands before the short link.
    pub(super) short_link: &'static str,
    /// Heads the related articles.
    pub(super) related: &'static str,
    /// What it says of comments.
    pub(super) talk: Talk,
    /// Stands for a name with nothing to be seen.
    pub(super) nameless: &'static str,
    /// Says that the article was too long to be shown whole.
    pub(super) cut: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_tag(tag: &str) -> &'static Messages {
        of(&Language::new(tag).unwrap())
    }

    #[test]
    fn dari_is_known_by_each_of_its_tags() {
        for tag in ["fa-AF", "prs", "prs-AF", "fa-Arab-AF", "FA-af", "PRS", "fa-Arab-AF-u-ca-persian"] {
            assert_eq!(of_tag(tag).place, Place::Afghanistan, "{tag}");
            assert_eq!(of_tag(tag).short_link, FA_AF.short_link, "{tag}");
        }
    }

    #[test]
    fn all_others_are_as_in_iran() {
        for tag in
            ["fa", "fa-IR", "pes", "fa-Arab", "fa-u-rg-afzzzz", "fa-x-af", "fa-TJ", "en", "en-AF", "ps-AF"]
        {
            assert_eq!(of_tag(tag).place, Place::Iran, "{tag}");
            assert_eq!(of_tag(tag).short_link, FA.short_link, "{tag}");
        }
        assert_eq!(of(&Language::default()).place, Place::Iran);
    }

    #[test]
    fn what_dari_does_not_say_otherwise_is_persian() {
        assert_eq!(FA_AF.corrections, FA.corrections);
        assert_ne!(FA_AF.related, FA.related);
    }
}
