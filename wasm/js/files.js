// A file of the package's own in, where it is and what it must hash to out.

/**
 * By name, what those packed files hash to that a script asks for: `pack.mjs` puts it here. Unpacked there are none, as
 * a file may be built anew beside the script.
 */
const hashes = typeof SATR_HASHES === "undefined" ? {} : SATR_HASHES;

/*
 * Called when the file is wanted, as not every host has `import.meta.url`. Each address is written whole, as bundlers
 * look for it. What `inline.js` holds itself, `bundle.mjs` puts in the place of all this.
 */
export const article = () => ({
  source: new URL("satr_bg.wasm", import.meta.url),
  integrity: hashes["satr_bg.wasm"],
});
export const sheet = () => ({ source: new URL("satr.css", import.meta.url) });
export const format = () => ({
  source: new URL("satr_format_bg.wasm", import.meta.url),
  integrity: hashes["satr_format_bg.wasm"],
});
export const text = () => ({
  source: new URL("satr_text_bg.wasm", import.meta.url),
  integrity: hashes["satr_text_bg.wasm"],
});
export const lexicon = () => ({
  source: new URL("satr.zwnj", import.meta.url),
  integrity: hashes["satr.zwnj"],
});
export const importer = () => ({
  source: new URL("satr_import_bg.wasm", import.meta.url),
  integrity: hashes["satr_import_bg.wasm"],
});
