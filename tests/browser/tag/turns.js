/** Nothing in, what becomes of the element where one thing happens in the midst of another tested. */
import { test } from "../harness.js";
import { article, framed, gate, headlineIn, mounted, next, pageIn, quietly, same, settled, told } from "./mount.js";

const PARAGRAPHS = Array.from({ length: 2000 }, (_, index) => `بند ${index}`);
const drawnByServer = (content) => `<div class="satr" lang="fa" dir="rtl"><article class="satr-article">${content}</article></div>`;
/** Resolves when the first of a page is drawn into an element; timers would wait until all of it is. */
async function glimpsed(element) {
  while (element.shadowRoot === null) await undefined;
  const root = element.shadowRoot;
  await new Promise((resolve) => {
    new MutationObserver(() => root.querySelector(".satr-article") && resolve()).observe(root, { childList: true });
  });
}

const broken = () => Promise.reject(new TypeError("no network"));

export async function checkTurns() {
  for (const mode of ["shadow", "light"]) {
    await test(`a server's page without an address stays, whatever is set (${mode})`, async () => {
      const drawn = drawnByServer('<h1 class="satr-headline">از سرور</h1>');
      const inner = mode === "light" ? drawn : `<template shadowrootmode="open">${drawn}</template>`;
      const box = document.body.appendChild(document.createElement("div"));
      box.setHTMLUnsafe(`<satr-article mode="${mode}">${inner}</satr-article>`);
      const [element] = box.children;
      const page = pageIn(element);
      await settled();
      element.theme = "dark";
      element.append(" ");
      await settled();
      same(pageIn(element) === page, true, "whether the page is the same node");
      same(page.dataset.theme, "dark", "the theme");
      box.remove();
    });
  }

  await test("a server's page is changed in place by an article that is given, and stays where a choice is none", async () => {
    const { renderToString } = await import("/satr/index.js");
    const data = { headline: "از سرور", body: ["یک", "دو"] };
    const drawn = await renderToString(data);
    const box = document.createElement("div");
    box.setHTMLUnsafe(`<satr-article font="arial"><template shadowrootmode="open">${drawn}</template></satr-article>`);
    const [element] = box.children;
    const headline = element.shadowRoot.querySelector("h1");
    element.article = { ...data, body: ["یک", "سه"] };
    const { warn } = console;
    console.warn = () => {};
    document.body.append(box);
    await next(element);
    console.warn = warn;
    same(element.shadowRoot.querySelector("h1") === headline, true, "whether the headline is the same node");
    same(element.shadowRoot.querySelectorAll(".satr-body > p")[1].textContent, "سه");
    box.remove();
  });

  await test("removed in the midst of a drawing and put back, the whole of it is drawn", () =>
    mounted({}, async (element) => {
      await glimpsed(element);
      element.remove();
      await settled();
      document.body.append(element);
      const { detail } = await next(element);
      same(detail.article.headline, "دراز", "the article");
      same(pageIn(element).querySelectorAll(".satr-body > p").length, PARAGRAPHS.length);
    }, {
      before: (element) => {
        element.options = { slice: true };
        element.article = { headline: "دراز", body: PARAGRAPHS };
      },
    }));

  await test("another mode in the midst of a drawing is the one that counts", () =>
    mounted({}, async (element) => {
      await glimpsed(element);
      element.mode = "light";
      await next(element);
      await settled();
      same(element.querySelectorAll(":scope > .satr .satr-body > p").length, PARAGRAPHS.length);
      same(element.shadowRoot.querySelector(".satr"), null, "the page in the shadow root");
    }, {
      before: (element) => {
        element.options = { slice: true };
        element.article = { headline: "دراز", body: PARAGRAPHS };
      },
    }));

  await test("what another draws into its shadow root is left to the other", () =>
    mounted({}, async (element, said) => {
      await next(element);
      const { render } = await import("/satr/index.js");
      const view = await render({ headline: "دیگری" }, element.shadowRoot);
      element.numerals = "latin";
      await settled(100);
      same(headlineIn(element), "دیگری");
      view.destroy();
      element.append("x");
      await settled(100);
      same(said.length, 1, "how often it was told");
    }, { before: (element) => (element.article = { headline: "سطر" }) }));

  await test("its content is seen while there is nothing to ask for, and again when there is nothing any more", () =>
    told(() => new Response("", { status: 404 }), () =>
      mounted({}, (element) => quietly(async () => {
        const isSeen = () => element.querySelector("a").getClientRects().length > 0;
        await settled();
        same(isSeen(), true, "whether it is seen at first");
        element.src = "/told/turns-none";
        await next(element, "satr-error");
        element.src = null;
        await settled();
        same(isSeen(), true, "whether it is seen after a failure");
        same(element.shadowRoot.querySelector(".satr"), null, "what is said");
        element.article = { headline: "سطر" };
        await next(element);
        same(isSeen(), false, "whether it is seen beside the article");
        element.article = null;
        await settled();
        same(isSeen(), true, "whether it is seen after the article");
      }), { content: '<a href="/1">متن خبر</a>' })));

  await test("who tries again stays where they are, also where the content is seen, and it is told that it is on its way", async () => {
    const slow = gate();
    let answer = broken;
    await told(() => answer(), () =>
      mounted({ src: "/told/turns-retry" }, (element) => quietly(async () => {
        for (let failure = 0; failure < 2; failure += 1) {
          await next(element, "satr-error");
          await settled();
          if (failure === 0) element.shadowRoot.querySelector("button").focus();
          same(element.shadowRoot.activeElement !== null, true, `whether somebody is there after failure ${failure}`);
          if (failure === 1) answer = async () => (await slow.opened, article("رسید"));
          element.shadowRoot.querySelector("button").click();
        }
        await settled();
        same(element.shadowRoot.querySelector("[role=status]") !== null, true, "whether it says that it is on its way");
        same(element.shadowRoot.activeElement !== null, true, "whether somebody is there while it waits");
        slow.open();
        await next(element);
        same(element.shadowRoot.activeElement, pageIn(element), "who is where the article is");
      }), { content: '<a href="/1">متن خبر</a>' }));
  });

  await test("removed after a failure and put back, it tries again", async () => {
    let answer = broken;
    await told(() => answer(), () =>
      mounted({ src: "/told/turns-back" }, (element) => quietly(async () => {
        await next(element, "satr-error");
        element.remove();
        await settled();
        answer = () => article("برگشت");
        document.body.append(element);
        await next(element);
        same(headlineIn(element), "برگشت");
      })));
  });

  await test("options that are taken back are as if they had not been, and a new renderBlock draws anew", () =>
    mounted({}, async (element) => {
      await next(element);
      same(pageIn(element).querySelector(".satr-share"), null, "the share row");
      same(pageIn(element).querySelector(".satr-custom").textContent, "الف");
      element.options = { renderBlock: () => document.createTextNode("ب") };
      await next(element);
      same(pageIn(element).querySelector(".satr-share") !== null, true, "whether there is a share row");
      same(pageIn(element).querySelector(".satr-custom").textContent, "ب");
    }, {
      before: (element) => {
        element.options = { share: false, renderBlock: () => document.createTextNode("الف") };
        element.article = { headline: "سطر", url: "https://example.com/1", body: [{ type: "custom", name: "x", text: "-" }] };
      },
    }));

  await test("options that cannot be told apart or written are refused by a code, not by the page", () => {
    const circle = {};
    circle.circle = circle;
    return mounted({}, (element) => quietly(async () => {
      const { detail } = await next(element, "satr-error");
      same(detail.code, "bad-options");
      element.options = { now: 1565767800000n };
      await next(element);
      same(headlineIn(element), "سطر");
    }), {
      before: (element) => {
        element.options = circle;
        element.article = { headline: "سطر" };
      },
    });
  });

  await test("in the light, what is in a place in the text is left there, and what comes later finds its place", () =>
    mounted({ mode: "light" }, async (element) => {
      await next(element);
      const input = element.querySelector("input");
      input.focus();
      element.article = { headline: "دیگر", body: ["یک", "دو", "سه"] };
      await next(element);
      same(document.activeElement, input, "what has the focus");
      const later = element.appendChild(document.createElement("p"));
      later.slot = "after-paragraph-2";
      await next(element);
      same(later.parentNode.name, "after-paragraph-2", "where the later one stands");
    }, {
      content: '<input slot="after-paragraph-1">',
      before: (element) => (element.article = { headline: "سطر", body: ["یک", "دو", "سه"] }),
    }));

  await test("no name that a page gives a field stands in the way", () =>
    framed(
      '<form><input name="parentElement"><input name="parentNode"><input name="getRootNode"><input name="assignedSlot">' +
        '<satr-article mode="light"><form><input name="classList"><input name="slot"><input name="nodeType"></form></satr-article></form>',
      async (page) => {
        const element = page.querySelector("satr-article");
        element.article = { headline: "سطر" };
        await next(element);
        same(element.querySelector(".satr-headline").textContent, "سطر");
      },
    ));

  await test("an empty format is the usual one, and an empty article is told of", () =>
    told(() => article("سطر"), () =>
      mounted({ src: "/told/turns-format", format: "" }, (element) => quietly(async () => {
        await next(element);
        same(headlineIn(element), "سطر");
        element.article = "";
        const { detail } = await next(element, "satr-error");
        same(detail.code, "empty");
      }))));

  await test("a theme stays in its own article", () =>
    mounted({ mode: "light", theme: "light" }, async (outer) => {
      await next(outer);
      const inner = outer.querySelector("satr-article");
      if (!inner.shadowRoot?.querySelector(".satr-article")) await next(inner);
      outer.numerals = "latin";
      await settled(60);
      same(pageIn(inner).dataset.theme, "dark", "the theme of the inner one");
    }, {
      content: '<satr-article slot="after-paragraph-1" theme="dark"></satr-article>',
      before: (outer) => {
        outer.article = { headline: "سطر", body: ["یک", "دو"] };
        outer.firstElementChild.article = { headline: "درونی" };
      },
    }));
}
