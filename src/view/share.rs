//! Ways to share the article.

use alloc::string::String;

use super::View;
use crate::article::Article;
use crate::article::url::{LinkUrl, whole};
use crate::tree::{Attr, Class, Tag};

/// What stands before the address and before the title in the addresses that share, in the order of
/// `messages.services`. Where the address comes second, as in a message, the title is first.
const SERVICES: [[&str; 2]; 6] = [
    ["https://t.me/share/url?url=", "&text="],
    ["https://wa.me/?text=", "%20"],
    ["https://x.com/intent/post?url=", "&text="],
    ["https://ble.ir/share/url?url=", "&text="],
    ["https://eitaa.com/share/url?url=", "&text="],
    ["mailto:?subject=", "&body="],
];

impl View<'_> {
    /// Services that take the address and the headline, and the address itself, to take along. Without an address that
    /// can be given away there is nothing to share.
    pub(super) fn share(&mut self, article: &Article) {
        let mut urls = [&article.short_link, &article.url].into_iter().flatten();
        let url = urls.find(|url| whole(url.as_str()).is_some());
        let Some(url) = url.filter(|_| self.options.share) else { return };
        let (address, title) = (encoded(url.as_str()), encoded(&self.set(&article.headline)));
        self.part(Tag::P, Class::Share, |view| {
            view.word(Tag::B, view.messages.share);
            for ([before, between], name) in SERVICES.into_iter().zip(view.messages.services) {
                let is_message = !before.ends_with("url=");
                let (first, second) = if is_message { (&title, &address) } else { (&address, &title) };
                let Ok(service) = LinkUrl::parse(&[before, first, between, second].concat(), None) else {
                    continue;
                };
                view.element(Tag::A, |view| {
                    view.tree.attr(Attr::Target, "_blank");
                    view.tree.attr(Attr::Rel, "noopener noreferrer nofollow");
                    view.tree.href(&service);
                    view.tree.text(name);
                });
            }
            view.element(Tag::A, |view| {
                view.tree.attr(Attr::Copy, view.messages.copied);
                view.tree.href(url);
                view.tree.text(view.messages.copy_link);
            });
            if view.options.tools.share {
                view.button("share", "", view.messages.other_ways);
            }
        });
    }
}

/// A text as a part of an address: RFC 3986's unreserved characters stay, the bytes of all others are encoded.
pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default().to_ascii_uppercase();
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}
