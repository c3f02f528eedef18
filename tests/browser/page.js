/** The package in, what a page is owed tested: what is drawn where, and what is no place for it. */
import { ARTICLE, refuses } from "./expect.js";
import { only, test } from "./harness.js";

export async function checkPage({ render }) {
  await test("a small article is drawn", async (shown) => {
    const target = document.createElement("div");
    shown.built = target;
    target.append("what stood here before");
    document.body.append(target);
    try {
      await render({ headline: "سطر", body: "متن یک خبر کوتاه." }, target);
      const drawn = only(target, "the target").textContent;
      for (const part of ["سطر", "متن یک خبر کوتاه."]) {
        if (!drawn.includes(part)) throw new Error(`"${part}" is not in "${drawn}"`);
      }
    } finally {
      target.remove();
    }
  });

  for (const target of [null, undefined, "#article", document, document.createTextNode("سطر"), { nodeType: 1 }]) {
    await test(`${Object.prototype.toString.call(target)} is no target`, () =>
      refuses(() => render(ARTICLE, target), "bad-target"));
  }
}

/**
 * Draws into a target that holds something; when that fails, it is held that the target keeps it. In a document that is
 * never seen, what is drawn asks for no pictures.
 */
export function drawer({ render }, place = document) {
  return async (article, options) => {
    const target = place.createElement("div");
    const before = [place.createElement("p"), place.createTextNode("متن پیشین")];
    target.append(...before);
    try {
      const { notes } = await render(article, target, options);
      return { drawn: only(target, "the target").outerHTML, notes };
    } catch (error) {
      const after = [...target.childNodes];
      if (after.length === before.length && after.every((node, index) => node === before[index])) throw error;
      throw new Error(`the target now holds ${target.innerHTML}`);
    }
  };
}
