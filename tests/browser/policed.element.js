/** The policy of a page in, an element that draws and does all it can, or shows what stood in it, out. */
import { equal, until } from "./drawn.js";
import { test } from "./harness.js";

const SRC = "/policed.json";

/** An element on the page for as long as `use` takes; `told` is the one event that it tells its outcome by. */
async function placed(attributes, use) {
  await import("/satr/element.js");
  const element = document.createElement("satr-article");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(Object.assign(document.createElement("a"), { href: "/news/library", textContent: "متن خبر" }));
  const told = new Promise((wake) => {
    for (const type of ["satr-ready", "satr-error"]) element.addEventListener(type, wake, { once: true });
  });
  element.options = { storage: "local" }; // which a frame may be denied
  document.body.append(element);
  try {
    await use(element, await told);
  } finally {
    element.remove();
  }
}

export async function checkElement() {
  for (const mode of ["shadow", "light"]) {
    await test(`an element draws what its src names, ${mode}`, () =>
      placed({ src: SRC, mode }, async (element, { type, detail }) => {
        equal([type, detail.code], ["satr-ready", undefined]);
        const root = element.shadowRoot ?? element;
        const { fontFamily } = getComputedStyle(root.querySelector(".satr"));
        if (!fontFamily.includes("Satr Vazirmatn")) throw new Error(`its font is ${fontFamily}`);
        for (const image of root.querySelectorAll("img")) {
          image.loading = "eager";
          await image.decode();
        }
        await useTools(root);
      }));
  }
}

/** Does once what readers can do. */
async function useTools(root) {
  const find = (selector) => root.querySelector(selector);
  for (const [act, zoom] of [["larger", "1.15"], ["smaller", ""]]) {
    find(`[data-act="${act}"]`).click();
    equal(find(".satr").style.getPropertyValue("--satr-zoom"), zoom);
  }

  find('[data-act="view"]').click();
  await until(() => find("dialog")?.open, "the gallery opened");
  await Promise.all([...find("dialog").querySelectorAll("img")].map((image) => image.decode()));
  [...find("dialog").querySelectorAll("button")].at(-1).click();
  await until(() => !find("dialog"), "the gallery closed");

  find(".satr-note-ref > a").click();
  await until(() => find(".satr-preview"), "the footnote was shown");
  find(".satr-preview").hidePopover();
  await until(() => !find(".satr-preview"), "the footnote was gone");

  const copy = find("button[data-copy]");
  copy.click();
  await until(() => /^کپی /.test(copy.textContent), "it said that it was copied, or that it was not");

  // A picture that does not come is seen to as well.
  find(".satr-figure img").dispatchEvent(new Event("error"));
  await until(() => "broken" in find(".satr-figure img").dataset, "the picture said so");
}

export async function checkFallback() {
  await test("where the policy lacks it, the console names 'wasm-unsafe-eval', and what stood in the element is seen", async () => {
    const { error } = console;
    const said = [];
    console.error = (...words) => said.push(words.join(" "));
    try {
      await placed({ src: SRC }, (element, { type, detail }) => {
        equal([type, detail.code, detail.retry], ["satr-error", "no-wasm", undefined]);
        if (element.firstElementChild.getClientRects().length === 0) throw new Error("it is not seen");
        equal(element.shadowRoot.textContent, "");
      });
    } finally {
      console.error = error;
    }
    if (!said.some((line) => line.includes("no-wasm") && line.includes("script-src 'wasm-unsafe-eval'"))) throw new Error(said.join("\n"));
  });
}
