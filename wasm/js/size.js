// How large a reader wants the text of a target's articles.

/** The sizes there are, as parts of what the page has set. */
const SIZES = [0.85, 1, 1.15, 1.3, 1.5];
const KEY = "satr-size";

/** The size that readers have chosen before, if the host lets it be kept. */
export function keptSize(storage) {
  if (storage !== "local") return 1;
  try {
    const found = Number(localStorage.getItem(KEY));
    return SIZES.includes(found) ? found : 1;
  } catch {
    return 1; // a page may be denied its storage
  }
}

/** The next size, smaller or larger, or the same where there is none; kept if it may be. */
export function nextSize(size, act, storage) {
  const next = SIZES[SIZES.indexOf(size) + (act === "larger" ? 1 : -1)] ?? size;
  if (storage !== "local") return next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // It holds for this page.
  }
  return next;
}

/** Gives an article its size, and says of its buttons which have come to their end. */
export function applySize(article, size) {
  if (size === 1) article.style.removeProperty("--satr-zoom");
  else article.style.setProperty("--satr-zoom", size);
  for (const [act, last] of [["smaller", SIZES[0]], ["larger", SIZES.at(-1)]])
    for (const button of article.querySelectorAll(`[data-act="${act}"]`)) button.ariaDisabled = size === last ? "true" : null;
}
