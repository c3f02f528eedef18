/** A page in, what axe-core finds wrong or cannot judge on it out, each as a line of text. */
import { top } from "./seen.js";

const SOURCE = "/node_modules/axe-core/axe.min.js";
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const CONTRAST = "color-contrast";
/** Arrows and single letters are to be seen as well. */
const EVERY_SIGN = { ignoreUnicode: false, ignoreLength: true };
const RESULTS = ["violations", "incomplete"];

/** Looks at the page in a frame's `window`. */
export async function audit(window) {
  await load(window);
  const { violations, incomplete } = await run(window, top(window.document), TAGS);
  const unsure = incomplete.find(({ id }) => id === CONTRAST);
  return [...tell(violations), ...(unsure === undefined ? [] : await judge(window, unsure.nodes))];
}

function load(window) {
  if (window.axe !== undefined) return undefined;
  const script = window.document.createElement("script");
  script.src = SOURCE;
  return new Promise((wake, fail) => {
    script.addEventListener("load", wake);
    script.addEventListener("error", () => fail(new Error(`${SOURCE} has not come`)));
    window.document.head.append(script);
  });
}

function run(window, place, runOnly) {
  return window.axe.run(place, { runOnly, checks: { [CONTRAST]: { options: EVERY_SIGN } }, resultTypes: RESULTS });
}

/** Contrast that axe-core leaves open, as other things lie over or under the text: of each text alone, on each ground. */
async function judge(window, nodes) {
  const page = window.document;
  const faults = [];
  for (const { target } of nodes) {
    const element = [target[0]].flat().reduce((root, selector) => (root.shadowRoot ?? root).querySelector(selector), page);
    const before = new Map(styled(element).map((each) => [each, each.getAttribute("style")]));
    const grounds = groundsOf(window, element);
    isolate(element);
    for (const color of grounds) {
      element.style.background = color;
      const { violations, incomplete } = await run(window, element, [CONTRAST]);
      faults.push(...tell([...violations, ...incomplete]));
    }
    for (const each of styled(element)) {
      if (before.has(each)) each.style.cssText = before.get(each); // which a policy lets scripts do
      else each.removeAttribute("style");
    }
  }
  return faults;
}

/** The element that another is in, also where that is the shadow root's. */
function around(element) {
  return element.parentElement ?? element.getRootNode().host ?? null;
}

/** All that has a style of its own, in the page of an element and in the shadow roots that it is in. */
function styled(element) {
  const root = element.getRootNode();
  return [...root.querySelectorAll("[style]"), ...(root.host ? styled(root.host) : [])];
}

/** The colours under an element. A gradient that is not repeated is a mark beside the letters, and no ground. */
function groundsOf(window, element) {
  const colors = new Set();
  for (let at = element; at !== null; at = around(at)) {
    const { backgroundColor, backgroundImage, backgroundRepeat } = window.getComputedStyle(at);
    const isPattern = backgroundImage.includes("gradient") && !backgroundRepeat.includes("no-repeat");
    if (isPattern) for (const [color] of backgroundImage.matchAll(/[a-z]+\([^()]*\)/g)) add(colors, color);
    if (add(colors, backgroundColor)) break;
  }
  return colors;
}

/** Leaves nothing of the page but an element's own text, in lines that fill their boxes. */
function isolate(element) {
  element.style.setProperty("display", "inline", "important");
  for (const inner of element.querySelectorAll("*")) inner.style.setProperty("visibility", "hidden", "important");
  for (let at = element; at.localName !== "body"; at = around(at)) {
    for (const other of at.parentNode.children) {
      if (other !== at) other.style.setProperty("display", "none", "important");
    }
    if (at !== element) at.style.setProperty("display", "contents", "important");
  }
}

/** Adds a colour if it hides what is under it, and tells whether it does. */
function add(colors, color) {
  const hides = /^rgb\(|^color\([^/]*\)$/.test(color);
  if (hides) colors.add(color);
  return hides;
}

function tell(rules) {
  return rules.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
      return `${id}: ${target.join(" ")}: ${why}`;
    }),
  );
}
