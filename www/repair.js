// A text mended as one types, its edits marked, told and reverted. It uses the package as any page does.

import { copies, latest, say } from "./controls.js";
import { carry, join, keyOf, pieces, revert } from "./edits.js";
import { drawMarks } from "./marks.js";
import { chosen, create, failure, load, number, unreached } from "./shell.js";

const editor = document.querySelector("#given");
const samples = document.querySelector("#samples");
const choices = document.querySelector("#choices");
const rules = document.querySelector("#rules");
const summary = document.querySelector("#summary");
const copy = document.querySelector("#copy");
const mended = document.querySelector("#mended");
const trouble = document.querySelector("#failure");
const rest = document.querySelector("#rest");
const how = document.querySelector("#how");
const note = document.querySelector("#note");

/** Characters that are marked at once: what is typed shall be seen at once. */
const SLICE = 20_000;
/** Rules whose edits say that a text has lost its half-spaces. */
const OF_HALF_SPACES = new Set(["prefix", "plural", "ending", "compound", "split-compound"]);

const rowOf = (rule) => rules.querySelector(`label:has([name="${rule}"]), [data-rule="${rule}"]`);

/** The text that is shown, and its edits. */
let text = "";
let edits = [];
/** The edits that the reader took back, by their keys. */
let reverted = new Map();
/** What it took to find them, in milliseconds, and whether the whole text was judged first. */
let took = 0;
let judged = false;
/** The edited words on the page, in order: the element of each, and its parts. */
let words = [];
/** How many characters may bear marks. */
let shown = SLICE;
/** The places among the words of the one that the keyboard comes to, and of the one whose note is open. */
let current = 0;
let open = -1;
/** The names of characters that cannot be seen, or be told from others. */
let names = {};

// ---------- From the text to the page ----------

let attempt = 0;
let normalize;

/** Gets the package and what it needs here; what failed to come is asked for anew, not remembered. */
async function prepare() {
  if (normalize !== undefined) return;
  attempt += 1;
  const again = attempt > 1 ? `?attempt=${attempt}` : "";
  const [core, characters] = await Promise.all([import(`./satr/text.js${again}`).catch(unreached), load("characters.json")]);
  names = JSON.parse(characters);
  normalize = core.normalize;
}

function options() {
  const switches = [...rules.querySelectorAll("input")];
  return {
    typography: chosen("typography"),
    numerals: chosen("numerals"),
    rules: Object.fromEntries(switches.map(({ name, checked }) => [name, checked])),
  };
}

async function mend() {
  const given = editor.value;
  const wish = options();
  try {
    await prepare();
    const began = performance.now();
    const answer = await normalize(given, wish);
    took = performance.now() - began;
    judged = wish.typography === "auto" && [...OF_HALF_SPACES].every((rule) => wish.rules[rule]);
    if (given !== text) {
      const moved = carry([...reverted.values()], text, given);
      reverted = new Map(moved.map((edit) => [keyOf(edit), edit]));
    }
    text = given;
    edits = join(answer.edits);
    trouble.replaceChildren();
    draw();
    tell();
  } catch (error) {
    fail(error);
  }
}

const ask = latest(mend);

/** Draws the text anew; what lies behind the marked part stands there as it will be copied. */
function draw() {
  close();
  const line = text.lastIndexOf("\n", shown) + 1;
  const end = text.length <= shown ? text.length : line > shown / 2 ? line : shown;
  const behind = edits.findIndex((edit) => edit.end > end);
  const marked = behind < 0 ? edits : edits.slice(0, behind);
  const told = text.slice(0, behind < 0 ? end : Math.min(end, edits[behind].start));
  const bare = revert(text, edits, reverted).slice(revert(told, marked, reverted).length);

  words = [];
  mended.replaceChildren(...(text === "" ? [] : paragraphs([...pieces(told, marked), bare])));
  mended.classList.toggle("long", text.length > SLICE);
  current = 0;
  rest.hidden = bare === "";
  rest.firstElementChild.textContent =
    `${number(told.length)} نویسهٔ نخست نشان‌دار است؛ بقیه هم ترمیم شده است، بی‌نشان.`;
  how.hidden = words.length === 0;
  copy.disabled = text === "";
}

/** A paragraph for each line: a browser lays out anew those that change alone, and of a long text those that are seen. */
function paragraphs(all) {
  const lines = [document.createElement("p")];
  for (const piece of all) {
    if (typeof piece !== "string") {
      lines.at(-1).append(mark(piece));
      continue;
    }
    const [first, ...others] = piece.split("\n");
    if (first !== "") lines.at(-1).append(first);
    for (const line of others) {
      lines.push(document.createElement("p"));
      if (line !== "") lines.at(-1).append(line);
    }
  }
  return lines;
}

