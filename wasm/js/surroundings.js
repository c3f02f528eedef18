// An element in, whether the page around it is light or dark out, and told when that changes.

import { getter, listen } from "./platform.js";

/** How light, from 0 to 1, a ground is that dark ink stands on. */
const MIDDLE = 0.5;

/** What lies behind an element decides, then what it says it can be; `auto`, the reader, where the page says nothing. */
export function themeAround(element) {
  for (let node = element; node; node = node.assignedSlot ?? node.parentElement ?? node.getRootNode().host) {
    const light = lightness(getComputedStyle(node).backgroundColor);
    if (light !== undefined) return light > MIDDLE ? "light" : "dark";
  }
  const { colorScheme } = getComputedStyle(element);
  return /^(only )?dark$/.test(colorScheme) ? "dark" : /^(only )?light$/.test(colorScheme) ? "light" : "auto";
}

/** How light a computed colour is; nothing, if more than half is to be seen through it. */
function lightness(color) {
  const [, space, values] = /^(color\(\S+|\w+\()(.*)/.exec(color) ?? [];
  const [first, second, third, alpha = 1] = values?.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  if (first === undefined || alpha <= MIDDLE) return undefined;
  if (space.startsWith("rgb")) return luma(first, second, third) / 255;
  if (space.startsWith("color")) return luma(first, second, third);
  return space.startsWith("ok") ? first : first / 100; // lab and lch begin with their lightness
}

/** Source: ITU-R BT.709. */
function luma(red, green, blue) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The attributes by which pages say of what theme they are. */
const THEMED = ["class", "style", "data-theme", "data-bs-theme", "data-mode", "data-color-mode", "theme"];

/** Who is to be told. */
const watchers = new Set();
let isWatching = false;

/** Calls `tell` whenever the page around may look otherwise, until it is no longer `watched`. */
export function watch(tell) {
  watchers.add(tell);
  if (isWatching) return;
  isWatching = true;
  const tellAll = () => watchers.forEach((tell) => tell());
  const observer = new MutationObserver(tellAll);
  const [root, body] = ["documentElement", "body"].map((name) => getter("Document", name)(document));
  for (const element of [root, body]) observer.observe(element, { attributeFilter: THEMED });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellAll);
  // A page may fade from one to the other.
  listen(document, "transitionend", ({ target }) => target.contains?.(body) && tellAll());
}

export function unwatch(tell) {
  watchers.delete(tell);
}
