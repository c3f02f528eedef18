/** The package and the cases in, a message `{ name, error }` for each test in Node out; a worker of run.mjs. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";
import { checkBroken } from "./broken.js";
import { checkEdits } from "./edits.js";
import { ARTICLE, refuses, sameBytes } from "./expect.js";
import { checkLoading } from "./loading.mjs";
import { listCases } from "./server.mjs";
import { checkSnippets } from "./snippets/check.mjs";
import { checkTypes } from "./types.mjs";
import { checkValid } from "./valid.mjs";
import { test } from "./worker.mjs";

const { packageDir, casesDir, tablesDir } = workerData;

const { render, renderToBytes, renderToString } = await import(pathToFileURL(join(packageDir, "index.js")).href);

for (const { name, hasOptions } of await listCases(casesDir)) {
  await test(`${name}, bytes`, async () => {
    const read = (file) => readFile(join(casesDir, name, file));
    const options = hasOptions ? JSON.parse(await read("options.json")) : undefined;
    sameBytes(
      await renderToBytes(JSON.parse(await read("input.json")), options),
      await read("expected.html"),
    );
  });
}

const inputs = await listCases(casesDir).then((cases) =>
  Promise.all(cases.map(async ({ name }) => ({ name, input: await readFile(join(casesDir, name, "input.json")) }))),
);
await checkBroken(test, async (article, options) => ({ drawn: await renderToString(article, options) }), inputs);

await checkValid(
  test,
  renderToString,
  casesDir,
  inputs.map(({ name }) => name),
);

await test("there is no target", () => refuses(() => render(ARTICLE, {}), "bad-target"));

const { importArticle } = await import(pathToFileURL(join(packageDir, "import.js")).href);

for (const { name } of await listCases(casesDir)) {
  const source = await readFile(join(casesDir, name, "source.txt")).catch(() => undefined);
  if (source === undefined) continue;
  await test(`${name}, imported as in Rust`, async () => {
    const { article, notes } = await importArticle(source, { format: "text" });
    const read = (file) => readFile(join(casesDir, name, file), "utf8");
    const encode = (text) => new TextEncoder().encode(text);
    sameBytes(encode(JSON.stringify(article)), encode(JSON.stringify(JSON.parse(await read("input.json")))));
    const told = notes.map(({ path, message }) => (path === "" ? `${message}\n` : `${path}: ${message}\n`)).join("");
    sameBytes(encode(told), encode(await read("notes.txt").catch(() => "")));
  });
}

await checkEdits(test);
await checkTypes(test);
await checkLoading(test, packageDir, tablesDir);
await checkSnippets(test, fileURLToPath(new URL("../..", import.meta.url)), packageDir);