/** An edited word as a button; the keyboard comes to one, and goes on from it by arrows. */
function mark(parts) {
  const element = document.createElement("span");
  element.className = "word";
  element.role = "button";
  element.tabIndex = words.length === 0 ? 0 : -1;
  element.ariaExpanded = "false";
  element.setAttribute("aria-controls", "note");
  words.push({ element, parts, own: parts.filter((part) => typeof part !== "string") });
  paint(words.at(-1));
  return element;
}

/** Draws what is in a word, and says how many edits of it there are. */
function paint({ element, parts, own }) {
  const isBack = (edit) => reverted.has(keyOf(edit));
  const word = drawMarks(element, parts, isBack);
  element.ariaLabel = /[\p{L}\p{N}]/u.test(word) ? null : nameOf(word); // a word is its own name, a sign has no sound
  element.ariaDescription = tally(own);
}

// ---------- What is said of the text as a whole ----------

let pause;

function tell() {
  const figures = document.createElement("span");
  const count = revert(text, edits, reverted).match(/\S+/g)?.length ?? 0;
  figures.textContent = `${number(count)} واژه، ${tally(edits)}، ${number(took)} میلی‌ثانیه`;
  const verdict = document.createElement("span");
  if (judged)
    verdict.textContent = edits.some(({ rule }) => OF_HALF_SPACES.has(rule))
      ? "نیم‌فاصله‌های این متن از دست رفته بود و ترمیم شد."
      : "این متن نشانی از نیم‌فاصله‌های گم‌شده ندارد؛ از این نظر دست نخورد.";
  summary.replaceChildren(...(count === 0 ? [] : [figures, verdict]));

  countRules();
  clearTimeout(pause);
  if (count > 0) pause = setTimeout(say, 1000, `${tally(edits)}. ${verdict.textContent}`);
}

function countRules() {
  for (const count of rules.querySelectorAll("small")) {
    const { rule = count.parentElement.control?.name } = count.parentElement.dataset;
    const own = edits.filter((edit) => edit.rule === rule);
    count.textContent = own.length === 0 ? "" : tally(own);
  }
}

/** How many edits there are, and how many of them are back. */
function tally(some) {
  const back = reverted.size > 0 ? some.filter((edit) => reverted.has(keyOf(edit))).length : 0;
  return `${number(some.length)} ویرایش${back > 0 ? `، ${number(back)} برگردانده` : ""}`;
}

/** In place of the text: why it could not be mended, and a way to try again. What was given stays where it is. */
function fail(error) {
  close();
  clearTimeout(pause);
  edits = [];
  words = [];
  countRules();
  mended.replaceChildren();
  summary.replaceChildren();
  rest.hidden = how.hidden = copy.disabled = true;
  const state = failure("متن ترمیم نشد", error, ask);
  state.lastChild.before(create("p", {}, "نوشتهٔ شما دست‌نخورده سر جایش است."));
  trouble.replaceChildren(state);
}

// ---------- The note of a word ----------

/** Opens the note of a word, or closes it if it is open; focus goes to the note unless it is there. */
function unfold(index) {
  if (index === open) return fold();
  close();
  open = index;
  come(index);
  words[index].element.ariaExpanded = "true";
  note.hidden = false;
  list();
  if (!note.contains(document.activeElement)) note.focus({ preventScroll: true });
  uncover(words[index].element);
}

/** Scrolls until the note, once it is at the window's foot, hides no line of a word. */
function uncover(element) {
  element.scrollIntoView({ block: "nearest" });
  const hidden = element.getBoundingClientRect().bottom + 16 - (innerHeight - note.offsetHeight);
  if (hidden > 0) scrollBy(0, hidden);
}

/** Closes the note and gives the focus back to its word. */
function fold() {
  const { element } = words[open];
  close();
  element.focus({ preventScroll: true });
}

function close() {
  if (open >= 0) words[open].element.ariaExpanded = "false";
  open = -1;
  note.hidden = true;
}

/** Makes a word the one that the keyboard comes to. */
function come(index) {
  words[current].element.tabIndex = -1;
  current = index;
  words[current].element.tabIndex = 0;
}

