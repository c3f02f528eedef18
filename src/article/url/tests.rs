use alloc::borrow::ToOwned;
use alloc::string::String;

use super::*;
use proptest::prelude::*;
use url::Url;

fn link(raw: &str) -> Result<String, UrlError> {
    LinkUrl::parse(raw, None).map(|url| url.to_string())
}

fn image(raw: &str) -> Result<String, UrlError> {
    ImageUrl::parse(raw, None).map(|url| url.to_string())
}

#[test]
fn real_addresses_stay_byte_for_byte() {
    for url in [
        "https://fa.wikipedia.org/wiki/%D9%86%E2%80%8C%D9%87?x=۱#ب",
        "HTTP://Example.COM:8080/A%2fB//c/../d?q=a b&c=[1]#x",
        "https://دامنه.ایران/می\u{200C}رود/۱۳۹۸",
        "https://[2001:db8::1]:443/x",
        "https://a.ir/@user:1",
        "https://a.ir?x@y",
        "https://a.ir:",
        "mailto:info@example.ir?subject=سلام",
        "tel:+98-21-123",
        "/news/1",
        "news/1:2",
        "../a",
        "?p=1",
        "#یادداشت",
        "//a.ir/x",
        "./javascript:x",
    ] {
        assert_eq!(link(url), Ok(url.into()));
    }
}

#[test]
fn slashes_are_written_out() {
    for raw in
        ["https:a.ir/x", "https:/a.ir/x", "https:\\\\a.ir/x", "https:/\\/a.ir/x", " ht\ntps\t://a.ir/x\0"]
    {
        assert_eq!(link(raw), Ok("https://a.ir/x".into()), "{raw:?}");
    }
    for raw in ["//a.ir", "\\\\a.ir", "/\\a.ir", "/\t/a.ir", "\u{202E}///a.ir"] {
        assert_eq!(link(raw), Ok("//a.ir".into()), "{raw:?}");
    }
}

#[test]
fn the_rest_is_refused() {
    use UrlError::*;
    for (raw, error) in [
        ("", Empty),
        (" \t\u{200F} ", Empty),
        ("javascript:alert(1)", Scheme),
        ("JaVa\u{0}ScRiPt\u{202E}:alert(1)", Scheme),
        ("\u{1}vbscript:x", Scheme),
        ("data:image/png;base64,AAAA", Scheme),
        ("file:///etc/passwd", Scheme),
        ("blob:https://a.ir/x", Scheme),
        ("a.ir:80", Scheme),
        ("https://u:p@a.ir", Credentials),
        ("https:u@a.ir", Credentials),
        ("\\\\u@a.ir", Credentials),
        ("https://", Host),
        ("https:///", Host),
        ("https://?x", Host),
        ("https://:80", Host),
        ("https://a b.ir", Host),
        ("https://a%2eir", Host),
        ("https://a\u{AD}b.ir", Host),
        ("https://a.ir:99999", Host),
        ("https://a.ir:8a", Host),
        ("https://[::1", Host),
        ("https://[::1]x", Host),
        ("https://[a.ir]", Host),
        ("//", Host),
        ("tel://u:p@a.ir", Host),
    ] {
        assert_eq!(link(raw), Err(error), "{raw:?}");
    }
}

#[test]
fn images_take_web_addresses_and_small_data() {
    use UrlError::*;
    let data = |kind: &str, len| format!("data:{kind};base64,{}", "A".repeat(len));
    assert!(image(&data("image/png", 4)).is_ok());
    assert!(image(&data("IMAGE/AVIF", 60_000)).is_ok());
    assert_eq!(image(&data("image/png", 66_000)), Err(TooLong));
    assert_eq!(image("data:image/webp;base64,\n AA ").as_deref(), Err(&Data));
    assert_eq!(image("data:image/webp;base64,\nAA\t==\n").as_deref(), Ok("data:image/webp;base64,AA=="));
    for raw in [
        "data:image/svg+xml;base64,AA",
        "data:image/png,AA",
        "data:text/html;base64,AA",
        "data:image/png;base64,",
    ] {
        assert_eq!(image(raw), Err(Data), "{raw:?}");
    }
    assert_eq!(image("data:image/png;base64,A==="), Err(Data));
    assert_eq!(image("mailto:a@b.ir"), Err(Scheme));
    assert_eq!(image("#x"), Err(Fragment));
    assert_eq!(image("/a.png"), Ok("/a.png".into()));
}

#[test]
fn length_is_counted_after_resolving() {
    let base = LinkUrl::parse(&format!("https://a.ir/{}/", "b".repeat(8000)), None).unwrap();
    assert!(LinkUrl::parse(&"c".repeat(100), Some(&base)).is_ok());
    assert_eq!(LinkUrl::parse(&"c".repeat(200), Some(&base)), Err(UrlError::TooLong));
    assert_eq!(link(&format!("{}x", "\t".repeat(10_000))), Ok("x".into()));
}

#[test]
fn a_base_without_a_host_is_none() {
    for base in ["mailto:a@b.ir", "/x/y", "#z"] {
        let base = LinkUrl::parse(base, None).unwrap();
        assert_eq!(LinkUrl::parse("c", Some(&base)).unwrap().as_str(), "c");
    }
    let base = LinkUrl::parse("//a.ir?b", None).unwrap();
    assert_eq!(LinkUrl::parse("c", Some(&base)).unwrap().as_str(), "//a.ir/c");
    assert_eq!(LinkUrl::parse("//d.ir", Some(&base)).unwrap().as_str(), "//d.ir");
}

