/** What is drawn in, a test for each page that a validator of HTML reads out; for Node. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { FIELDS, fields } from "./fields.js";

const RULES = {
  // Every attribute is written with a value, as a browser writes what it has parsed.
  "attribute-boolean-style": "off",
  "attribute-empty-style": "off",
  // A host that has headings of its own says on which level the article begins.
  "heading-level": ["error", { minInitialRank: "h6" }],
};

const validator = new HtmlValidate({
  root: true,
  extends: ["recommended", "standard", "a11y", "document"].map((preset) => `html-validate:${preset}`),
  rules: RULES,
});

/** Whether a complaint is none of ours. */
const isExcused = ({ ruleId, selector }) =>
  // An aside in an article is a landmark only where it has a name (HTML AAM, 3.5); the validator takes each for one.
  ruleId === "unique-landmark" && /aside(:nth-child\(\d+\))?$/.test(selector);

/** So many of the ways in which each field may be wrong: a page takes the validator some ten milliseconds. */
const PER_FIELD = 2;

export async function checkValid(test, renderToString, casesDir, names) {
  for (const name of names) {
    await test(`${name} is valid HTML`, async () => {
      const expected = await readFile(join(casesDir, name, "expected.html"), "utf8");
      validate(expected, name);
    });
  }

  await test("whichever field is wrong, the page is valid HTML", async () => {
    const article = JSON.parse(await readFile(join(casesDir, "every-field", "input.json"), "utf8"));
    const options = { contents: "on", slots: ["after-paragraph-1"], now: 1_900_000_000 };
    let pages = 0;
    for (const { path, set } of fields(article)) {
      for (let turn = 0; turn < PER_FIELD; turn += 1) {
        const [what, value] = FIELDS[pages % FIELDS.length];
        validate(await renderToString(set(value), options), `${path} is ${what}`);
        pages += 1;
      }
    }
    return `${pages} pages`;
  });
}

/** Throws what the validator finds in a page that is nothing but what was drawn. */
function validate(drawn, what) {
  const head = '<head><meta charset="utf-8"><title>مقاله</title></head>';
  const page = `<!DOCTYPE html>\n<html lang="fa" dir="rtl">${head}<body>${drawn}</body></html>\n`;
  const found = validator.validateStringSync(page).results.flatMap(({ messages }) => messages);
  const ours = found.filter((message) => !isExcused(message));
  if (ours.length === 0) return;
  const lines = ours.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`);
  throw new Error(`${what}:\n${lines.join("\n")}`);
}
