/** A page of the demo in, all of it tested by the keyboard alone. */
import { test } from "../harness.js";
import { Frame } from "./frame.js";
import { name } from "./seen.js";
import { faultsOf, looks, outOfOrder, passedBy, stops } from "./stops.js";
import { walkThrough } from "./walks.js";
import { press } from "./wishes.js";

const WIDTHS = [1280, 390];
/** Players have stops of their own that a page is not told of: so many more keys may be pressed. */
const MORE = 40;
/** Milliseconds a walk over a page may take. */
const LIMIT = 60_000;

export async function check(path) {
  const before = button();
  const frame = new Frame(WIDTHS[0]);
  const after = button();
  await test("it is drawn", () => frame.open(`/demo/${path}`));
  for (const width of WIDTHS) {
    const what = `every control is reached in its order, ${width} px`;
    await test(what, () => walkAtWidth(frame, width, before, after), LIMIT);
  }
  await frame.resize(WIDTHS[0]);
  await walkThrough(frame);
}

/** A place before or after the page for the focus to come from and to go to. */
function button() {
  const element = document.createElement("button");
  document.body.append(element);
  return element;
}

async function walkAtWidth(frame, width, before, after) {
  await frame.resize(width);
  frame.window.scrollTo(0, 0);
  const { document: page } = frame;
  const wanted = stops(page);
  const forth = await walk(page, "Tab", wanted, before, after);
  // What leads back in one width does in the other.
  const back = width === WIDTHS[0] ? await walk(page, "Shift+Tab", wanted, after, before) : undefined;
  const faults = [
    ...passedBy(page).map((element) => `the keyboard passes by ${name(element)}`),
    ...outOfOrder(wanted),
    ...forth.faults,
    ...compare("Tab", forth.reached, wanted),
    ...(back ? [...back.faults, ...compare("Shift+Tab", back.reached, wanted.toReversed())] : []),
  ];
  if (faults.length > 0) throw new Error([...new Set(faults)].join("\n"));
  return `${wanted.length} stops`;
}

/** Presses a key from one end of the page to the other; gives what had the focus, and what was wrong there. */
async function walk(page, key, wanted, from, to) {
  const unfocused = looks(wanted);
  const reached = [];
  const faults = [];
  let isOver = false;
  const note = ({ target }) => isOver || reached.push(target);
  // An engine may scroll after the focus has come; by the next key it has.
  const look = ({ target }) => isOver || target === page.body || faults.push(...faultsOf(target, unfocused));
  const end = () => (isOver = true);
  page.addEventListener("focusin", note);
  page.addEventListener("keydown", look, true);
  to.addEventListener("focus", end);
  from.focus();
  await press(...wanted.map(() => key), key);
  for (let more = 0; !isOver && more < MORE; more += 1) await press(key);
  page.removeEventListener("focusin", note);
  page.removeEventListener("keydown", look, true);
  to.removeEventListener("focus", end);
  if (!isOver) faults.push(`${key} does not lead out of the page; it stands at ${name(page.activeElement)}`);
  return { reached, faults };
}

/** The difference between what was reached and what was to be. A box that scrolls is a stop in some engines. */
function compare(key, reached, wanted) {
  const own = reached.filter((element) => wanted.includes(element) || element.tabIndex >= 0);
  const index = wanted.findIndex((element, at) => element !== own[at]);
  if (index < 0 && own.length === wanted.length) return [];
  const at = index < 0 ? wanted.length : index;
  const came = own[at] ? name(own[at]) : "nothing";
  const due = wanted[at] ? name(wanted[at]) : "the end";
  return [`${key} number ${at + 1} of ${wanted.length} leads to ${came}, not to ${due}`];
}
