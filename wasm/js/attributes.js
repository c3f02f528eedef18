// A class of elements in, its attributes as its properties out.

/** The attributes that are options of `render`, with the option's name, which is the property's. */
export const OPTIONS = {
  "numerals": "numerals",
  "calendar": "calendar",
  "time-zone": "timeZone",
  "lang": "language",
  "heading-level": "headingLevel",
  "typography": "typography",
  "font": "font",
};

/** What the others stand for that are not there. */
const DEFAULTS = {
  src: null,
  format: "json",
  theme: "auto",
  mode: "shadow",
  loading: "eager",
  credentials: "same-origin",
};

export const ATTRIBUTES = [...Object.keys(DEFAULTS), ...Object.keys(OPTIONS)];

/** Gives each attribute its property, but for `lang`, which every element has. */
export function reflect({ prototype }) {
  for (const name of ATTRIBUTES.filter((name) => name !== "lang")) {
    Object.defineProperty(prototype, OPTIONS[name] ?? name, {
      get() {
        return this.getAttribute(name) ?? DEFAULTS[name] ?? null;
      },
      set(value) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
      enumerable: true,
      configurable: true,
    });
  }
}
