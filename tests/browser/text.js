/** The package's mending of text and a table of texts in, every law of it tested; in pages and in Node. */
import { refuses } from "./expect.js";

/** `fresh` gives a copy of the entry that has loaded nothing; the cases are those of tests/text/cases.json. */
export async function checkText(test, fresh, cases) {
  const { normalize } = await fresh();
  for (const { text, options, mended, edits = "" } of cases) {
    await test(`«${text}» is mended${options === undefined ? "" : ` with ${JSON.stringify(options)}`}`, async () => {
      const outcome = await normalize(text, options);
      same(outcome.text, mended);
      same(outcome.edits.map(tell).join(", "), edits);
      same(apply(text, outcome.edits), mended);
    });
  }

  await test("a text that is none, or options that are none, are refused", async () => {
    await refuses(() => normalize(5), "bad-type");
    await refuses(() => normalize("متن", "repair"), "bad-options");
    await refuses(() => normalize("متن", { typography: "mend" }), "bad-options");
    await refuses(() => normalize("متن", { rules: { "half-space": true } }), "bad-options");
    await refuses(() => normalize("آ".repeat(8 * 1024 * 1024 + 1)), "too-large");
  });

  await test("digits are kept where nothing is chosen", async () => {
    for (const options of [undefined, null, { numerals: null }, { numerals: undefined }])
      same((await normalize("علي 12", options)).text, "علی 12");
    const broken = Object.defineProperty({}, "rules", { enumerable: true, get: () => { throw new Error("mine"); } });
    await refuses(() => normalize("علي", broken), "bad-options");
  });

  await test("a long text is mended whole", async () => {
    const { text } = await normalize("کتابهای خوب. ".repeat(20_000), { typography: "repair" });
    same(text, "کتاب\u200Cهای خوب. ".repeat(20_000));
  });

  await test("a lexicon that is none is refused, and another is taken", async () => {
    const { init, normalize } = await fresh();
    await init(undefined, Uint8Array.of(1, 2, 3));
    await refuses(() => normalize("کتابها", { typography: "repair" }), "bad-lexicon");
    same((await normalize("علي")).text, "علی");
  });
}

/** One edit as the table writes it: `6+‌ plural` is put in, `8-  spacing` is taken out, `0 ك→ک letters` replaced. */
function tell({ start, from, to, rule }) {
  if (from === "") return `${start}+${to} ${rule}`;
  return to === "" ? `${start}-${from} ${rule}` : `${start} ${from}→${to} ${rule}`;
}

/** The text with all edits done, by their own places. */
function apply(text, edits) {
  let done = 0;
  let mended = "";
  for (const { start, end, from, to } of edits) {
    if (start < done) throw new Error(`an edit begins at ${start}, before the end of the last at ${done}`);
    same(text.slice(start, end), from);
    mended += text.slice(done, start) + to;
    done = end;
  }
  return mended + text.slice(done);
}

function same(actual, expected) {
  if (actual !== expected) throw new Error(`${JSON.stringify(actual)} came, ${JSON.stringify(expected)} was expected`);
}
