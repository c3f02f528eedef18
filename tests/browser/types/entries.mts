// What the entries share with `satr`, and what each has not; compiled, never run.

import { init, render, renderToString, SatrArticle } from "satr/inline";
import { init as initServer, renderToBytes, SatrError } from "satr/ssr";
import type { Article, Options } from "satr/ssr";
// @ts-expect-error a server has no page to draw into
import { showState } from "satr/ssr";
import "satr/inline.global.js";

declare const module: WebAssembly.Module;

await init();
await initServer(module);
const article: Article = { headline: "سطر" };
const options: Options = { numerals: "latin" };
const html: string = (await renderToString(article, options)) + new TextDecoder().decode(await renderToBytes(article, options));
const element: SatrArticle = Object.assign(document.createElement("satr-article"), { article });
const { drawn }: { drawn: boolean } = await render(article, element, options);
const same: typeof render = Satr.render;

export { SatrError, drawn, html, same, showState };
