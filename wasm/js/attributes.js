// The attributes of an element in, its properties and the options of its drawing out.

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
  theme: "auto",
  mode: "shadow",
  loading: "eager",
  credentials: "same-origin",
};

/**
 * Gives a class of elements its attributes, those of every page and these with what they stand for, and each its property,
 * but for `lang`, which every element has. It calls `properties` what can be set of it, attributes or not.
 */
export function reflect(element, own, others) {
  const defaults = { ...DEFAULTS, ...own };
  const names = [...Object.keys(defaults), ...Object.keys(OPTIONS)];
  element.observedAttributes = names;
  element.properties = [...others, ...names.map((name) => OPTIONS[name] ?? name)];
  for (const name of names.filter((name) => name !== "lang")) {
    Object.defineProperty(element.prototype, OPTIONS[name] ?? name, {
      get() {
        return this.getAttribute(name) ?? defaults[name] ?? null;
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

/**
 * Options without that of an element's attribute which is refused, since it is no choice: it counts as not given. Any other
 * failure stays one.
 */
export function without(element, options, error) {
  const [, key] = /^options\.(\w+)/.exec(error?.detail) ?? [];
  const name = Object.keys(OPTIONS).find((name) => OPTIONS[name] === key && element.hasAttribute(name));
  if (error?.code !== "bad-options" || !name || options[key] == null) throw error;
  console.warn(`Satr: ${name}="${element.getAttribute(name)}" counts as not given; ${error.detail}`);
  return { ...options, [key]: undefined };
}

/** The options as far as they are data. */
export function keyOf(options) {
  try {
    return JSON.stringify(options, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
  } catch {
    return ""; // the drawing will say what is wrong with them
  }
}
