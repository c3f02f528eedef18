// A text and its edits in, what one sees and keeps of them out. Nothing here knows of a page.

/** What names an edit among those of a text. */
export function keyOf({ start, end, to, rule }) {
  return `${start} ${end} ${to} ${rule}`;
}

/** Edits of one rule that touch are one to a reader: a number's digits, a row of dots. */
export function join(edits) {
  const joined = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    if (last?.rule === edit.rule && last.end === edit.start)
      joined[joined.length - 1] = { ...last, end: edit.end, from: last.from + edit.from, to: last.to + edit.to };
    else joined.push(edit);
  }
  return joined;
}

/** The text with all its edits but those whose keys are `reverted`. */
export function revert(text, edits, reverted) {
  let mended = "";
  let at = 0;
  for (const edit of edits) {
    if (reverted.has(keyOf(edit))) continue;
    mended += text.slice(at, edit.start) + edit.to;
    at = edit.end;
  }
  return mended + text.slice(at);
}

/** Where edits of `before` stand in `after`; those of the stretch that was typed over are gone. */
export function carry(edits, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const shift = after.length - before.length;
  return edits.flatMap((edit) => {
    if (edit.end <= head) return [edit];
    if (edit.start < before.length - tail) return [];
    return [{ ...edit, start: edit.start + shift, end: edit.end + shift }];
  });
}

/**
 * The text in pieces: strings that no edit touches, and edited words, each a list of strings and edits in order.
 * A word is what no space parts once all edits are made, with the space that one of them puts behind it.
 */
export function pieces(text, edits) {
  const all = [];
  let word = [];
  const plain = (string) => {
    if (typeof all.at(-1) === "string") all[all.length - 1] += string;
    else all.push(string);
  };
  const close = () => {
    if (word.some((part) => typeof part !== "string")) all.push(word);
    else if (word.length > 0) plain(word.join(""));
    word = [];
  };
  const read = (string) => {
    for (const run of string.match(/\s+|\S+/g) ?? []) {
      if (/\S/.test(run)) {
        word.push(run);
      } else {
        close();
        plain(run);
      }
    }
  };
  let at = 0;
  for (const edit of edits) {
    read(text.slice(at, edit.start));
    word.push(edit);
    if (/\s/.test(edit.to)) close();
    at = edit.end;
  }
  read(text.slice(at));
  close();
  return all;
}
