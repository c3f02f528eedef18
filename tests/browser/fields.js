/** An article in, the same with any one field of it put wrong out. */

const deep = Array.from({ length: 100 }).reduce((inner) => [inner], "سطر");

/** What a field may come as, whatever it takes. */
export const FIELDS = [
  ["null", null],
  ["undefined", undefined],
  ["true", true],
  ["0", 0],
  ["-1", -1],
  ["1.5", 1.5],
  ["2 to the 64th", 2 ** 64],
  ["NaN", NaN],
  ["Infinity", -Infinity],
  ["a big integer", -(10n ** 400n)],
  ["the empty string", ""],
  ["a letter", "x"],
  ["an empty list", []],
  ["an empty object", {}],
  ["a list in a list", [[]]],
  ["a hundred lists in each other", deep],
  ["a symbol", Symbol("سطر")],
  ["a function", () => "سطر"],
  ["a map", new Map([["text", "سطر"]])],
  ["a date that is none", new Date(NaN)],
];

/** Every field, however deep, by its path as notes write it; `set` gives the whole article with another value there. */
export function* fields(article) {
  for (const keys of paths(article, [])) {
    const path = keys.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("").slice(1);
    yield { path, set: (value) => replaced(article, keys, value) };
  }
}

function* paths(value, keys) {
  if (keys.length > 0) yield keys;
  if (typeof value !== "object" || value === null) return;
  const below = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of below) yield* paths(value[key], [...keys, key]);
}

function replaced(value, [key, ...rest], by) {
  if (key === undefined) return by;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = replaced(value[key], rest, by);
  return copy;
}
