// Nothing in, what tells a reader from others out, to the one server that is told: no name and no address.

const KEY = "satr-visitor";
const FORM = /^[\w-]{22,64}$/;

let known;

/** The same for all comments on the pages of an origin, as long as its storage keeps it; else as long as the page is open. */
export function visitor() {
  return (known ??= kept() ?? keep(token()));
}

/** 144 random bits, in letters that any header takes. */
export function token() {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
}

function kept() {
  try {
    const found = localStorage.getItem(KEY);
    return FORM.test(found) ? found : undefined;
  } catch {
    return undefined; // a page may be denied its storage
  }
}

function keep(made) {
  try {
    localStorage.setItem(KEY, made);
  } catch {
    // It holds for this page.
  }
  return made;
}
