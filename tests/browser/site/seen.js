/** A page in, what a reader sees of it out: its texts line by line, and its controls. */

/** A control is what one presses, chooses or writes in; a label that holds its input is pressed in its place. */
const CONTROLS =
  "a[href], button, input:not([type=hidden]), select, textarea, summary, label:has(input, select), [role=button]";

/** What lies over all else, a dialog or a note, if it is open; or else the page. */
export function top(page) {
  return page.querySelector(":modal, :popover-open") ?? page.body;
}

/** Whether an element is there for the eye: what is for screen readers alone is clipped to nothing. */
export function isSeen(element) {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let at = element; at !== null; at = at.parentElement) {
    const { clipPath, overflowX, width, height } = style(at);
    const isTiny = Number.parseFloat(width) <= 1 || Number.parseFloat(height) <= 1;
    if (clipPath === "inset(50%)" || (isTiny && overflowX !== "visible")) return false;
  }
  return true;
}

/** Every run of text that is seen: its words, the element it stands in, and a box for each of its lines. */
export function texts(page) {
  const walker = page.createTreeWalker(top(page), NodeFilter.SHOW_TEXT);
  const range = page.createRange();
  const runs = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(node.data) || !isSeen(element)) continue;
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (boxes.length > 0) runs.push({ words: node.data.trim(), element, boxes });
  }
  return runs;
}

/** Every control that is seen; an input within its label is the label's. */
export function controls(page) {
  return [...top(page).querySelectorAll(CONTROLS)].filter(
    (element) => !(element.matches("input, select") && element.closest("label") !== null) && isSeen(element),
  );
}

/** A control that stands in a sentence is as high as the sentence's lines let it be. */
export function isInSentence(control) {
  if (style(control).display !== "inline") return false;
  let block = control.parentElement;
  while (["inline", "contents"].includes(style(block).display)) block = block.parentElement;
  const others = [...block.querySelectorAll(CONTROLS)].filter((each) => !each.parentElement.closest(CONTROLS));
  const inControls = others.reduce((sum, each) => sum + letters(each), 0);
  return letters(block) > inControls;
}

function letters({ textContent }) {
  return textContent.match(/\p{L}/gu)?.length ?? 0;
}

export function style(element, pseudo) {
  return element.ownerDocument.defaultView.getComputedStyle(element, pseudo);
}

/** How a failure names an element: its place, and what is written there. */
export function name(element) {
  const steps = [];
  for (let at = element; at !== null && at !== element.ownerDocument.body && steps.length < 3; at = at.parentElement) {
    steps.unshift(at.id ? `#${at.id}` : [at.localName, ...at.classList].join("."));
    if (at.id) break;
  }
  const words = element.textContent.trim().replaceAll(/\s+/g, " ").slice(0, 40);
  return words === "" ? steps.join(" > ") : `${steps.join(" > ")} «${words}»`;
}
