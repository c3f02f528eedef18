/** A page in, what its layout loses of its text out, each as a line: what sticks out, is cut off or runs together. */
import { name, style, texts, top } from "./seen.js";

/** CSS pixels that rounding, and the slant of a letter, may add to a box. */
const SLACK = 1.5;
/** The part of a line's box that its letters fill: what stands around it may meet the next line's. */
const INK = 0.5;

const EVERYWHERE = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
const AXES = [["x", "left", "right"], ["y", "top", "bottom"]];

/** A page that is wider than its window makes every line of it be scrolled to. */
export function overflow(page) {
  const { innerWidth } = page.defaultView;
  const { scrollWidth } = page.documentElement;
  if (scrollWidth <= innerWidth + SLACK || top(page) !== page.body) return [];
  const beyond = [...page.body.querySelectorAll("*")].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (left < -SLACK || right > innerWidth + SLACK) && reach(element.parentElement).x !== "scroll";
  });
  const outermost = beyond.filter((element) => !beyond.includes(element.parentElement));
  return [`${scrollWidth} px in ${innerWidth}: ${outermost.map(name).join("; ")}`];
}

/** Texts that no scrolling brings into view. */
export function cutTexts(page) {
  const { innerWidth } = page.defaultView;
  return texts(page)
    .filter(({ element, boxes }) => {
      const { x, y, left, right, top, bottom } = reach(element);
      return boxes.some((box) => {
        const { top: over, bottom: under } = ink(box);
        const inWindow = x === "scroll" || (box.left >= -SLACK && box.right <= innerWidth + SLACK);
        const across = box.left >= left - SLACK && box.right <= right + SLACK;
        const along = over >= top - SLACK && under <= bottom + SLACK;
        return !(inWindow && across && along);
      });
    })
    .map(({ element }) => `is cut off: ${name(element)}`);
}

/**
 * The rectangle that ancestors leave of an element by hiding what is beyond theirs, and on each axis whether one that
 * scrolls comes first: what is in that can be brought into view.
 */
function reach(element) {
  const found = { x: "", y: "", ...EVERYWHERE };
  for (const { box, overflow } of clips(element)) {
    for (const [axis, start, end] of AXES) {
      if (found[axis] === "scroll" || overflow[axis] === "visible") continue;
      if (["auto", "scroll"].includes(overflow[axis])) {
        found[axis] = "scroll";
      } else {
        found[start] = Math.max(found[start], box[start]);
        found[end] = Math.min(found[end], box[end]);
      }
    }
  }
  return found;
}

/** The boxes around an element that show no more than what is in them, from the inmost on. */
function* clips(element) {
  const { body } = element.ownerDocument;
  for (let at = element; at !== null && at !== body; at = at.parentElement) {
    const { overflowX: x, overflowY: y, display, position } = style(at);
    const isClip = (x !== "visible" || y !== "visible") && display !== "inline" && display !== "contents";
    if (isClip) yield { box: at.getBoundingClientRect(), overflow: { x, y } };
    if (position === "fixed") return;
  }
}

/** Texts that lie on one another, as they are now scrolled. What floats above the page is meant to lie on it. */
export function overlaps(page) {
  const lines = texts(page)
    .filter(({ element }) => !isAfloat(element))
    .flatMap(({ element, boxes }) => {
      const around = [...clips(element)].map(({ box }) => box);
      return boxes.map((box) => ({ element, ...around.reduce(within, ink(box)) }));
    })
    .filter(({ left, right, top, bottom }) => left < right && top < bottom)
    .sort((one, other) => one.top - other.top);
  const found = new Map();
  let open = [];
  for (const line of lines) {
    open = open.filter(({ bottom }) => bottom > line.top + SLACK);
    for (const other of open) {
      const isBeside = other.right <= line.left + SLACK || other.left >= line.right - SLACK;
      if (!isBeside) found.set(line.element, other.element);
    }
    open.push(line);
  }
  return [...found].map(([one, other]) => `lies on another: ${name(one)} on ${name(other)}`);
}

function within(one, other) {
  return {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  };
}

function ink({ left, right, top, bottom }) {
  const margin = ((bottom - top) * (1 - INK)) / 2;
  return { left, right, top: top + margin, bottom: bottom - margin };
}

function isAfloat(element) {
  for (let at = element; at !== null; at = at.parentElement) {
    if (["fixed", "sticky"].includes(style(at).position)) return true;
  }
  return false;
}
