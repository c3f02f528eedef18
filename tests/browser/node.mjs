/** The package and the cases in, a message `{ name, error }` for each test in Node out; a worker of run.mjs. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";
import { ACCEPTED, ARTICLE, REFUSED, refuses, sameBytes } from "./expect.js";
import { checkLoading } from "./loading.mjs";
import { listCases } from "./server.mjs";
import { checkTypes } from "./types.mjs";
import { test } from "./worker.mjs";

const { packageDir, casesDir } = workerData;

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

for (const { what, article = ARTICLE, options, code, detail } of REFUSED) {
  await test(`${what} is refused as ${code}`, () => refuses(() => renderToBytes(article, options), code, detail));
}

for (const { what, article = ARTICLE, options } of ACCEPTED) {
  await test(`${what} will do`, async () => {
    const html = await renderToString(article, options);
    if (!html.includes("سطر")) throw new Error(html);
  });
}

await test("there is no target", () => refuses(() => render(ARTICLE, {}), "bad-target"));

await checkTypes(test);
await checkLoading(test, packageDir);
