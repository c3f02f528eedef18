// Written from `src/view/messages/script.rs` by `cargo xtask bless`: what scripts say, in Persian.

export const COMMENT_STATES = {
  waiting: ["", "نظرها در راه است…"],
  failed: ["نظرها نرسید", "مشکلی در رساندن نظرها پیش آمد. کمی دیگر دوباره بکوشید."],
  offline: ["اینترنت در دسترس نیست", "نظرها هنوز نرسیده است. اینترنت خود را وارسی کنید."],
  notFound: ["این نظرها پیدا نشد", "شاید نشانی ناقص کپی شده باشد، یا خبر جابه‌جا شده است."],
};

export const COMMENT_WORDS = {
  of: "از",
};
