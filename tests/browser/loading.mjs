/** The package in, fresh copies of it loaded from what is no core and driven out of memory; in Node. */
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ARTICLE, refuses } from "./expect.js";
import { checkFormat } from "./format.js";
import { checkImport } from "./import.js";
import { survives } from "./memory.js";
import { checkText } from "./text.js";

/** Each test imports a copy of its own: what a module has loaded, it keeps. */
export async function checkLoading(test, packageDir, tablesDir) {
  const folder = await mkdtemp(join(tmpdir(), "satr-"));
  let copies = 0;
  const fresh = async (entry = "index.js") => {
    const copy = join(folder, String((copies += 1)));
    await cp(packageDir, copy, { recursive: true });
    return import(pathToFileURL(join(copy, entry)).href);
  };
  try {
    await test("after a trap the next article is drawn", async () =>
      survives(await fresh(), await readFile(join(packageDir, "satr_bg.wasm"))));

    await test("what cannot be compiled is refused as no-wasm, and loading begins anew", async () => {
      const { init, renderToString } = await fresh();
      await refuses(() => init(Uint8Array.of(1, 2, 3, 4)), "no-wasm");
      await renderToString(ARTICLE);
    });

    const table = async (name) => JSON.parse(await readFile(join(tablesDir, name, "cases.json"), "utf8"));
    const core = await readFile(join(packageDir, "satr_format_bg.wasm"));
    await checkFormat(test, () => fresh("format.js"), await table("format"), core);
    await checkText(test, () => fresh("text.js"), await table("text"));
    await checkImport(test, () => fresh("import.js"), await table("import"));

    await test("what cannot be reached is refused as network", async () => {
      const { init } = await fresh();
      await refuses(() => init("http://127.0.0.1:1/satr_bg.wasm"), "network");
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
