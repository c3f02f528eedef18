/** The package's reading of others' formats and a table of sources in, every law of it tested; in pages and in Node. */
import { refuses } from "./expect.js";

/** `fresh` gives a copy of the entry that has loaded nothing; the cases are those of tests/import/cases.json. */
export async function checkImport(test, fresh, cases) {
  const { importArticle } = await fresh();
  for (const { source, options, article, notes = "", code } of cases) {
    await test(`${JSON.stringify(source)} is ${code ?? "imported"}${options ? ` as ${JSON.stringify(options)}` : ""}`, async () => {
      if (code !== undefined) return void (await refuses(() => importArticle(source, options), code));
      const bytes = new TextEncoder().encode(source);
      for (const given of [source, bytes, bytes.buffer, new DataView(bytes.buffer)]) {
        const imported = await importArticle(given, options);
        same(JSON.stringify(imported.article), JSON.stringify(article));
        same(imported.notes.map(tell).join(", "), notes);
      }
    });
  }

  await test("what is no text or bytes of one, or cannot be read, is refused", async () => {
    for (const source of [undefined, null, 5, {}, [], Promise.resolve("متن")])
      await refuses(() => importArticle(source), "bad-type", /expected a text or UTF-8 bytes, \w+ came/);
    await refuses(() => importArticle(Uint8Array.of(0xd8)), "bad-encoding");
    await refuses(() => importArticle("آ".repeat(5 * 1024 * 1024)), "too-large");
    const broken = Object.defineProperty({}, "format", { enumerable: true, get: () => { throw new Error("mine"); } });
    await refuses(() => importArticle("متن", broken), "bad-options");
  });

  await test("what cannot be compiled imports nothing, and loading begins anew", async () => {
    const { importArticle, init } = await fresh();
    await refuses(() => init(Uint8Array.of(1, 2, 3, 4)), "no-wasm");
    same((await importArticle("{}")).article.version, 1);
  });
}

/** One note as the table writes it. */
function tell({ path, code, message }) {
  if (!/^expected /.test(message)) throw new Error(`${path}: a note says «${message}»`);
  return `${path} ${code}`;
}

function same(actual, expected) {
  if (actual !== expected) throw new Error(`came:     ${actual}\nexpected: ${expected}`);
}
