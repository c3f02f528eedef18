/** The package in, the order of the characters on a laid-out page tested: where each is, as a reader meets them. */
import { test } from "./harness.js";

/** Runs as they are written, and their pictures from left to right. Digits and their signs may be of any script. */
const ROWS = [
  ["1398-05-23", "1398-05-23"],
  ["1398/05/23", "1398/05/23"],
  ["021-88776655", "021-88776655"],
  ["+98 21 8877 6655", "+98 21 8877 6655"],
  ["-5", "-5"],
  ["12.5%", "12.5%"],
  ["2-1", "1-2"],
  ["10-15%", "15%-10"],
  ["12:30-13:45", "13:45-12:30"],
  ["12:30", "12:30"],
  ["$100", "$100"],
  ["C++", "C++"],
  ["@user_1", "@user_1"],
  ["#Iran", "#Iran"],
  ["a.ir/x/", "a.ir/x/"],
  ["COVID-19", "COVID-19"],
  ["Twitter، Facebook و Google", "Google و Facebook ،Twitter"],
];

/** After a Persian word, after a Latin one and at the start of a paragraph; in quotes and in brackets. */
const CONTEXTS = [
  ["سطر ", " است"],
  ["سطر Latin، ", " است"],
  ["Latin، ", "، Latin"],
  ["", " است"],
  ["", ""],
  ["سطر «", "» است"],
  ["سطر (", ") است"],
];

/** What is alone in its quotes owns its punctuation. */
const IN_QUOTES = [["سطر «", "» است"], ["سطر Latin «", "»"], ["«", "» Latin"]];

const cases = [...ROWS.map((row) => [...row, CONTEXTS]), ["Rust in Action!", "Rust in Action!", IN_QUOTES]];

export async function checkVisualOrder({ render }) {
  for (const [run, picture, contexts] of cases) {
    await test(`${run} is drawn as one picture wherever it stands`, async (shown) => {
      const target = document.createElement("div");
      target.style.whiteSpace = "nowrap";
      shown.built = target;
      document.body.append(target);
      try {
        await render({ headline: "سطر", body: contexts.map(([before, after]) => before + run + after) }, target);
        const paragraphs = [...target.querySelectorAll(".satr-body > p")];
        for (const [index, [before, after]] of contexts.entries()) {
          const drawn = pictureOf(paragraphs[index], before.length, run.length);
          if (drawn !== picture) throw new Error(`${before}${run}${after} shows ${drawn}, not ${picture}`);
        }
      } finally {
        target.remove();
      }
    });
  }
}

/** The characters of a stretch of an element's text, in the order in which they lie on the page. */
function pictureOf(element, start, length) {
  const places = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let at = 0, text = texts.nextNode(); text !== null; at += text.length, text = texts.nextNode()) {
    for (let index = 0; index < text.length; index += 1) {
      if (at + index < start || at + index >= start + length) continue;
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      const [{ left, right }] = range.getClientRects();
      places.push({ c: text.data[index], middle: (left + right) / 2 });
    }
  }
  const drawn = places.sort((one, other) => one.middle - other.middle).map(({ c }) => inLatin(c));
  return drawn.join("");
}

function inLatin(c) {
  if (/[۰-۹]/.test(c)) return String(c.charCodeAt(0) & 0xf);
  return { "٫": ".", "٪": "%" }[c] ?? c;
}
