/** The element in, what browsers and libraries do with its article tested: finding, copying, reading, translating, morphing. */
import "/satr/element.js";
import { Idiomorph } from "/node_modules/idiomorph/dist/idiomorph.esm.js";
import { equal, until } from "./drawn.js";
import { finish, test } from "./harness.js";

const ZWNJ = "\u200C";
const PARAGRAPHS = [
  `هر چهارشنبه مینی${ZWNJ}بوسی سبز به یازده روستا می${ZWNJ}رود.`,
  "کتاب‌ها یک هفته می‌مانند و برمی‌گردند، و پس از آن نوبت روستای دیگری است.",
  "راننده می‌گوید که در زمستان گردنه بسته می‌شود، و کتاب‌ها با تراکتور می‌روند.",
];
const article = () => ({
  headline: "کتابخانه‌ای که راه می‌رود",
  kicker: "فرهنگ روستا",
  byline: [{ name: "نسرین آذرگون", role: "گزارش" }],
  published: "2026-11-18T09:40:00+03:30",
  lead: "در سپیدار، کتاب به در خانه می‌آید.",
  url: "/news/library",
  shortLink: "/s/library",
  body: [
    ...PARAGRAPHS.map((text) => ({ type: "paragraph", text })),
    { type: "heading", text: "قفسه‌ها" },
    { type: "paragraph", text: ["جلدها ", { text: "شماره", marks: ["strong"] }, " دارند", { text: "", footnote: "n" }, "."] },
    { type: "list", items: ["داستان‌ها", "شعرها"] },
    { type: "quote", text: "کتاب را که می‌بندی، تازه شروع می‌شود.", cite: "نگار" },
    { type: "code", code: "let shelves = 11;", language: "rust" },
    { type: "figure", image: { url: "/one.gif", alt: "قفسه‌ای در مینی‌بوس" }, caption: "قفسهٔ نخست" },
  ],
  footnotes: [{ id: "n", text: "شمار جلدها تا پایان مهر." }],
  comments: [{ id: "1", author: "مریم", date: "2026-11-18T13:00:00+03:30", text: "دست‌مریزاد به راننده" }],
});

/** An element with an article, on the page for as long as `use` takes. */
async function placed(attributes, use) {
  const host = document.body.appendChild(document.createElement("main"));
  const element = document.createElement("satr-article");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(Object.assign(document.createElement("a"), { href: "/news/library", textContent: "متن خبر" }));
  if (!attributes.src) element.article = article();
  host.append(element);
  try {
    await drawnAgain(element);
    await use(element, element.shadowRoot ?? element, host);
  } finally {
    host.remove();
  }
}

function drawnAgain(element) {
  return new Promise((wake) => element.addEventListener("satr-ready", wake, { once: true }));
}

const isSeen = { shadow: findsInShadows(), light: true };

/** WebKit's `find` looks into no shadow root, whosever it is. */
function findsInShadows() {
  const host = document.body.appendChild(document.createElement("div"));
  host.attachShadow({ mode: "open" }).append("سایه‌روشن");
  const isFound = window.find?.("سایه‌روشن") ?? false;
  host.remove();
  return isFound;
}

for (const mode of ["shadow", "light"]) {
  if ("find" in window && isSeen[mode]) {
    await test(`what is in the page is found, across marks and far below, ${mode}`, () =>
      placed({ mode }, () => {
        const missed = ["جلدها شماره دارند", PARAGRAPHS[0], "دست‌مریزاد"].filter((text) => {
          getSelection().removeAllRanges();
          return !window.find(text);
        });
        equal(missed, []);
        equal(window.find("چیزی که نیست"), false);
      }));
  }

  await test(`a page that was translated is updated, and what has changed is as it should be, ${mode}`, () =>
    placed({ mode }, async (element, root) => {
      translate(root);
      const next = article();
      next.headline = "کتابخانه ایستاد";
      next.body[1].text = "بند دوم دیگر است.";
      next.body.splice(3, 1);
      next.body.push({ type: "paragraph", text: "بندی تازه." });
      next.comments.push({ id: "2", author: "بهار", date: "2026-11-18T14:00:00+03:30", text: "نظری تازه" });
      element.article = next;
      await drawnAgain(element);
      equal(root.querySelectorAll(".satr").length, 1);
      equal(root.querySelector(".satr-headline").textContent, next.headline);
      const paragraphs = [...root.querySelectorAll(".satr-body > p")].map(({ textContent }) => textContent);
      equal([paragraphs[1], paragraphs.at(-1), paragraphs.length], ["بند دوم دیگر است.", "بندی تازه.", 5]);
      equal(root.querySelector(".satr-body > h2"), null);
      const comments = [...root.querySelectorAll(".satr-comment > p:not(.satr-by)")].map(({ textContent }) => textContent);
      equal(comments.map((text) => text.replace(/^T /, "")), ["دست‌مریزاد به راننده", "نظری تازه"]);
    }));
}

