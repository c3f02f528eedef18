// The stylesheet and the font, put where a target can see them.

const sheets = new WeakMap();
let css;

/**
 * Gives the root that `target` is in (its document or shadow root) the stylesheet, once.
 * A constructed sheet belongs to one document, so each document gets its own.
 */
export async function addStyles(target) {
  const document = target.ownerDocument;
  css ??= fetchText(new URL("article.css", import.meta.url)).catch((error) => {
    css = undefined;
    throw error;
  });
  const text = await css;
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(document, sheet);
  }
  const root = target.getRootNode();
  const holder = root.adoptedStyleSheets ? root : document;
  if (!holder.adoptedStyleSheets.includes(sheet)) holder.adoptedStyleSheets.push(sheet);
}

async function fetchText(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

const fonts = new WeakSet();

/** Gives the document of `target` the font, once. A font face declared in a shadow root has no effect. */
export function addFont(target) {
  const document = target.ownerDocument;
  if (fonts.has(document)) return;
  fonts.add(document);
  const url = new URL("fonts/Vazirmatn.woff2", import.meta.url);
  const { FontFace } = document.defaultView;
  document.fonts.add(new FontFace("Satr Vazirmatn", `url("${url}")`, { weight: "100 900", display: "swap" }));
}