#[test]
fn hosts_are_read_as_browsers_read_them() {
    let host = |raw| LinkUrl::parse(raw, None).unwrap().host().map(str::to_owned);
    assert_eq!(host("https:a.ir\\@b.ir"), Some("a.ir".into()));
    assert_eq!(host("//[::1]:80/x"), Some("[::1]".into()));
    assert_eq!(host("HTTP://A.ir:80?x"), Some("A.ir".into()));
    assert_eq!(host("mailto:a@b.ir"), None);
    assert_eq!(host("a.ir"), None);
}

#[test]
fn they_serialize_as_strings() {
    let url = LinkUrl::parse("https://a.ir", None).unwrap();
    assert_eq!(serde_json::to_string(&url).unwrap(), "\"https://a.ir\"");
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(&[
            "http", "https", "HTTPS", "javascript", "data", "mailto", "tel", "ftp", ":", "://", "//", "/", "\\", "\\\\", "@", "#", "?",
            ".", "..", "[", "]", "[::1]", ":80", "%40", "%2F", "a.ir", "b.example", "127.1", "دامنه", "alert(1)", " ", "\t", "\n", "\r",
            "\0", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200F}", "\u{202E}", "\u{2066}", "\u{FEFF}", "／", "＠", "：", "。",
        ][..]).prop_map(str::to_owned),
        1 => "[a-z0-9۰-۹ا-ی]{1,3}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..9).prop_map(|pieces| pieces.concat())
}

/// `url` as a browser on `page` reads it; None where it could not, and the link would be dead.
fn read(url: &str, page: &str) -> Option<Url> {
    Url::options().base_url(Some(&Url::parse(page).unwrap())).parse(url).ok()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn an_accepted_link_is_harmless_to_a_browser(raw in hostile(), page in "https?://page\\.example/[a-z]{0,3}/x\\?y") {
        let Ok(link) = LinkUrl::parse(&raw, None) else { return Ok(()) };
        prop_assert!(!link.as_str().contains(|c: char| c.is_control() || chars::is_bidi_control(c)));
        let Some(url) = read(link.as_str(), &page) else { return Ok(()) };
        prop_assert!(matches!(url.scheme(), "http" | "https" | "mailto" | "tel"), "{raw:?} → {link} → {url}");
        prop_assert!(url.username().is_empty() && url.password().is_none(), "{raw:?} → {link} → {url}");
        if matches!(url.scheme(), "http" | "https") {
            let host = read(&format!("https://{}/", link.host().unwrap_or("page.example")), &page).unwrap();
            prop_assert_eq!(host.host(), url.host(), "{:?} → {}", raw, link);
        }
    }

    #[test]
    fn an_accepted_image_is_harmless_to_a_browser(raw in hostile()) {
        let Ok(image) = ImageUrl::parse(&raw, None) else { return Ok(()) };
        let Some(url) = read(image.as_str(), "https://page.example") else { return Ok(()) };
        prop_assert!(matches!(url.scheme(), "http" | "https") && url.username().is_empty(), "{raw:?} → {image} → {url}");
    }

    #[test]
    fn accepted_is_accepted_again(raw in hostile()) {
        let base = LinkUrl::parse("https://a.ir/b/c?d#e", None).unwrap();
        for base in [None, Some(&base)] {
            if let Ok(link) = LinkUrl::parse(&raw, base) {
                prop_assert_eq!(LinkUrl::parse(link.as_str(), base), Ok(link));
            }
        }
    }

    /// Resolving is what a browser on the article's address does, but for a scheme without both slashes, which we
    /// take for a web address everywhere.
    #[test]
    fn resolving_is_the_standards(raw in hostile(), base in proptest::sample::select(&[
        "https://a.ir", "http://a.ir:8080/b/c.html?d=/e#f/g", "https://a.ir/b/", "https://a.ir?b", "https://a.ir\\b\\c",
    ][..])) {
        let clean: String = raw.chars().filter(|c| !c.is_control() && !chars::is_bidi_control(*c)).collect();
        if scheme(clean.trim()).is_some_and(|(.., rest)| !rest.starts_with("//")) {
            return Ok(());
        }
        let Ok(link) = LinkUrl::parse(&raw, Some(&LinkUrl::parse(base, None).unwrap())) else { return Ok(()) };
        // The oracle is stricter than the standard about a third slash.
        if let Some(url) = read(&clean, base) {
            prop_assert_eq!(read(link.as_str(), base), Some(url), "{:?} → {}", raw, link);
        }
    }

    /// Not too strict either: what a browser takes for a plain web address, we take.
    #[test]
    fn plain_addresses_are_accepted(raw in "https?://[a-z0-9.\u{627}-\u{6CC}-]{1,9}(:[0-9]{1,4})?[/?#][ -~\u{627}-\u{6CC}]{0,9}") {
        if Url::parse(&raw).is_ok() {
            prop_assert_eq!(link(&raw), Ok(raw.trim_end_matches(' ').to_owned()));
        }
    }
}
