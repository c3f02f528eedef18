// The form of comments in, how long its text is told there, once it nears the limit.

import { fieldOf } from "./carry.js";
import { lengthOf } from "./checks.js";
import { COMMENT_WORDS } from "./comment-words.js";

/** The part of the limit from which on it is told. */
const NEAR = 0.8;

/** What has been said in each place, and what the core had said there: how many there may be. */
const told = new WeakMap();

/** Says how many characters there are of how many. */
export function tellLength(form, limit) {
  const field = fieldOf(form, "text");
  const place = field?.parentNode.querySelector("label > span");
  if (!place || !limit) return;
  const { drawn = place.textContent } = told.get(place)?.words === place.textContent ? told.get(place) : {};
  const length = lengthOf(field.value);
  const numbers = new Intl.NumberFormat(/\d/.test(drawn) ? "en" : "fa", { useGrouping: false }); // as the page writes it
  const count = `(${numbers.format(length)} ${COMMENT_WORDS.of} ${numbers.format(limit)})`;
  const now = length < limit * NEAR ? drawn : count;
  if (now === place.textContent) return;
  place.textContent = now;
  told.set(place, { words: now, drawn });
}
