// An object of the platform in, what it calls itself out.

/** Whichever window it is from: `Response`, `ArrayBuffer`; others are `Object`. */
export function kind(value) {
  return Object.prototype.toString.call(value).slice(8, -1);
}
