use satr_server::store::*;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let store = Store::open(&Place::File(path.into())).unwrap();
    let article: ArticleName = "mehr-4692303".parse().unwrap();
    let mut now = 1_565_767_800;
    let mut post = |n: u32,
                    author: &str,
                    email: &str,
                    text: &str,
                    held: bool,
                    foreign: bool,
                    parent: Option<CommentId>| {
        now += 600;
        let c = NewComment {
            author: author.into(),
            email: email.into(),
            text: text.into(),
            is_held: held,
            is_foreign: foreign,
            parent,
            now,
            visitor: Some(format!("visitor-{n:020}").parse().unwrap()),
            ..NewComment::new(format!("key-00000{n}").parse().unwrap())
        };
        match store.post(&article, &c, None).unwrap() {
            Posted::New(c) => c.id.parse::<CommentId>().unwrap(),
            p => panic!("{p:?}"),
        }
    };
    let a = post(
        1,
        "سمانه رستگار",
        "samaneh@example.com",
        "کاش نتیجهٔ این کارگاه‌ها هم منتشر شود.\n\nسال گذشته هم برگزار شد و ندیدیم چه تصمیمی از آن درآمد.",
        false,
        false,
        None,
    );
    let b =
        post(2, "علی از مهدیشهر", "", "من آن‌جا بودم. دست‌کم سه طرح به رأی گذاشته شد.", false, false, Some(a));
    post(3, "", "", "ای کاش نشانی و زمان کارگاه بعدی را هم در خبر بیاورید.", true, false, None);
    post(
        4,
        "Reza K. <script>alert(1)</script>",
        "a-very-long-address-of-somebody.with.many.parts@subdomain.of-a-very-long-domain.example",
        "This is not Persian at all: https://example.com/a-very-long-address/that/does/not/end/and-goes-on-and-on-and-on-and-on",
        true,
        true,
        None,
    );
    let c = post(5, "ناشناس", "x@example.com", "تبلیغ می‌کنم!", false, false, None);
    for v in 0..3 {
        store.report(&article, c, &format!("visitor-{v:020}").parse().unwrap()).unwrap();
    }
    store.moderate(a, Action::Pin).unwrap();
    store.answer(b, "تحریریه", "گزارش پایانی کارگاه پنجشنبه ۲۴ مرداد منتشر می‌شود.", 1_565_790_000).unwrap();
    for n in 10..40 {
        let i = post(n, "خواننده", "", "نظری کوتاه.", true, false, None);
        if n % 3 == 0 {
            store.moderate(i, Action::Reject).unwrap();
        }
    }
}
