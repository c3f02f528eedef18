// The parts of an edited word in, the word with its edits marked out.

/** Whether letters join over the border of an element: WebKit draws each side for itself. */
const joins = (() => {
  const [whole, parted] = ["\u0628\u0628", "\u0628"].map((string) => {
    const span = document.createElement("span");
    span.append(string);
    return span;
  });
  const inner = document.createElement("span");
  inner.append("\u0628");
  parted.append(inner);
  const line = document.body.appendChild(document.createElement("p"));
  line.append(whole, " ", parted);
  const [one, other] = [whole, parted].map((span) => span.getBoundingClientRect().width);
  line.remove();
  return Math.abs(one - other) < 1;
})();

/**
 * Draws the parts of a word, texts and edits, into an element, and gives the word back. Its letters must join over the
 * marks: a mark has no box, and what it says of the place between two letters is drawn under the end of the first. Where
 * no letters join over elements, the word is marked as one.
 */
export function drawMarks(element, parts, isBack) {
  const drawn = [];
  let first = "";
  for (const part of parts) {
    const isEdit = typeof part !== "string";
    const string = isEdit ? (isBack(part) ? part.from : part.to) : part;
    const kind = isEdit ? kindOf(part, isBack(part)) : "";
    if (!isEdit || !isThin(string)) drawn.push({ string, kinds: [kind] });
    else if (drawn.length === 0) first = kind;
    else underLast(drawn, kind);
    if (isEdit && isThin(string)) drawn.push({ string, kinds: [] });
  }
  if (first !== "") underFirst(drawn, first);

  const word = drawn.map(({ string }) => string).join("");
  element.classList.toggle("whole", !joins);
  element.classList.toggle("unchanged", !joins && parts.every((part) => typeof part === "string" || isBack(part)));
  element.replaceChildren(...(joins ? drawn.map(toNode) : [word]));
  return word;
}

/** Whether nothing is to be seen of some characters. */
function isThin(string) {
  return /^\p{Cf}*$/u.test(string);
}

/** How an edit is drawn: by what there is to see of it. */
function kindOf({ from, to }, isBack) {
  if (isBack) return isThin(from) ? "unjoined" : "unchanged";
  if (isThin(to)) return to === "" ? "closed" : "joined";
  return /^\s+$/.test(to) ? "opened" : "changed";
}

/** Draws a mark under the end of what was drawn last, a letter with its vowels. */
function underLast(drawn, kind) {
  const place = drawn.findLastIndex(({ string }) => !isThin(string));
  if (place < 0) return;
  const { string, kinds } = drawn[place];
  const letter = /\P{M}?\p{M}*$/u.exec(string).index;
  const [before, last] = [string.slice(0, letter), string.slice(letter)];
  drawn.splice(place, 1, { string: before, kinds }, { string: last, kinds: [...kinds, kind] });
}

/** Draws a mark under the beginning of a word; if nothing is left of it, in its place. */
function underFirst(drawn, kind) {
  const place = drawn.findIndex(({ string }) => !isThin(string));
  if (place < 0) {
    drawn.push({ string: "", kinds: [kind, "alone"] });
    return;
  }
  const { string, kinds } = drawn[place];
  const [letter] = /^\P{M}?\p{M}*/u.exec(string);
  const after = string.slice(letter.length);
  drawn.splice(place, 1, { string: letter, kinds: [...kinds, kind, "first"] }, { string: after, kinds });
}

function toNode({ string, kinds }) {
  const classes = kinds.filter((kind) => kind !== "");
  if (classes.length === 0) return string;
  const span = document.createElement("span");
  span.className = classes.join(" ");
  span.textContent = string;
  return span;
}
