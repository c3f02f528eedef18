/** A page in, where the keyboard stops on it out, and what is wrong with a stop. */
import { isInSentence, isSeen, name, style } from "./seen.js";

const FOR_ROBOTS = "[aria-hidden=true]";
const NATIVE = "a[href], button, input:not([type=hidden]), select, textarea, summary";
const FOCUSABLE = `${NATIVE}, [tabindex], audio[controls], video[controls], iframe`;
/** Within one of these the keyboard stops once, and arrows go on from there. */
const GROUPS = ":is([role=group], [role=toolbar], [role=listbox], [role=tablist], [role=menu], [role=radiogroup])";
/** What changes where the focus is, so that it is seen. */
const SIGNS = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "borderColor", "backgroundColor", "clipPath"];

/** CSS pixels by which the edges of two controls in joined cells may overlap. */
const SLACK = 2;

/** The stops in the order of the document: of radio buttons the chosen one, for all of its name. */
export function stops(page) {
  return [...page.querySelectorAll(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && isThere(element) && (element.type !== "radio" || isChosen(element)),
  );
}

/** Controls that are seen and that the keyboard passes by; what is for robots alone is hidden from all readers. */
export function passedBy(page) {
  return [...page.querySelectorAll(NATIVE)].filter(
    (element) => element.tabIndex < 0 && isThere(element) && element.closest(`${GROUPS}, ${FOR_ROBOTS}`) === null,
  );
}

/** Unlike what is seen, this may be clipped away until the focus comes. */
function isThere(element) {
  return !element.matches(":disabled") && element.checkVisibility({ visibilityProperty: true });
}

function isChosen(radio) {
  const group = [...radio.ownerDocument.getElementsByName(radio.name)];
  return radio === (group.find(({ checked }) => checked) ?? group[0]);
}

/** How each stop looks without the focus. */
export function looks(elements) {
  return new Map(elements.map((element) => [element, signs(element)]));
}

/** A sign may be given by what is around the element, or laid over it. */
function signs(element) {
  const all = [style(element), style(element, "::before"), style(element, "::after")];
  for (let at = element.parentElement; at !== null && !at.matches("main, body"); at = at.parentElement) {
    all.push(style(at));
  }
  return all.flatMap((each) => SIGNS.map((sign) => each[sign])).join();
}

/** What is wrong with the stop where the focus is. */
export function faultsOf(element, before) {
  const shown = isSeen(element) ? element : element.closest("label");
  if (shown === null || !isSeen(shown)) return [`the focus goes to what is not seen: ${name(element)}`];
  const faults = [];
  // A player shows the focus on one of its own buttons.
  const isPlayer = element.matches("audio, video");
  if (!isPlayer && signs(element) === before.get(element)) faults.push(`looks the same with the focus: ${name(shown)}`);
  const over = covers(shown);
  if (over) faults.push(`has the focus ${over}: ${name(shown)}`);
  return faults;
}

/** Why nothing of an element can be seen, if so; keys come faster than some engines scroll after the focus. */
function covers(element) {
  element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  const { document: page, innerWidth, innerHeight } = element.ownerDocument.defaultView;
  const boxes = [...element.getClientRects()];
  const points = boxes.flatMap(({ left, right, top, bottom }) => {
    const [x0, x1] = [Math.max(left, 0), Math.min(right, innerWidth)];
    const [y0, y1] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    const isInView = x0 < x1 && y0 < y1;
    return isInView ? [[(x0 + x1) / 2, (y0 + y1) / 2], [x0 + 2, y0 + 2], [x1 - 2, y1 - 2]] : [];
  });
  if (points.length === 0) return "out of view";
  const tops = points.map(([x, y]) => page.elementFromPoint(x, y));
  const isFree = tops.some((top) => top !== null && (element.contains(top) || top.contains(element)));
  return isFree ? undefined : `under ${name(tops[0] ?? page.body)}`;
}

/**
 * Stops that come after what is below them, or beside them and further on. A page is read in columns too: what is higher
 * may follow, if it is further on. Links of one sentence follow one another as its words do.
 */
export function outOfOrder(elements) {
  const faults = [];
  for (const [index, element] of elements.entries()) {
    const before = elements[index - 1];
    if (before === undefined || isFloating(before) || isFloating(element)) continue;
    const around = common(before, element);
    if (around === element || around === before || [before, element].every(isInSentence)) continue;
    const [one, other] = [before, element].map((each) => placeWithin(around, each));
    const isLtr = style(around).direction === "ltr";
    const isFurther = isLtr ? other.left >= one.right - SLACK : other.right <= one.left + SLACK;
    if (isFurther) continue;
    const isInLine = Math.abs(middle(one) - middle(other)) < SLACK;
    if (other.top < one.top - 1) faults.push(`${name(element)} is above ${name(before)}, and comes after it`);
    else if (isInLine) faults.push(`${name(element)} stands before ${name(before)}, and comes after it`);
  }
  return faults;
}

/** The box that an element is in, of those that stand side by side. */
function placeWithin(around, element) {
  let place = element;
  while (place.parentElement !== around) place = place.parentElement;
  return [place, element].flatMap((each) => [...each.getClientRects()])[0];
}

function isFloating(element) {
  for (let at = element; at !== null; at = at.parentElement) {
    const { position, float } = style(at);
    if (["fixed", "sticky"].includes(position) || float !== "none" || at.matches(".skip")) return true;
  }
  return false;
}

function common(one, other) {
  let at = one;
  while (!at.contains(other)) at = at.parentElement;
  return at;
}

function middle({ top, bottom }) {
  return (top + bottom) / 2;
}
