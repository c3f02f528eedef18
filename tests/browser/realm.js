/** A window in, what it and its browser's objects are made of out. */

export function namesOf(window) {
  return Reflect.ownKeys(window).map(String);
}

/** By the name of each object that all scripts of a page share, its own properties: the functions and values as they are. */
export function ownOf(window) {
  const found = new Map();
  const add = (name, object) => {
    const properties = Object.entries(Object.getOwnPropertyDescriptors(object));
    found.set(name, new Map(properties.flatMap(([key, { value, get, set }]) => [[key, isMade(key) ? undefined : (value ?? get)], [`${key}=`, set]])));
  };
  for (const name of Object.getOwnPropertyNames(window)) {
    const { value } = Object.getOwnPropertyDescriptor(window, name);
    if (typeof value !== "function") continue;
    add(name, value);
    if (value.prototype) add(`${name}.prototype`, value.prototype);
  }
  for (const name of ["document", "navigator", "history", "JSON", "Math", "Reflect", "Intl", "Atomics"]) add(name, window[name]);
  return found;
}

/** Some lists are made anew whenever they are asked for. */
function isMade(key) {
  return key === "supportedEntryTypes";
}
