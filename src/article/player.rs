//! Pages of films and posts in, the players that their sites offer out.

use super::url::LinkUrl;
use crate::text::chars::span;

/// What is known of a site: its host, what stands before the name of a film or a post in an address there, and what stands
/// around that name in the address of its player.
struct Site {
    host: &'static str,
    before: &'static [&'static str],
    player: [&'static str; 2],
}

const YOUTUBE: [&str; 2] = ["https://www.youtube-nocookie.com/embed/", ""];
const X: [&str; 2] = ["https://platform.twitter.com/embed/Tweet.html?id=", ""];

/// The only sites of which anything is ever shown in a page.
const SITES: [Site; 7] = [
    Site {
        host: "aparat.com",
        before: &["/v/"],
        player: ["https://www.aparat.com/video/video/embed/videohash/", "/vt/frame"],
    },
    Site { host: "youtube.com", before: &["?v=", "&v=", "/shorts/", "/live/", "/embed/"], player: YOUTUBE },
    Site { host: "youtu.be", before: &["/"], player: YOUTUBE },
    Site { host: "t.me", before: &["/"], player: ["https://t.me/", "?embed=1"] },
    Site { host: "x.com", before: &["/status/"], player: X },
    Site { host: "twitter.com", before: &["/status/"], player: X },
    Site {
        host: "instagram.com",
        before: &["/p/", "/reel/"],
        player: ["https://www.instagram.com/p/", "/embed/"],
    },
];

/// The address that plays what is at another one, if its site is one of those known.
///
/// ```
/// use satr::article::player;
/// use satr::article::url::LinkUrl;
///
/// let film = LinkUrl::parse("https://www.aparat.com/v/AbC12?from=home", None)?;
/// let player = player(&film).map(|url| url.to_string());
/// assert_eq!(player.as_deref(), Some("https://www.aparat.com/video/video/embed/videohash/AbC12/vt/frame"));
/// # Ok::<(), satr::article::url::UrlError>(())
/// ```
#[must_use]
pub fn player(url: &LinkUrl) -> Option<LinkUrl> {
    let asked = url.host()?;
    let is_at = |site: &&Site| {
        ["", "www.", "m."].iter().any(|prefix| {
            let parts = asked.split_at_checked(prefix.len());
            parts.is_some_and(|(start, host)| {
                start.eq_ignore_ascii_case(prefix) && host.eq_ignore_ascii_case(site.host)
            })
        })
    };
    let site = SITES.iter().find(is_at)?;
    let names = site.before.iter().find_map(|before| names(behind(url.as_str(), before)?))?;
    let (first, rest) = names.split_once('/').unwrap_or((names, ""));
    let name = match site.host {
        "t.me" if rest.bytes().all(|b| b.is_ascii_digit()) && !rest.is_empty() => names,
        "t.me" => return None, // a channel or an invitation, not a post
        _ => first,
    };
    let [start, end] = site.player;
    LinkUrl::parse(&[start, name, end].concat(), None).ok()
}

/// What follows the first place of a text where another stands, behind the slashes of a scheme.
/// (The library's search for texts is made for long ones, and takes ten times the bytes.)
fn behind<'t>(url: &'t str, before: &str) -> Option<&'t str> {
    ("https://".len()..url.len()).find_map(|at| url.get(at..)?.strip_prefix(before))
}

/// The names, parted by slashes, that a text begins with, if it does.
fn names(text: &str) -> Option<&str> {
    let length = span(text, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/'));
    let names = text.get(..length)?.trim_matches('/');
    (!names.is_empty()).then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn players_are_those_of_known_sites() {
        for (page, expected) in [
            (
                "https://www.aparat.com/v/AbC12/",
                "https://www.aparat.com/video/video/embed/videohash/AbC12/vt/frame",
            ),
            ("https://m.youtube.com/watch?app=m&v=a-b_C#t=3", "https://www.youtube-nocookie.com/embed/a-b_C"),
            ("https://youtu.be/a-b_C?t=3", "https://www.youtube-nocookie.com/embed/a-b_C"),
            ("http://youtube.com/shorts/abc", "https://www.youtube-nocookie.com/embed/abc"),
            (
                "https://WWW.Aparat.com/v/AbC12",
                "https://www.aparat.com/video/video/embed/videohash/AbC12/vt/frame",
            ),
            ("https://t.me/satr/12", "https://t.me/satr/12?embed=1"),
            ("https://x.com/satr/status/99?s=20", "https://platform.twitter.com/embed/Tweet.html?id=99"),
            ("https://www.instagram.com/satr/p/Ab_1/", "https://www.instagram.com/p/Ab_1/embed/"),
        ] {
            let url = LinkUrl::parse(page, None).expect(page);
            assert_eq!(player(&url).expect(page).as_str(), expected);
        }
        for page in [
            "https://aparat.com.evil.example/v/AbC12",
            "https://evil.example/aparat.com/v/AbC12",
            "https://www.aparat.com/v/",
            "https://www.aparat.com/satr",
            "https://www.aparat.com/v/%3Cscript%3E",
            "https://t.me/satr",
            "https://t.me/joinchat/AAA",
            "https://t.me/share/url?url=x",
            "mailto:aparat.com/v/AbC12",
            "/v/AbC12",
        ] {
            let url = LinkUrl::parse(page, None).expect(page);
            assert_eq!(player(&url), None, "{page}");
        }
    }
}
