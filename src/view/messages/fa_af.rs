//! Persian of Afghanistan, Dari: what newsrooms of Kabul say otherwise than those of Tehran.

use super::fa::FA;
use super::{Messages, Talk, talk};
use crate::date::Place;

pub(super) const FA_AF: Messages = Messages {
    place: Place::Afghanistan,
    // پیوند is a word of Iran's Academy; in Kabul, as on Radio Azadi's pages, it is the English one.
    short_link: "لینک کوتاه",
    // And so are its neighbours in the row of ways to share.
    share: "شریک‌سازی",
    services: ["تلگرام", "واتساپ", "ایکس", "بله", "ایتا", "ایمیل"],
    copy_link: "کاپی لینک",
    copy: "کاپی",
    // As on the BBC's pages for both countries; خبر means the news alone.
    related: "مطالب مرتبط",
    // What appears is نشر there.
    talk: Talk {
        no_comments: "هنوز نظری نشر نشده است.",
        moderated: "نظرها پیش از نشر بررسی می‌شوند.",
        held: "نظر شما رسید و پس از بررسی نشر می‌شود.",
        published: "نظر شما نشر شد.",
        email: "ایمیل",
        ..talk::FA
    },
    ..FA
};
