//! What a page says of comments.

/// The words around what readers wrote, and around what they write.
#[derive(Debug)]
pub(in crate::view) struct Talk {
    /// Heads the comments when there are none.
    pub(in crate::view) comments: &'static str,
    /// Follows the number of comments.
    pub(in crate::view) comment: &'static str,
    /// Says that there are none yet.
    pub(in crate::view) no_comments: &'static str,
    /// Asks for the first one.
    pub(in crate::view) be_first: &'static str,
    /// Names the orders.
    pub(in crate::view) order: &'static str,
    /// The orders, as `Sort` has them.
    pub(in crate::view) orders: [&'static str; 3],
    /// Leads from one thread to all.
    pub(in crate::view) all_comments: &'static str,
    /// Leads to the comments that come next.
    pub(in crate::view) more_comments: &'static str,
    /// Follows the number of replies that a thread has besides.
    pub(in crate::view) more_replies: &'static str,
    /// Stands before the name of the one replied to.
    pub(in crate::view) in_reply_to: &'static str,
    /// Signs for the newsroom.
    pub(in crate::view) newsroom: &'static str,
    /// Marks a comment that stands ahead of all others.
    pub(in crate::view) pinned: &'static str,
    /// Marks one that its writer alone sees.
    pub(in crate::view) pending: &'static str,
    /// Stands for one that is gone.
    pub(in crate::view) removed: &'static str,
    /// Stand before the number of those who agree, and of those who do not.
    pub(in crate::view) agree: &'static str,
    pub(in crate::view) disagree: &'static str,
    /// Answers it.
    pub(in crate::view) reply: &'static str,
    /// Parts that from a name.
    pub(in crate::view) to: &'static str,
    /// Tells the newsroom of it.
    pub(in crate::view) report: &'static str,
    /// Says that it has been told.
    pub(in crate::view) reported: &'static str,
    /// Says that something was not done.
    pub(in crate::view) not_done: &'static str,
    /// Heads the form.
    pub(in crate::view) your_comment: &'static str,
    /// Heads the rules.
    pub(in crate::view) rules: &'static str,
    /// Stand before and behind the name of the one who is being answered.
    pub(in crate::view) replying: [&'static str; 2],
    /// Ends that.
    pub(in crate::view) no_reply: &'static str,
    /// Name what is typed into.
    pub(in crate::view) text: &'static str,
    pub(in crate::view) author: &'static str,
    pub(in crate::view) email: &'static str,
    pub(in crate::view) answer: &'static str,
    pub(in crate::view) website: &'static str,
    /// Stand before and behind the most characters.
    pub(in crate::view) up_to: [&'static str; 2],
    /// Say whether it is shown to others.
    pub(in crate::view) is_shown: &'static str,
    pub(in crate::view) is_not_shown: &'static str,
    /// Sends it, and says that it is on its way.
    pub(in crate::view) send: &'static str,
    pub(in crate::view) sending: &'static str,
    /// Say what becomes of it.
    pub(in crate::view) moderated: &'static str,
    pub(in crate::view) held: &'static str,
    pub(in crate::view) published: &'static str,
    /// Says what keeps robots out.
    pub(in crate::view) captcha: &'static str,
    /// Says that no more are taken.
    pub(in crate::view) closed: &'static str,
    /// Stands before the names of the fields that are to be put right.
    pub(in crate::view) put_right: &'static str,
    /// What is to be put right, as `Fault` has them.
    pub(in crate::view) faults: [&'static str; 14],
}

pub(super) const FA: Talk = Talk {
    comments: "نظرها",
    comment: "نظر",
    no_comments: "هنوز نظری منتشر نشده است.",
    be_first: "نخستین نظر را شما بنویسید.",
    order: "ترتیب",
    orders: ["تازه‌ترین", "قدیمی‌ترین", "پررأی‌ترین"],
    all_comments: "همهٔ نظرها",
    more_comments: "نظرهای بیشتر",
    more_replies: " پاسخ دیگر",
    in_reply_to: "در پاسخ به",
    newsroom: "تحریریه",
    pinned: "سنجاق‌شده",
    pending: "در انتظار بررسی",
    removed: "این نظر برداشته شده است.",
    agree: "موافق",
    disagree: "مخالف",
    reply: "پاسخ",
    to: " به ",
    report: "گزارش",
    reported: "گزارش شما رسید.",
    not_done: "انجام نشد. کمی دیگر دوباره بکوشید.",
    your_comment: "نظر شما",
    rules: "پیش از نوشتن",
    replying: ["شما در حال پاسخ به نظر «", "» هستید."],
    no_reply: "لغو پاسخ",
    text: "متن نظر",
    author: "نام",
    email: "رایانامه",
    answer: "پاسخ پرسش",
    website: "وب‌گاه",
    up_to: ["(تا ", " نویسه)"],
    is_shown: "(نمایش داده می‌شود)",
    is_not_shown: "(نمایش داده نمی‌شود)",
    send: "فرستادن نظر",
    sending: "در حال فرستادن…",
    moderated: "نظرها پیش از انتشار بررسی می‌شوند.",
    held: "نظر شما رسید و پس از بررسی منتشر می‌شود.",
    published: "نظر شما منتشر شد.",
    captcha: "هنگام نوشتن، مرورگر با محاسبه‌ای کوتاه نشان می‌دهد که ربات نیستید.",
    closed: "دیگر نظری برای این خبر پذیرفته نمی‌شود.",
    put_right: "نظر فرستاده نشد. این‌ها را درست کنید:",
    faults: [
        "نظر فرستاده نشد. نوشتهٔ شما همین‌جاست؛ کمی دیگر دوباره بفرستید.",
        "اینترنت در دسترس نیست. نوشتهٔ شما همین‌جاست؛ پس از وصل شدن دوباره بفرستید.",
        "چند نظر پشت سر هم فرستاده‌اید. چند دقیقهٔ دیگر دوباره بفرستید.",
        "دیگر نظری برای این خبر پذیرفته نمی‌شود.",
        "نظری که به آن پاسخ می‌دادید برداشته شده است. اگر دوباره بفرستید، نظری جداگانه می‌شود.",
        "از این صفحه نمی‌توان نظر فرستاد.",
        "چیزی ننوشته‌اید.",
        "متن از اندازهٔ مجاز بلندتر است.",
        "به نظر می‌رسد این نوشته فارسی نیست و شاید منتشر نشود. اگر همین را می‌خواهید، دوباره بفرستید.",
        "نام نباید بیش از ۶۰ نویسه باشد.",
        "نشانی کامل نیست؛ مانند name@example.com",
        "پاسخ درست نبود. دوباره بکوشید.",
        "مهلت گذشته است. دوباره بفرستید.",
        "صفحه با نشانی امن (https) باز نشده است و از این‌جا نمی‌توان نظر فرستاد.",
    ],
};
