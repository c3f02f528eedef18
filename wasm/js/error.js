// A failure's code in, what a reader is told of it out.

/** By code. */
export const MESSAGES = {
  "empty": "چیزی برای نمایش نرسید.",
  "bad-json": "داده‌های این مطلب خوانا نیست.",
  "bad-encoding": "داده‌های این مطلب خوانا نیست؛ باید UTF-8 باشد.",
  "bad-type": "آنچه رسید خواندنی نیست.",
  "bad-input": "داده‌های این مطلب را نمی‌توان خواند.",
  "bad-options": "تنظیم‌ها درست نیست.",
  "bad-target": "جایی برای نمایش این مطلب نیست.",
  "too-large": "این مطلب از اندازهٔ مجاز بزرگ‌تر است.",
  "network": "مشکلی در رساندن این مطلب پیش آمد. کمی دیگر دوباره بکوشید.",
  "timeout": "سرور به‌موقع پاسخ نداد. کمی دیگر دوباره بکوشید.",
  "not-found": "خبری با این نشانی نیست.",
  "no-wasm": "این مرورگر یا این صفحه اجازهٔ این کار را نمی‌دهد.",
  "internal": "کار ناتمام ماند.",
};

/** Why something could not be done. `code` is stable, `message` is for readers, `detail` for developers. */
export class SatrError extends Error {
  constructor(code, detail, cause) {
    super(MESSAGES[code], { cause });
    this.name = "SatrError";
    this.code = code;
    this.detail = cause === undefined ? detail : `${detail}: ${say(cause)}`;
  }
}

/**
 * What was thrown, if it has a code; else a failure of this code that was caused by it. By its name, as each entry of
 * the package has a class of its own, and one may fail for another's sake.
 */
export function coded(thrown, code, detail) {
  return thrown instanceof Error && thrown.name === "SatrError" ? thrown : new SatrError(code, detail, thrown);
}

/** Anything can be thrown, also what cannot be written. */
function say(thrown) {
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}
