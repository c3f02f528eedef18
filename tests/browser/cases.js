/** The package and the cases in, every law that holds in a page tested; harness.js tells the outcome. */
import { checkAttend } from "./attend.js";
import { checkBroken } from "./broken.js";
import { fetchBytes, sameBytes, sameTree } from "./expect.js";
import { checkFaults } from "./faults.js";
import { checkFormat } from "./format.js";
import { finish, fresh, only, test } from "./harness.js";
import { checkHosts } from "./hosts.js";
import { checkImport } from "./import.js";
import { checkPage, drawer } from "./page.js";
import { checkReaders } from "./readers.js";
import { checkRepair } from "./repair.js";
import { checkSheet } from "./sheet.js";
import { checkText } from "./text.js";
import { checkVisualOrder } from "./visual_order.js";

/** The files of one case: the article as bytes and as text, the options if it has any, the expected bytes. */
async function load({ name, hasOptions }) {
  const read = (file) => fetchBytes(`/cases/${encodeURIComponent(name)}/${file}`);
  const decode = (bytes) => new TextDecoder().decode(bytes);
  const [input, expected] = await Promise.all([read("input.json"), read("expected.html")]);
  // Of long ago: without it a page tells ages by the clock.
  const options = { now: 1e8, tools: [], ...(hasOptions && JSON.parse(decode(await read("options.json")))) };
  return { input, text: decode(input), options, expected, html: decode(expected) };
}

/** The laws of one case. */
async function checkCase({ render, renderToBytes }, each) {
  const { name } = each;
  const files = load(each);
  // Each test below awaits it and says what is wrong; until the first does, a failure is not unhandled.
  files.catch(() => {});

  await test(`${name}, built and parsed are one tree`, async (shown) => {
    const { text, options, html } = await files;
    const parsed = document.createElement("template");
    parsed.innerHTML = html;
    const target = document.createElement("div");
    Object.assign(shown, { built: target, expected: parsed.content });
    const view = await render(JSON.parse(text), target, options);
    if (!Array.isArray(view?.notes)) throw new Error(`render gave no notes: ${JSON.stringify(view)}`);
    document.body.append(target);
    try {
      sameTree(only(target, "the target"), only(parsed.content, "expected.html"));
    } finally {
      target.remove();
    }
  });

  await test(`${name}, bytes`, async () => {
    const { text, options, expected } = await files;
    sameBytes(await renderToBytes(JSON.parse(text), options), expected);
  });

  await test(`${name}, object, text and bytes are one article`, async (shown) => {
    const { input, text, options } = await files;
    const fromObject = document.createElement("div");
    await render(JSON.parse(text), fromObject, options);
    for (const [what, article] of Object.entries({ text, bytes: input, buffer: input.slice().buffer })) {
      const target = document.createElement("div");
      Object.assign(shown, { built: target, expected: fromObject });
      await render(article, target, options);
      sameTree(only(target, `the target of the ${what}`), only(fromObject, "the target of the object"));
    }
  });
}

let satr;
let cases = [];
await test("the package loads, and the cases are listed", async () => {
  cases = await (await fetch("/cases/index.json")).json();
  satr = await import("/satr/index.js");
});
if (satr !== undefined) {
  await checkPage(satr);
  await checkVisualOrder(satr);
  await checkSheet();
  await checkHosts();
  await checkAttend(satr);
  await checkReaders(satr);
  await checkFaults();
  const table = await (await fetch("/format/cases.json")).json();
  await checkFormat(test, () => fresh("format.js"), table, await fetchBytes("/satr/satr_format_bg.wasm"));
  await checkText(test, () => fresh("text.js"), await (await fetch("/text/cases.json")).json());
  await checkImport(test, () => fresh("import.js"), await (await fetch("/import/cases.json")).json());
  await checkRepair();
  const inputs = cases.map(async (each) => ({ ...each, ...(await load(each)) }));
  // Thousands of articles, whose pictures the page would wait for.
  const unseen = document.implementation.createHTMLDocument();
  await checkBroken(test, drawer(satr), await Promise.all(inputs), drawer(satr, unseen));
  for (const each of cases) await checkCase(satr, each);
}
finish();
