// An element in, whether the page around it is light or dark out, and told when that changes.

import { around, listen } from "./platform.js";

/** How light, from 0 to 1, a ground is that dark ink stands on. */
const MIDDLE = 0.5;

/**
 * What lies behind an element decides, then what the page says it can be: `auto`, as the reader likes it, if that is both,
 * and light if it says nothing, as browsers then make it.
 */
export function themeAround(element) {
  for (let node = element; node; node = around(node)) {
    const light = lightness(getComputedStyle(node).backgroundColor);
    if (light !== undefined) return light > MIDDLE ? "light" : "dark";
  }
  const { colorScheme } = getComputedStyle(element);
  return !/\bdark\b/.test(colorScheme) ? "light" : /\blight\b/.test(colorScheme) ? "auto" : "dark";
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

/** Who watches, made for the first of them. */
let observer;

/** Calls `tell` whenever the page around an element may look otherwise, until it is unwatched. */
export function watch(element, tell) {
  watchers.add(tell);
  observer ??= observe();
  for (let node = around(element); node; node = around(node)) observer.observe(node, { attributeFilter: THEMED });
}

export function unwatch(tell) {
  watchers.delete(tell);
}

function observe() {
  const tellAll = () => watchers.forEach((tell) => tell());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellAll);
  // A page may fade from one to the other.
  listen(document, "transitionend", ({ propertyName }) => propertyName.startsWith("background") && tellAll());
  return new MutationObserver(tellAll);
}
