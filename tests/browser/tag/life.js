/** Nothing in, what becomes of the element on pages that move, remove and change it tested. */
import { test } from "../harness.js";
import { article, framed, gate, headlineIn, mounted, next, pageIn, same, settled, told } from "./mount.js";

/** How often an element is put on a page and taken away; and how often it is drawn in between. */
const ROUNDS = 10_000;
const MOUNTS = 2000;
const LIMIT = 60_000;

export async function checkLife() {
  await test("an element that is removed while it loads draws nothing, and asks no more", async () => {
    let signal;
    await told((_, init) => {
      ({ signal } = init);
      return new Promise(() => {});
    }, () =>
      mounted({ src: "/told/gone" }, async (element, said) => {
        await settled();
        element.remove();
        await settled();
        same(signal.aborted, true, "whether the asking has ended");
        same(element.shadowRoot.querySelector(".satr-article"), null);
        same(said.length, 0, "how much was told");
      }));
  });

  await test("one that waits goes on when another of the same address is removed", async () => {
    const slow = gate();
    await told(async () => (await slow.opened, article("دو")), (asked) =>
      mounted({ src: "/told/both" }, (first) =>
        mounted({ src: "/told/both" }, async (second) => {
          await settled();
          first.remove();
          await settled();
          slow.open();
          await next(second);
          same(headlineIn(second), "دو");
          same(asked.length, 1, "how often it was asked for");
        })));
  });

  await test("put back, an element that had not loaded loads, and one that had stays as it is", () =>
    told(() => article("سطر"), (asked) =>
      mounted({ src: "/told/put-back" }, async (element) => {
        element.remove();
        await settled();
        same(asked.length, 0, "how often it was asked for");
        document.body.append(element);
        await next(element);
        const page = pageIn(element);
        element.remove();
        await settled();
        document.body.append(element);
        await settled();
        same(pageIn(element) === page, true, "whether the page is the same node");
        same(asked.length, 1, "how often it was asked for");
      })));

  await test("a move is no reload, while it loads and after", async () => {
    const slow = gate();
    await told(async () => (await slow.opened, article("سطر")), (asked) =>
      mounted({ src: "/told/move" }, async (element, said) => {
        const box = document.body.appendChild(document.createElement("div"));
        await settled();
        box.append(element);
        await settled();
        slow.open();
        await next(element);
        const page = pageIn(element);
        document.body.append(element);
        if (box.moveBefore) box.moveBefore(element, null);
        await settled();
        same(pageIn(element) === page, true, "whether the page is the same node");
        same(asked.length, 1, "how often it was asked for");
        same(said.length, 1, "how often it was told");
        box.remove();
      }));
  });

  await test("mounted twice, as strict frameworks do, it loads once", () =>
    told(() => article("سطر"), (asked) =>
      mounted({ src: "/told/strict" }, async (element, said) => {
        element.remove();
        document.body.append(element);
        await next(element);
        await settled();
        same(asked.length, 1, "how often it was asked for");
        same(said.length, 1, "how often it was told");
      })));

  await test(`put on a page and taken away ${ROUNDS} times, it draws once`, () =>
    told(() => article("سطر"), (asked) =>
      mounted({ src: "/told/often" }, async (element, said) => {
        for (let round = 0; round < ROUNDS; round += 1) {
          element.remove();
          document.body.append(element);
          if (round % 100 === 0) await Promise.resolve();
        }
        if (said.length === 0) await next(element);
        await settled();
        same(headlineIn(element), "سطر");
        if (asked.length > 2) throw new Error(`it was asked for ${asked.length} times`);
      })));

  await test(`${MOUNTS} elements that are drawn and taken away leave no node, face or sheet behind`, async () => {
    const count = () => [document.querySelectorAll("*").length, document.fonts.size, document.adoptedStyleSheets.length].join();
    await mounted({}, (element) => next(element), { before: (element) => (element.article = { headline: "سطر" }) });
    const before = count();
    for (let mount = 0; mount < MOUNTS; mount += 1)
      await mounted({}, (element) => next(element), { before: (element) => (element.article = { headline: "سطر", body: `بند ${mount}` }) });
    same(count(), before, "elements, faces and sheets of the page");
  }, LIMIT);

  await test("an attribute set to what it was changes nothing, as morphing libraries do", () =>
    told(() => article("سطر"), (asked) =>
      mounted({ src: "/told/same", numerals: "latin" }, async (element, said) => {
        await next(element);
        const page = pageIn(element);
        for (const name of ["src", "numerals"]) element.setAttribute(name, element.getAttribute(name));
        await settled();
        same(pageIn(element) === page, true, "whether the page is the same node");
        same(asked.length + said.length, 2, "how often it was asked for and told");
      })));

  await test("in the light, a page that somebody has taken out comes back", () =>
    told(() => article("سطر"), () =>
      mounted({ src: "/told/light", mode: "light" }, async (element) => {
        await next(element);
        same(element.shadowRoot, null, "the shadow root");
        const paragraph = document.createElement("p");
        paragraph.textContent = "جانشین";
        element.replaceChildren(paragraph);
        await next(element);
        same(headlineIn(element), "سطر");
      })));

  await test("from one mode to the other and back, the page goes along, and the content is kept", () =>
    told(() => article("سطر"), () =>
      mounted({ src: "/told/mode", mode: "light" }, async (element) => {
        await next(element);
        same(element.querySelector("a"), null, "the content");
        element.mode = "shadow";
        await next(element);
        same(headlineIn(element), "سطر");
        same(element.querySelector("a").textContent, "متن خبر");
        element.mode = "light";
        await next(element);
        same(element.querySelector(".satr-headline").textContent, "سطر");
        same(element.querySelector(".satr").getClientRects().length > 0, true, "whether it is seen");
      }, { content: '<a href="/1">متن خبر</a>' })));

  await test("adopted by another document, it is dressed there and goes on", () =>
    told(() => article("سطر"), () =>
      mounted({ src: "/told/adopt" }, async (element) => {
        await next(element);
        await framed("", async (page) => {
          page.body.append(element);
          await next(element);
          same(headlineIn(element), "سطر");
          await settled(100);
          same(element.shadowRoot.adoptedStyleSheets.length, 1, "how many sheets it has");
          same(page.defaultView.getComputedStyle(pageIn(element)).display, "block");
          same(page.defaultView.getComputedStyle(element.shadowRoot.querySelector("h1")).fontWeight, "750", "the headline's weight");
        }, false);
      })));

  await test("a second version leaves the first in charge, says so once, and throws nothing", () =>
    framed("", async (page, view, load) => {
      const warned = [];
      view.console.warn = (...words) => warned.push(words.join(" "));
      view.eval('customElements.define("satr-article", class extends HTMLElement { static version = "0.0.1" })');
      const first = view.customElements.get("satr-article");
      await load();
      await load();
      same(view.customElements.get("satr-article") === first, true, "whether the first is in charge");
      same(warned.length, 1, "how often it is said");
      const { SatrArticle } = await import("/satr/element.js");
      if (!warned[0].includes("0.0.1") || !warned[0].includes(SatrArticle.version)) throw new Error(`it says ${warned[0]}`);
    }, false));

  await test("an element of the page is there before the script or after, and in a template", () =>
    framed('<satr-article src="/articles/recipe.json"></satr-article>', async (page, view) => {
      const element = page.querySelector("satr-article");
      if (!element.shadowRoot?.querySelector(".satr-article")) await next(element);
      const template = page.createElement("template");
      template.content.append(page.createElement("satr-article"));
      await settled();
      same(template.content.firstChild.shadowRoot, null, "the shadow root of one that is nowhere");
      const copy = page.importNode(template.content, true).firstChild;
      copy.article = { headline: "رونوشت" };
      page.body.append(copy);
      await next(copy);
      same(headlineIn(copy), "رونوشت");
      same(copy instanceof view.customElements.get("satr-article"), true);
    }));
}
