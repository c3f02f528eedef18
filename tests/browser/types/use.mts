// What may be written with the types of the package, and what may not; compiled, never run.

import { init, render, renderToBytes, renderToString, SatrError, showState } from "satr";
import type { Article, Block, ErrorCode, Image, Note, RichText, Span, Unknown } from "satr";

declare module "satr" {
  interface BlockKinds {
    mood: Unknown;
  }
}

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

const span: Span = { text: "DNA", marks: "strong", lang: "en", dir: "ltr", expansion: "مولکول", time: new Date(), footnote: 1 };
const text: RichText = ["سطر ", 5, span];
const image: Image = {
  url: new URL("https://example.ir/a.jpg"),
  focus: { x: 50, y: 20 },
  renditions: ["a.avif", { url: "a.webp", type: "image/webp", width: 800 }],
};
const blocks: Block[] = [
  { type: "paragraph", text },
  { type: "list", start: 3, items: ["نان", { text, list: { items: "سیب" } }, [span, "پنیر"]] },
  { type: "quote", text: "سطر", cite: "راننده" },
  { type: "pullQuote", text: span },
  { type: "figure", image, size: "wide", caption: null },
  { type: "gallery", figures: [{ image: "a.jpg" }, { image, caption: text }], credit: "نگار" },
  { type: "video", renditions: "v.mp4", poster: image, tracks: { url: "v.vtt", kind: "subtitles", language: "en" }, duration: 9 },
  { type: "audio", renditions: [{ url: "a.mp3", bytes: 5_000 }], title: "قصه" },
  { type: "table", head: [["روستا", "امانت"]], rows: [["سپیدار", 1092], [{ text, header: true, colspan: 2 }]], rowHeaders: true },
  { type: "embed", url: new URL("https://www.aparat.com/v/AbC12"), title: "قصه‌خوانی" },
  { type: "relatedLink", text: "نقشه", url: "/map", date: 1_565_767_800 },
  { type: "questionAnswer", exchanges: { question: "چرا؟", answer: ["زیرا", { type: "divider" }] } },
  { type: "timeline", live: true, entries: [{ time: new Date(), title: text, body: "سطر" }] },
  { type: "keyPoints", items: ["یک", [span, "دو"]] },
  { type: "callout", title: "راهنما", body: { type: "callout", body: "سطر" } },
  { type: "correction", text: "یازده", date: "2019-08-14" },
  { type: "code", code: "let a = 1;", language: "rust" },
  { type: "poem", lines: [["بنی‌آدم", "که در آفرینش"], "سطر"], cite: "سعدی" },
  { type: "custom", name: "poll", data: { id: [12, null] }, text: "نظرسنجی" },
  { type: "mood", text: "متن" },
];
await render({ body: blocks, footnotes: [text, { text: [span], id: "a" }], publisher: { name: "سطر", logo: image } }, target);

for (const block of blocks) {
  // @ts-expect-error Not every block has rows.
  block.rows;
  // A kind tells the fields, also beside a kind of one's own.
  if (block.type === "table") block.rows ??= [];
  else if (block.type === "heading") block.level = 3;
  else if (block.type === "mood") block.text = text;
}

const { notes, drawn }: { notes: Note[]; drawn: boolean } = await render(article, target, { theme: "dark", font: "none" });
await render("{}", shadow, null);
await render("{}", target, { tools: ["print", "copy"], storage: "local", saved: Date.now() });
await render("{}", target, { calendar: "gregorian", timeZone: "+03:30", language: "fa-AF" });
await renderToString("{}", { calendar: null, timeZone: null, language: null });
// @ts-expect-error No such zone is known.
await renderToString("{}", { timeZone: "Europe/Paris" });
// @ts-expect-error No such calendar.
await renderToString("{}", { calendar: "lunar" });
showState(target, "waiting");
showState(shadow, "offline", { retry: () => {}, message: "سرور پاسخی نداد.", theme: "dark", headingLevel: 2 });
// @ts-expect-error No such state.
showState(target, "lost");
// @ts-expect-error No such tool.
await render("{}", target, { tools: ["zoom"] });
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
// @ts-expect-error A kind that no block has, and that nobody has declared.
await render({ body: [{ type: "carousel" }] }, target);
// @ts-expect-error A block has a type.
await render({ body: [{ text: "سطر" }] }, target);
// @ts-expect-error A field of another kind of block.
await render({ body: [{ type: "heading", items: ["سطر"] }] }, target);
// @ts-expect-error No such mark.
await render({ lead: { text: "سطر", marks: ["bold"] } }, target);
// @ts-expect-error No such size.
await render({ leadFigure: { image: "a.jpg", size: "huge" } }, target);
// @ts-expect-error A width is a number.
await render({ leadFigure: { image: { url: "a.jpg", width: "800" } } }, target);
// @ts-expect-error A list has no gaps.
await render({ tags: ["سطر", null] }, target);
// @ts-expect-error One cell is no row.
await render({ body: { type: "table", rows: [{ text: "سطر" }] } }, target);
// @ts-expect-error Pictures have no text of their own.
await render({ body: { type: "gallery", figures: ["a.jpg"] } }, target);
// @ts-expect-error Text is no instant that a span names.
await render({ lead: { text: "دیروز", time: true } }, target);
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
