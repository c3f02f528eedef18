// The address of comments in, what is being written there out, as long as the tab is open.

const keyOf = (address) => `satr-draft ${address}`;

/** What was kept, if it was. */
export function keptDraft(address) {
  try {
    const { text, author, email, parent, key } = JSON.parse(sessionStorage.getItem(keyOf(address)));
    return [text, author, email, parent, key].every((part) => typeof part === "string")
      ? { text, author, email, parent, key }
      : undefined;
  } catch {
    return undefined; // nothing, or a page may be denied its storage
  }
}

/** Keeps it, if it may be kept. */
export function keepDraft(address, draft) {
  try {
    sessionStorage.setItem(keyOf(address), JSON.stringify(draft));
  } catch {
    // It holds as long as the page is open.
  }
}

export function dropDraft(address) {
  try {
    sessionStorage.removeItem(keyOf(address));
  } catch {
    // There is none.
  }
}
