import type * as inline from "./inline.js";

declare global {
  /** What `inline.js` exports, for a page that loads `inline.global.js` by a `script` without a type. */
  var Satr: typeof inline;
}
