// How large the reader wants the text.

/** The sizes there are, as parts of what the page has set. */
const SIZES = [0.85, 1, 1.15, 1.3, 1.5];
const KEY = "satr-size";

/** The reader's own, for every article of the page. */
let size;

/** Gives articles the size that the reader has chosen on this page or, where the host lets it be kept, before. */
export function sizeAgain(articles, storage) {
  size ??= storage === "local" ? kept() : undefined;
  if (size !== undefined && size !== 1) for (const article of articles) apply(article);
}

/** A step of the size, by a button of the article that is to have it. */
export function resize(button, storage) {
  const at = SIZES.indexOf(size ?? 1) + (button.dataset.act === "larger" ? 1 : -1);
  if (!(at in SIZES)) return;
  size = SIZES[at];
  if (storage === "local") keep();
  apply(button.closest(".satr"));
}

function apply(article) {
  if (size === 1) article.style.removeProperty("--satr-zoom");
  else article.style.setProperty("--satr-zoom", size);
  for (const [act, last] of [["smaller", SIZES[0]], ["larger", SIZES.at(-1)]])
    for (const button of article.querySelectorAll(`[data-act="${act}"]`)) button.ariaDisabled = size === last ? "true" : null;
}

function kept() {
  try {
    const found = Number(localStorage.getItem(KEY));
    return SIZES.includes(found) ? found : undefined;
  } catch {
    return undefined; // a page may be denied its storage
  }
}

function keep() {
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // It holds for this page.
  }
}
