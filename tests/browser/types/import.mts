// What may be written with the types of importing alone, and what may not; compiled, never run.

import { importArticle, init, SatrError } from "satr/import";
import type { Article, ErrorCode, ImportOptions, Imported, Note } from "satr/import";
import { render } from "satr";

declare const bytes: Uint8Array<ArrayBuffer>;
declare const target: HTMLElement;
declare const response: Response;

await init();
await init(new URL("https://example.com/satr_import_bg.wasm"));

const options: ImportOptions = { format: "text" };
const imported: Imported = await importArticle("باران", options);
const { article, notes }: { article: Article; notes: Note[] } = imported;
await importArticle(bytes, null);
await importArticle(await response.arrayBuffer(), { format: null });
await render(article, target);
const told: string = notes.map(({ path, code, message }) => `${path} ${code} ${message}`).join();

try {
  await importArticle("");
} catch (error) {
  if (error instanceof SatrError) {
    const code: ErrorCode = error.code;
    const why: string = error.message + error.detail;
  }
}

// @ts-expect-error An article is none that has to be imported.
await importArticle({ headline: "سطر" });
// @ts-expect-error Bytes come first.
await importArticle(response);
// @ts-expect-error No such format.
await importArticle("", { format: "html" });
// @ts-expect-error It is rejected with, not made.
new SatrError();
