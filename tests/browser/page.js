/** The package in, the laws of the page tested: what works, and what is refused without a trace. */
import { ACCEPTED, ARTICLE, REFUSED, refuses } from "./expect.js";
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

  for (const { what, article = ARTICLE, options, code, detail } of REFUSED) {
    await test(`${what} is refused as ${code}, and the target is as it was`, async (shown) => {
      const target = document.createElement("div");
      shown.built = target;
      const before = [document.createElement("p"), document.createTextNode("متن پیشین")];
      target.append(...before);
      await refuses(() => render(article, target, options), code, detail);
      const after = [...target.childNodes];
      if (after.length !== before.length || after.some((node, index) => node !== before[index])) {
        throw new Error(`the target now holds ${target.innerHTML}`);
      }
    });
  }

  for (const { what, article = ARTICLE, options } of ACCEPTED) {
    await test(`${what} will do`, async () => {
      const target = document.createElement("div");
      const { drawn } = await render(article, target, options);
      if (!drawn || !target.textContent.includes("سطر")) throw new Error(`the target holds ${target.innerHTML}`);
    });
  }

  for (const target of [null, undefined, "#article", document, document.createTextNode("سطر"), { nodeType: 1 }]) {
    await test(`${Object.prototype.toString.call(target)} is no target`, () =>
      refuses(() => render(ARTICLE, target), "bad-target"));
  }
}
