// What is promised of the package; `check.mjs` and `weigh.mjs` hold the built files to it.

/**
 * What a page with one article loads, in bytes as brotli sends them, quality 11. A build over a limit fails. The aim is
 * 28,000 for the wasm, and 40,000 for all; whoever makes a file smaller lowers its limit to where it then stands.
 * Comments that can be answered took 8,000 of the wasm, and 600 of the sheet.
 */
export const LIMITS = { ".wasm": 68_850, ".js": 9_900, ".css": 7_250 };

/** The same of a page whose article is in its tag, `<satr-article>`, which shares its script with that of comments. */
export const ELEMENT_LIMITS = { ...LIMITS, ".js": 16_200 };

/** The same of what a page loads besides when comments come near. */
export const COMMENTS_LIMITS = { ".js": 8_300 };

/** The same of a page with dates and numbers alone. */
export const FORMAT_LIMITS = { ".wasm": 42_000, ".js": 5_000 };

/** The same of what repairs text, which a page loads when its article needs it. */
export const TEXT_LIMITS = { ".wasm": 31_850, ".js": 5_000, ".zwnj": 80_000 };

/** The same of what imports others' formats. */
export const IMPORT_LIMITS = { ".wasm": 62_300, ".js": 3_500 };

/**
 * The oldest that draw the whole page. The browsers' line is that of the sheet's `light-dark()`; what it has of newer
 * make, such as `text-wrap: balance`, is an ornament that older ones go without.
 * Source: https://developer.mozilla.org/docs/Web/CSS/color_value/light-dark
 */
export const OLDEST = { chrome: 123, firefox: 120, safari: 17.5, node: 20 };

/**
 * What the wasm may be made of, by Binaryen's names, and the first version of each engine that has it.
 * Source: https://webassembly.org/features
 */
export const WASM_FEATURES = {
  BulkMemory: { chrome: 75, firefox: 79, safari: 15, node: 12.5 },
  Multivalue: { chrome: 85, firefox: 78, safari: 13.1, node: 15 },
  MutableGlobals: { chrome: 74, firefox: 61, safari: 13.1, node: 12 },
  NontrappingFPToInt: { chrome: 75, firefox: 64, safari: 15, node: 12.5 },
  ReferenceTypes: { chrome: 96, firefox: 79, safari: 15, node: 17.2 },
  SignExt: { chrome: 74, firefox: 62, safari: 14.1, node: 12 },
};
