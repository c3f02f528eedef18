//! Every word that the page says of its own.

/// The interface words of a language.
#[derive(Debug)]
pub(super) struct Messages {
    /// Names the section path.
    pub(super) path: &'static str,
    /// Stands before the time of the last change.
    pub(super) updated: &'static str,
    /// Parts the names of a byline.
    pub(super) comma: &'static str,
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
    /// Heads the comments when there are none.
    pub(super) comments: &'static str,
    /// Follows the number of comments.
    pub(super) comment: &'static str,
    /// Says that there are none yet.
    pub(super) no_comments: &'static str,
    /// Heads the rules for comments.
    pub(super) rules: &'static str,
    /// Stands before the name of the one replied to.
    pub(super) in_reply_to: &'static str,
    /// Stands for a name with nothing to be seen.
    pub(super) nameless: &'static str,
    /// Says that the article was too long to be shown whole.
    pub(super) cut: &'static str,
}

pub(super) const FA: Messages = Messages {
    path: "مسیر خبر",
    updated: "به‌روزرسانی",
    comma: "، ",
    corrections: "اصلاح‌ها",
    correction: "اصلاح",
    tags: "برچسب‌ها",
    source: "منبع",
    code: "کد خبر",
    short_link: "پیوند کوتاه",
    related: "خبرهای مرتبط",
    comments: "نظرها",
    comment: "نظر",
    no_comments: "هنوز نظری منتشر نشده است.",
    rules: "پیش از نوشتن",
    in_reply_to: "در پاسخ به",
    nameless: "بی‌نام",
    cut: "ادامهٔ این مطلب از اندازهٔ مجاز بیشتر بود و نمایش داده نشد.",
};
