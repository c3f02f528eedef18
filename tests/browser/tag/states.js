/** Nothing in, what the element shows while there is no article tested: its content, a skeleton, why there is none. */
import { test } from "../harness.js";
import { article, gate, headlineIn, mounted, next, quietly, same, settled, told } from "./mount.js";

const none = () => new Response("", { status: 404 });
const broken = () => Promise.reject(new TypeError("no network"));

export async function checkStates() {
  await test("what stands in the element is seen until the article is there, and no more then", async () => {
    const slow = gate();
    await told(async () => (await slow.opened, article("سطر")), () =>
      mounted({ src: "/told/states-1" }, async (element) => {
        await settled();
        const link = element.querySelector("a");
        same(isSeen(link), true, "whether the link is seen");
        same(element.shadowRoot.querySelector(".satr-state"), null, "the state");
        slow.open();
        await next(element);
        same(isSeen(link), false, "whether the link is seen");
        same(headlineIn(element), "سطر");
      }, { content: '<a href="/1">متن خبر</a>' }));
  });

  await test("where nothing stands in it, it says that the article is awaited", async () => {
    const slow = gate();
    await told(async () => (await slow.opened, article("سطر")), () =>
      mounted({ src: "/told/states-2" }, async (element) => {
        await settled();
        same(element.shadowRoot.querySelector("[role=status]")?.textContent, "خبر در راه است…");
        slow.open();
        await next(element);
        same(element.shadowRoot.querySelector("[role=status]"), null);
      }));
  });

  for (const { what, answer, code, isPassing = false, text } of [
    { what: "an address of nothing", answer: none, code: "not-found", text: "خبری با این نشانی نیست" },
    { what: "a server that fails", answer: () => new Response("", { status: 500 }), code: "network", isPassing: true, text: "خبر نرسید" },
    { what: "a network that fails", answer: broken, code: "network", isPassing: true, text: "خبر نرسید" },
    { what: "what is no JSON", answer: () => new Response("<!doctype html>"), code: "bad-json", text: "داده‌های این مطلب خوانا نیست" },
    { what: "a list", answer: () => new Response("[]"), code: "bad-type", text: "خواندنی نیست" },
    { what: "nothing", answer: () => new Response(""), code: "empty", text: "چیزی برای نمایش نرسید" },
    { what: "more than an article may be", answer: () => new Response(new Uint8Array(9e6)), code: "too-large", text: "بزرگ‌تر" },
    { what: "one that never ends", answer: endless, code: "too-large", text: "بزرگ‌تر" },
  ]) {
    await test(`${what} is told as ${code}, in Persian`, () =>
      told(answer, () =>
        mounted({ src: `/told/${code}-${what.length}` }, (element) => quietly(async (logged) => {
          const { detail } = await next(element, "satr-error");
          same(detail.code, code);
          same(typeof detail.retry, isPassing ? "function" : "undefined", "retry");
          same(/[\u0600-\u06ff]/.test(detail.message), true, "whether the message is Persian");
          const state = element.shadowRoot.querySelector("[role=alert]");
          if (!state?.textContent.includes(text)) throw new Error(`it says «${state?.textContent}»`);
          same(state.querySelector("button") !== null, isPassing, "whether there is a button");
          same(logged.length, 1, "how often the console is told");
          if (!logged[0].includes(code)) throw new Error(`the console is told ${logged[0]}`);
        }))));
  }

  await test("what fails is asked for once more by itself, and then by the reader", async () => {
    let answer = broken;
    await told(() => answer(), (asked) =>
      mounted({ src: "/told/again" }, (element) => quietly(async () => {
        await next(element, "satr-error");
        same(asked.length, 2, "how often it was asked for");
        await settled();
        const button = element.shadowRoot.querySelector("button");
        button.focus();
        answer = () => article("رسید");
        button.click();
        await next(element);
        same(headlineIn(element), "رسید");
        same(document.activeElement, element, "what has the focus");
      })));
  });

  await test("the content stays where the article cannot come, and the reader is told", () =>
    told(broken, () =>
      mounted({ src: "/told/states-5" }, (element) => quietly(async () => {
        await next(element, "satr-error");
        same(isSeen(element.querySelector("a")), true, "whether the link is seen");
        same(element.shadowRoot.querySelector("[role=alert] button") !== null, true, "whether there is a button");
      }), { content: '<a href="/1">متن خبر</a>' })));

  await test("a page may tell of it in its own way", () =>
    told(none, () =>
      mounted({ src: "/told/states-6" }, (element) => quietly(async (logged) => {
        await next(element, "satr-error");
        await settled();
        same(element.shadowRoot.querySelector(".satr"), null, "what is said");
        same(logged.length, 0, "what the console is told");
      }), { before: (element) => element.addEventListener("satr-error", (event) => event.preventDefault()) })));

  for (const [what, event] of [
    ["the network is back", () => new Event("online")],
    ["the page is come back to", () => new PageTransitionEvent("pageshow", { persisted: true })],
  ]) {
    await test(`when ${what}, it loads by itself`, async () => {
      let answer = broken;
      await told(() => answer(), () =>
        mounted({ src: `/told/${what}` }, (element) => quietly(async () => {
          await next(element, "satr-error");
          answer = () => article("برگشت");
          dispatchEvent(event());
          await next(element);
          same(headlineIn(element), "برگشت");
        })));
    });
  }

  await test("without a network it says that there is none", () =>
    told(broken, () =>
      mounted({ src: "/told/states-8" }, (element) => quietly(async () => {
        Object.defineProperty(navigator, "onLine", { value: false, configurable: true });
        try {
          await next(element, "satr-error");
          await settled();
        } finally {
          delete navigator.onLine;
        }
        const text = element.shadowRoot.querySelector("[role=alert]").textContent;
        if (!text.includes("اینترنت در دسترس نیست")) throw new Error(`it says «${text}»`);
      }))));

  await test("an article that cannot come anew stays as it was", async () => {
    let answer = () => article("سطر");
    await told(() => answer(), () =>
      mounted({ src: "/told/stay" }, (element) => quietly(async () => {
        await next(element);
        answer = broken;
        element.reload();
        const { detail } = await next(element, "satr-error");
        same(detail.code, "network");
        same(headlineIn(element), "سطر");
      })));
  });
}

/** An answer that would go on for ever. */
function endless() {
  return new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1e6)) }));
}

/** Whether something takes room on the page. */
function isSeen(element) {
  return element.getClientRects().length > 0;
}

