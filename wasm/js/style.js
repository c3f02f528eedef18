// The stylesheet and the font, put where a target can see them.

import { sheet as sheetFile } from "./files.js";
import { FAMILY, WEIGHTS, faces } from "./font.js";
import { receive } from "./load.js";
import { documentOf, fontsOf, sheetsOf, windowOf } from "./platform.js";

/** Milliseconds that articles wait for the stylesheet before they are drawn without it. */
const PATIENCE = 3000;

/**
 * Gives the document or shadow root that `target` is in the stylesheet, and the document the font, each once.
 * Resolves when the article may be drawn. It can be read without either: what goes wrong is only warned of.
 */
export async function dress(target, { styles, font }) {
  try {
    if (font === "vazirmatn") addFont(documentFor(target));
    if (styles === "auto") await addStyles(target);
  } catch (error) {
    warn(error);
  }
}

/** The document that `target` will be seen in: one without a window, as a template's is, is never seen itself. */
function documentFor(target) {
  const document = documentOf(target);
  return windowOf(document) ? document : globalThis.document;
}

let css;

/** Resolves when the sheet is there, or is late; a late one is added when it comes. */
async function addStyles(target) {
  css ??= fetchStyles();
  const added = css.text.then((text) => adopt(text, target)).catch(warn);
  await Promise.race([added, css.due]);
}

/** The stylesheet under way: its `text`, and `due`, which resolves when that is there or is late. */
function fetchStyles() {
  const text = receive(sheetFile().source).then((response) => response.text());
  const due = new Promise((resolve) => {
    const timer = setTimeout(() => {
      warn(`satr.css has not come in ${PATIENCE / 1000} s: drawing without it until it does`);
      resolve();
    }, PATIENCE);
    const settled = () => clearTimeout(timer);
    // Resolved in time as well: while a promise waits, it keeps what every drawing has put on it.
    text.then(settled).then(resolve, () => {
      settled();
      css = undefined;
    });
  });
  return { text, due };
}

const sheets = new WeakMap();

/** A constructed sheet belongs to one document, so each document gets its own. */
function adopt(text, target) {
  const document = documentFor(target);
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new (windowOf(document).CSSStyleSheet)();
    sheet.replaceSync(text);
    sheets.set(document, sheet);
  }
  const adopted = sheetsOf(target, document);
  if (!adopted.includes(sheet)) adopted.push(sheet);
}

const fonted = new WeakSet();

/** Font faces declared in a shadow root have no effect: they go to the document. */
function addFont(document) {
  if (fonted.has(document)) return;
  const { FontFace } = windowOf(document);
  for (const { url, unicodeRange } of faces())
    fontsOf(document).add(new FontFace(FAMILY, `url("${url}")`, { weight: WEIGHTS, display: "swap", unicodeRange }));
  fonted.add(document);
}

function warn(what) {
  console.warn("Satr:", what);
}