/** What was done in the open word, and why: rule by rule, each edit with its way back, and the whole rule's. */
function list() {
  const { own, parts, element } = words[open];
  const [title, before] = note.querySelectorAll("h3 span");
  title.textContent = element.textContent.trim();
  before.textContent = parts.map((part) => part.from ?? part).join("").trim();
  const reasons = [...new Set(own.map(({ rule }) => rule))].map((rule) => {
    const reason = copyOf("#reason");
    const told = rowOf(rule).querySelectorAll("b, span");
    for (const [index, part] of reason.querySelectorAll("b, span").entries())
      part.textContent = told[index].textContent;
    const everywhere = edits.filter((edit) => edit.rule === rule);
    const here = own.filter((edit) => edit.rule === rule);
    const changes = here.map((edit) => change([edit], changeOf(edit)));
    if (everywhere.length > here.length) changes.push(change(everywhere, `همهٔ این قاعده، ${tally(everywhere)}`));
    reason.append(...changes);
    return reason;
  });
  note.querySelector("ul").replaceChildren(...reasons);
  const [previous, next] = note.querySelectorAll(".cells > button");
  previous.disabled = open === 0;
  next.disabled = open === words.length - 1;
}

/** Some edits as one line, and the button that takes them back or makes them again. */
function change(some, told) {
  const line = copyOf("#change");
  const [words, button] = line.children;
  const isBack = some.every((edit) => reverted.has(keyOf(edit)));
  words.textContent = told;
  button.textContent = isBack ? "اعمال دوباره" : "برگرداندن";
  button.ariaLabel = `${button.textContent}: ${told}`;
  button.addEventListener("click", () => {
    const place = [...note.querySelectorAll(".change")].indexOf(line);
    turn(some, !isBack);
    list();
    note.querySelectorAll(".change > button")[place].focus();
  });
  return line;
}

function copyOf(template) {
  return document.querySelector(template).content.firstElementChild.cloneNode(true);
}

function changeOf({ from, to }) {
  if (from === "") return `${nameOf(to)} افزوده شد`;
  if (to === "") return `${nameOf(from)} برداشته شد`;
  return `${nameOf(from)} ← ${nameOf(to)}`;
}

/** Characters as a reader calls them: by their names, or as they are. */
function nameOf(string) {
  const characters = [...string];
  const [first] = characters;
  if (names[first] !== undefined && characters.every((character) => character === first))
    return characters.length > 1 ? `${number(characters.length)} ${names[first]}` : names[first];
  if (/^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(string)) return `«${string}»`;
  const each = (character) => names[character] ?? (/\p{C}/u.test(character) ? codeOf(character) : `«${character}»`);
  return characters.map(each).join(" و ");
}

function codeOf(character) {
  return `نویسهٔ ناپیدای U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Takes some edits back, or makes them again. */
function turn(some, isBack) {
  for (const edit of some) {
    if (isBack) reverted.set(keyOf(edit), edit);
    else reverted.delete(keyOf(edit));
  }
  const touched = new Set(some);
  for (const word of words) if (word.own.some((edit) => touched.has(edit))) paint(word);
  tell();
}

// ---------- What the reader does ----------

editor.addEventListener("input", () => {
  shown = SLICE;
  ask();
});
for (const form of [choices, rules]) form.addEventListener("change", ask);

/** What the reader wrote before a sample took its place, and that sample. */
let written = "";
let sample = "";

samples.addEventListener("click", async ({ target }) => {
  if (target.type !== "button") return;
  let next = written;
  try {
    if (target.value !== "") next = (await load(`samples/${target.value}.txt`)).trim();
  } catch (error) {
    return fail(error);
  }
  if (editor.value.trim() !== "" && editor.value !== sample) written = editor.value;
  samples.querySelector("[value='']").hidden = written === "";
  editor.value = next;
  // The reader's own text and a sample change places: neither is lost.
  sample = target.value === "" ? "" : next;
  editor.scrollTop = 0;
  shown = SLICE;
  ask();
});

mended.addEventListener("click", ({ target }) => {
  const index = words.findIndex(({ element }) => element.contains(target));
  if (index >= 0 && getSelection().isCollapsed) unfold(index);
});

mended.addEventListener("keydown", (event) => {
  const way = { ArrowLeft: current + 1, ArrowRight: current - 1, Home: 0, End: words.length - 1 }[event.key];
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || words.length === 0) return;
  if (event.key === "Enter" || event.key === " ") unfold(current);
  else if (event.key === "Escape" && open >= 0) fold();
  else if (words[way] !== undefined) {
    come(way);
    words[way].element.focus();
  } else return;
  event.preventDefault();
});

note.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") fold();
});

note.querySelector(".cells").addEventListener("click", ({ target }) => {
  if (target.type !== "button") return;
  const step = Number(target.value);
  if (step === 0) fold();
  else unfold(open + step);
});

rest.lastElementChild.addEventListener("click", () => {
  shown += SLICE;
  draw();
});

copies(copy, () => revert(text, edits, reverted));

// A browser may have kept what was written before the page was loaded anew.
ask();
