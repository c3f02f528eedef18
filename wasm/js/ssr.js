// What servers call: articles in, HTML out. Nothing here asks for a page, and `index.js` offers the same in one.

import { init, run } from "./core.js";
import { SatrError } from "./error.js";
import { toBytes, toOptions } from "./input.js";
import { withRepair } from "./repair.js";
import * as core from "./satr.js";

export { init, SatrError };

/** Draws an article as the UTF-8 bytes of its HTML: what a server sends. */
export async function renderToBytes(article, options) {
  const { json } = toOptions(options);
  const bytes = toBytes(article);
  await init();
  const [html] = await withRepair((repair) => run(core.renderToBytes, bytes, json, repair));
  return html;
}

/** Draws an article as a string of HTML. */
export async function renderToString(article, options) {
  return new TextDecoder().decode(await renderToBytes(article, options));
}
