/** Elements in, how they look out: where they are and every style that the browser has for them; and what is not alike. */

const PSEUDO = ["", "::before", "::after", "::marker"];

/** What a page sets for all that is in it, for the article to follow; and what does nothing to what articles are made of. */
const OF_THE_PAGE =
  /^(visibility|pointer-events|accent-color|caret-color|color-scheme|scrollbar-color|(-webkit-)?print-color-adjust|-webkit-tap-highlight-color)$/;
const OF_NOTHING_HERE =
  /^(fill|stroke|paint-order|text-anchor|math-|(-webkit-)?ruby-|empty-cells|(-webkit-)?border-\w*-?spacing|(-webkit-)?(text-combine|text-orientation|hyphenate)|font-palette|text-emphasis-position|orphans|widows|text-spacing-trim|text-autospace)/;

/** How many differences are told. */
const MOST = 20;

/** Pixels by which a place may differ: no more than what rounding does. */
const NEAR = 0.02;

/** How elements look, their places from the corner of the first. */
export function lookOf(elements, name = "") {
  const { right, top } = elements[0].getBoundingClientRect();
  return elements.map((element, index) => {
    const rect = element.getBoundingClientRect();
    return {
      what: `${name} ${index} ${element.localName}.${element.className}`,
      place: element.getClientRects().length > 0 ? [right - rect.right, rect.top - top, rect.width, rect.height] : [],
      styles: PSEUDO.map((pseudo) => stylesOf(element, pseudo)),
    };
  });
}

function stylesOf(element, pseudo) {
  const { defaultView } = element.ownerDocument;
  const style = defaultView.getComputedStyle(element, pseudo || null);
  if (pseudo && style.content === "none" && pseudo !== "::marker") return new Map();
  if (pseudo === "::marker" && defaultView.getComputedStyle(element).display !== "list-item") return new Map();
  return new Map([...style].map((property) => [property, style.getPropertyValue(property)]));
}

/** Where two looks part: each style that differs once, with the first element that has it and how many more do. */
export function differences(expected, came) {
  if (expected.length !== came.length) return [`${expected.length} elements there, ${came.length} here`];
  const found = new Map();
  const add = (line, what) => found.set(line, [...(found.get(line) ?? []), what]);
  for (const [index, { what, place, styles }] of expected.entries()) {
    const other = came[index];
    for (const [at, known] of styles.entries())
      for (const [property, value] of known) {
        const now = other.styles[at].get(property);
        if (!isLeft(property) && !alike(value, now)) add(`${PSEUDO[at]} ${property}: ${value} → ${now}`, what);
      }
    if (place.some((value, at) => Math.abs(value - other.place[at]) > NEAR)) add(`${place} → ${other.place}`, what);
  }
  return [...found].slice(0, MOST).map(([line, [first, ...more]]) => `${first} ${line}, and ${more.length} more`);
}

function isLeft(property) {
  return property.startsWith("--") || OF_THE_PAGE.test(property) || OF_NOTHING_HERE.test(property);
}

/** Whether two values say the same, but for rounding. */
function alike(value, other) {
  if (value === other) return true;
  const numbers = /-?\d+(\.\d+)?(e-?\d+)?/g;
  if (other === undefined || value.replaceAll(numbers, "#") !== other.replaceAll(numbers, "#")) return false;
  const others = other.match(numbers);
  return value.match(numbers).every((number, at) => Math.abs(number - others[at]) <= NEAR);
}