/** As Chrome's translation does: every text is in two elements `font`, and says something else. */
function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!/\S/.test(text.data)) continue;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    text.replaceWith(outer);
    outer.append(inner);
    inner.append(`T ${text.data}`);
  }
}

await test("the whole of an article is copied as it reads: no line twice, no button's word, every half-space", () =>
  placed({ mode: "light" }, async (element, root) => {
    getSelection().selectAllChildren(element);
    // Comments out of sight are drawn when they are selected.
    await until(() => getSelection().toString().includes(article().comments[0].text), "the comments were in it");
    const copied = getSelection().toString();
    getSelection().removeAllRanges();
    const lines = copied.split("\n").map((line) => line.trim()).filter((line) => line !== "");
    equal(lines.filter((line, at) => lines.indexOf(line) !== at), []);
    for (const text of [...PARAGRAPHS, article().headline, "داستان‌ها", "let shelves = 11;", "قفسهٔ نخست", "کتاب را که می‌بندی، تازه شروع می‌شود."]) {
      if (!lines.includes(text)) throw new Error(`«${text}» is none of\n${lines.join("\n")}`);
    }
    const words = new Set([...root.querySelectorAll("button")].map(({ textContent }) => textContent));
    equal(lines.filter((line) => [...words].some((word) => line.split(" ").includes(word))), []);
  }));

await test("what readers' modes look for is there, and they take all of the text", () =>
  placed({ mode: "light" }, (element, root) => {
    equal(["article", "article h1", `article time[datetime^="2026-11-18T09:40"]`].map((selector) => root.querySelectorAll(selector).length), [1, 1, 1]);
    const page = document.implementation.createHTMLDocument("سپیدار");
    page.body.append(page.importNode(element, true));
    const read = new Readability(page).parse();
    const taken = new DOMParser().parseFromString(read.content, "text/html").body.textContent;
    for (const text of [...PARAGRAPHS, article().lead, "قفسه‌ها", "داستان‌ها", "کتاب را که می‌بندی", "let shelves = 11;", "قفسهٔ نخست"]) {
      if (!taken.includes(text)) throw new Error(`«${text}» is not in\n${taken}`);
    }
    for (const word of ["چاپ", "کپی"]) if (taken.split(/\s/).includes(word)) throw new Error(`«${word}» is in\n${taken}`);
    return `${read.title}; ${read.byline}; ${read.publishedTime}`;
  }));

/** What a server sends anew: the page with the element as its author wrote it. */
const sent = (attributes, content) => `<main><h2>خبرها</h2><satr-article ${attributes}>${content}</satr-article><p>پایان</p></main>`;
const LINK = '<a href="/news/library">متن خبر</a>';

await test("a page that is morphed leaves an article in a shadow root alone", () =>
  placed({ src: "/policed.json" }, async (element, root, host) => {
    const page = root.querySelector(".satr");
    let told = 0;
    element.addEventListener("satr-ready", () => (told += 1));
    Idiomorph.morph(host, sent('src="/policed.json"', LINK));
    await new Promise((wake) => setTimeout(wake, 100));
    equal([element.isConnected, root.querySelector(".satr") === page, host.querySelectorAll("satr-article").length, told], [true, true, 1, 0]);
    equal([...host.children].map(({ localName }) => localName), ["h2", "satr-article", "p"]);
  }));

await test("morphed to another address, it draws that", () =>
  placed({ src: "/policed.json" }, async (element, root, host) => {
    const ready = drawnAgain(element);
    Idiomorph.morph(host, sent('src="/cases/smallest/input.json"', LINK));
    await ready;
    equal(root.querySelectorAll(".satr").length, 1);
    if (root.textContent.includes("کتابخانه")) throw new Error("it is the article before");
  }));

for (const [what, content] of [["as its author wrote it", async () => LINK], ["with what a server draws", serverDrawn]]) {
  await test(`morphed ${what}, an article right in the element is there, once`, () =>
    placed({ src: "/policed.json", mode: "light" }, async (element, root, host) => {
      for (let round = 0; round < 2; round += 1) {
        Idiomorph.morph(host, sent('src="/policed.json" mode="light"', await content()));
        await new Promise((wake) => setTimeout(wake, 300));
        equal([element.isConnected, host.querySelectorAll("satr-article").length], [true, 1]);
        equal([root.querySelectorAll(".satr").length, root.querySelectorAll("h1").length], [1, 1]);
        equal(root.querySelector("h1").textContent, "کتابخانه‌ای که راه می‌رود");
        equal(root.querySelector(".satr").getClientRects().length, 1);
      }
      root.querySelector('[data-act="larger"]')?.click(); // a server draws none
      const ready = drawnAgain(element);
      element.article = { headline: "خبری دیگر" };
      await ready;
      equal([...root.querySelectorAll("h1")].map(({ textContent }) => textContent), ["خبری دیگر"]);
    }));
}

async function serverDrawn() {
  const { renderToString } = await import("/satr/index.js");
  return renderToString(await (await fetch("/policed.json")).text());
}

finish();
