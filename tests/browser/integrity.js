/** A server that answers wrongly once in, codes and the next good article out. */
import { ARTICLE, refuses } from "./expect.js";
import { finish, test } from "./harness.js";

const MISTAKES = {
  truncated: "that has come in half",
  replaced: "of another version, which would run,",
  page: "that is a page",
  missing: "that is not there",
};

/** By file: the entry that asks for it, and what shows that it has come. */
const FILES = {
  "satr_bg.wasm": { entry: "index.js", works: ({ renderToString }) => renderToString(ARTICLE) },
  "satr_format_bg.wasm": { entry: "format.js", works: ({ toWords }) => toWords(1) },
  "satr_text_bg.wasm": { entry: "text.js", works: ({ normalize }) => normalize("كتاب") },
  "satr_import_bg.wasm": { entry: "import.js", works: ({ importArticle }) => importArticle("باران از صبح آغاز شد.") },
  "satr.zwnj": { entry: "text.js", works: ({ normalize }) => normalize("کتابهای ما", { typography: "repair" }) },
};

/** The folder of a package whose server makes this mistake the first time that it is asked for the file. */
function wrong(mistake, file) {
  return `/wrong/${mistake}/${file}/${crypto.randomUUID()}/`;
}

for (const [file, { entry, works }] of Object.entries(FILES)) {
  for (const [mistake, what] of Object.entries(MISTAKES)) {
    await test(`${file} ${what} is refused, and the next init mends it`, async () => {
      const satr = await import(wrong(mistake, file) + entry);
      await refuses(() => satr.init(), "network", /has not come, or is another version's than the script/);
      await satr.init();
      await works(satr);
    });
  }

  await test(`${file} under a type that says nothing is taken`, async () => {
    const satr = await import(wrong("typeless", file) + entry);
    await satr.init();
    await works(satr);
  });
}

await test("a wasm that the page names itself may be another than was packed", async () => {
  const { init, renderToString } = await import(`${wrong("missing", "satr_bg.wasm")}index.js`);
  await init(`${wrong("replaced", "satr_bg.wasm")}satr_bg.wasm`);
  await renderToString(ARTICLE);
});

await test("integrity.json tells what the files hash to", async () => {
  const hashes = await (await fetch("/satr/integrity.json")).json();
  const { length } = Object.entries(hashes);
  for (const [name, integrity] of Object.entries(hashes)) await fetch(`/satr/${name}`, { integrity });
  await refusesOther(`/satr/index.js`, hashes["format.js"]);
  return `${length} files`;
});

async function refusesOther(address, integrity) {
  const came = await fetch(address, { integrity }).catch(() => null);
  if (came !== null) throw new Error(`${address} came, though it is not ${integrity}`);
}

finish();
