/** The demo's own way with edits in, its laws tested; for Node. */
import { carry, join, keyOf, pieces, revert } from "../../www/edits.js";

/** «كتاب ها 12 ،» and what is made of it: «کتاب‌ها ۱۲،». */
const TEXT = "\u0643تاب ها 12 ،";
const MENDED = "\u06A9تاب\u200Cها ۱۲،";
const EDITS = [
  { start: 0, end: 1, from: "\u0643", to: "\u06A9", rule: "letters" },
  { start: 4, end: 5, from: " ", to: "\u200C", rule: "plural" },
  { start: 8, end: 9, from: "1", to: "۱", rule: "numerals" },
  { start: 9, end: 10, from: "2", to: "۲", rule: "numerals" },
  { start: 10, end: 11, from: " ", to: "", rule: "spacing" },
];

export async function checkEdits(test) {
  const edits = join(EDITS);

  await test("edits of one rule that touch are one", () => {
    same(edits.map(({ from, to }) => [from, to]), [["\u0643", "\u06A9"], [" ", "\u200C"], ["12", "۱۲"], [" ", ""]]);
  });

  await test("every choice of edits is reverted, and no other", () => {
    for (let choice = 0; choice < 1 << edits.length; choice += 1) {
      const back = edits.filter((_, index) => choice & (1 << index));
      const expected = edits.reduceRight(
        (text, edit) => (back.includes(edit) ? text : text.slice(0, edit.start) + edit.to + text.slice(edit.end)),
        TEXT,
      );
      same(revert(TEXT, edits, new Set(back.map(keyOf))), expected);
    }
    same(revert(TEXT, edits, new Set()), MENDED);
    same(revert(TEXT, edits, new Set(edits.map(keyOf))), TEXT);
  });

  await test("the pieces are the text as it was and as it is, word by word", () => {
    const all = pieces(TEXT, edits);
    const read = (part) => all.flat().map((each) => each[part] ?? each).join("");
    same([read("from"), read("to")], [TEXT, MENDED]);
    same(all.map((piece) => (typeof piece === "string" ? piece : piece.length)), [4, " ", 3]);
    same(pieces("سلام", []), ["سلام"]);
    same(pieces("", []), []);
  });

  await test("what was reverted stays so where others type, and is gone where it is typed over", () => {
    const [first, second, ...rest] = edits;
    const moved = carry(edits, TEXT, TEXT.replace("ها", "های"));
    same(moved.map(({ start }) => start - 1), [first.start - 1, second.start - 1, ...rest.map(({ start }) => start)]);
    same(carry(edits, TEXT, TEXT), edits);
    same(carry(edits, TEXT, ""), []);
    same(carry(edits, TEXT, TEXT.replace(" ها", "ها")), [first, ...carry(rest, ` ${TEXT}`, TEXT)]);
  });
}

function same(actual, expected) {
  const [came, wanted] = [actual, expected].map((value) => JSON.stringify(value));
  if (came !== wanted) throw new Error(`came ${came}, expected ${wanted}`);
}
