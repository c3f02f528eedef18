// Nothing in, the faces of the font out: for `style.js`, and for `font.mjs`, which cuts their files and writes font.css.

export const FAMILY = "Satr Vazirmatn";

/** The lightest and the heaviest; a weight beyond is drawn as the nearest. */
export const WEIGHTS = "400 900";

/**
 * Each face, and the characters that a browser asks for it by. The first has all that no other has; in a browser it has
 * no range, since it is asked last. A call makes them, as not every host has `import.meta.url`; each address is written
 * whole, as bundlers look for it.
 */
export const faces = () => [
  { url: new URL("fonts/Vazirmatn.woff2", import.meta.url) },
  {
    url: new URL("fonts/Vazirmatn-Extended.woff2", import.meta.url),
    // Accents and the letters with them, and the signs that few Persian pages have: not ° ± ² ³ · » × ÷, nor €, nor −.
    // Of what Vazirmatn lacks it names little, and nothing that is often seen, such as arrows.
    unicodeRange:
      "U+A1-A8, U+AA, U+AC, U+AE-AF, U+BA, U+BC-D6, U+D8-F6, U+F8-36F, U+207F, U+20A0-20AB, U+20AD-20CF, " +
      "U+2100-215F, U+2200-2211, U+2213-22FF, U+25CA, U+FB00-FB06, U+FFFC-FFFD",
  },
];
