// Written from `src/view/messages/script.rs` by `cargo xtask bless`: what scripts say, in Persian.

export const STATES = {
  waiting: ["", "خبر در راه است…"],
  failed: ["خبر نرسید", "مشکلی در رساندن این خبر پیش آمد. کمی دیگر دوباره بکوشید."],
  offline: ["اینترنت در دسترس نیست", "خبر هنوز نرسیده است. اینترنت خود را وارسی کنید."],
  notFound: ["خبری با این نشانی نیست", "شاید نشانی ناقص کپی شده باشد، یا خبر جابه‌جا شده است."],
};

export const WORDS = {
  retry: "تلاش دوباره",
  close: "بستن",
  previous: "قبلی",
  next: "بعدی",
  gallery: "تصویرها",
  note: "پانویس",
  toNote: "رفتن به پانویس",
  notCopied: "کپی نشد",
};
