// What may be written with the types of the package, and what may not; compiled, never run.

import { init, render, renderToBytes, renderToString, SatrError } from "satr";
import type { Article, ErrorCode, Note } from "satr";

declare const target: HTMLElement;
declare const response: Response;
declare const shadow: ShadowRoot;

const article: Article = {
  id: 4692303,
  headline: "سطر",
  url: new URL("https://example.ir/1"),
  published: new Date(),
  byline: "نگار",
  section: ["استان‌ها", { text: "سمنان", url: "/semnan" }],
  lead: ["به گزارش ", { text: "مهر", marks: ["strong"], href: "https://www.mehrnews.com" }],
  leadFigure: { image: { url: "a.jpg", width: 4, height: 3 }, caption: "باران" },
  body: [
    "باران",
    { type: "heading", level: 3, text: "فردا" },
    { type: "list", ordered: true, items: ["یک", ["دو", { text: "سه" }]] },
    { type: "figure", image: "b.jpg" },
  ],
  comments: [{ id: 1, text: "سلام" }, { id: 2, parent: 1, text: null }],
};

const { notes, drawn }: { notes: Note[]; drawn: boolean } = await render(article, target, { theme: "dark", font: "none" });
await render("{}", shadow, null);
await render(await response.arrayBuffer(), target);
await render({ headline: "سطر", body: "متن" }, target);
class News { headline = "سطر"; }
await render(new News(), target);
const html: string = await renderToString(article, { numerals: "keep" });
const bytes: Uint8Array = await renderToBytes(new TextEncoder().encode("{}"));
await init("/satr_bg.wasm");

try {
  await init(response);
} catch (error) {
  if (error instanceof SatrError) {
    const code: ErrorCode = error.code;
    const text: string = error.message + error.detail;
  }
}

// @ts-expect-error A response is no article.
await render(response, target);
// @ts-expect-error Nor is a promise.
await render(response.arrayBuffer(), target);
// @ts-expect-error Nor a blob.
await render(await response.blob(), target);
// @ts-expect-error Nor a map.
await render(new Map([["headline", "سطر"]]), target);
// @ts-expect-error A name that no field has.
await render({ title: "سطر" }, target);
// @ts-expect-error A kind that no block has.
await render({ body: [{ type: "table" }] }, target);
// @ts-expect-error A selector is no target.
await render(article, "#article");
// @ts-expect-error There may be no such element.
await render(article, document.querySelector("#article"));
// @ts-expect-error No such theme.
await render(article, target, { theme: "blue" });
// @ts-expect-error A server has no stylesheet to add.
await renderToBytes(article, { styles: "none" });
// @ts-expect-error It is thrown, not made.
new SatrError();
