// The form of comments in, how long its text is told there, once it nears the limit.

import { lengthOf } from "./checks.js";
import { COMMENT_WORDS } from "./comment-words.js";

/** The part of the limit from which on it is told. */
const NEAR = 0.8;

/** Says how many characters there are of how many, or nothing where there are few. */
export function tellLength(form, limit) {
  const place = form?.querySelector(".satr-count");
  if (!place || !limit) return;
  const length = lengthOf(form.querySelector("[name=text]").value);
  const digits = new Intl.NumberFormat("fa");
  const words = length >= limit * NEAR ? `${digits.format(length)} ${COMMENT_WORDS.of} ${digits.format(limit)}` : "";
  if (place.textContent !== words) place.textContent = words;
}
