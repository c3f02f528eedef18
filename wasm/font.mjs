/**
 * Vazirmatn in, `font.css` and the folder `fonts` out: `node font.mjs OUT_DIR`.
 *
 * `js/font.js` says which characters and weights each file has.
 */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import subset from "subset-font";
import { FAMILY, WEIGHTS, faces } from "./js/font.js";

const VAZIRMATN = new URL("node_modules/vazirmatn/", import.meta.url);

/**
 * What is kept of the features of OpenType: all but those for Latin letters and digits that no page of ours has, small
 * capitals (c2sc, smcp, unic) and old-style figures (lnum, onum).
 */
const FEATURES =
  "calt ccmp cpsp dlig dnom fina frac init kern liga locl mark medi mkmk numr rlig salt ss01 tnum".split(" ");

const [min, max] = WEIGHTS.split(" ").map(Number);
const OPTIONS = {
  keepFeatures: FEATURES,
  variationAxes: { wght: { min, max } },
  preserveNameIds: [13, 14], // the licence and its address, for who meets a file alone
};

/** The characters of a `unicode-range`. */
function characters(range) {
  return range.split(", ").flatMap((part) => {
    const [first, last = first] = part.slice("U+".length).split("-").map((code) => parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
  });
}

function rule(name, unicodeRange) {
  return `@font-face {
  font-family: "${FAMILY}";
  src: url("fonts/${name}") format("woff2");
  font-weight: ${WEIGHTS};
  font-display: swap;${unicodeRange ? `\n  unicode-range: ${unicodeRange};` : ""}
}
`;
}

async function main() {
  const [outDir] = process.argv.slice(2).map((path) => resolve(path));
  if (outDir === undefined) {
    console.error("usage: node font.mjs OUT_DIR");
    process.exit(2);
  }
  const font = await readFile(new URL("fonts/webfonts/Vazirmatn[wght].woff2", VAZIRMATN));
  const ranged = new Set(faces().flatMap(({ unicodeRange }) => (unicodeRange ? characters(unicodeRange) : [])));
  const rest = characters("U+0-D7FF, U+E000-10FFFF").filter((character) => !ranged.has(character));

  await mkdir(join(outDir, "fonts"), { recursive: true });
  const rules = ["/* The font, for a page that is drawn on a server; in the browser `render()` brings it by itself. */\n"];
  for (const { url, unicodeRange } of faces()) {
    const name = basename(url.pathname);
    const text = (unicodeRange ? characters(unicodeRange) : rest).join("");
    await writeFile(join(outDir, "fonts", name), await subset(font, text, OPTIONS));
    rules.push(rule(name, unicodeRange));
  }
  await writeFile(join(outDir, "font.css"), rules.join(""));
  await copyFile(new URL("OFL.txt", VAZIRMATN), join(outDir, "fonts/OFL.txt"));
}

await main();
