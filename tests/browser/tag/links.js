/** Nothing in, what comes of links, places, sharing and a host's own blocks in the element tested. */
import { test } from "../harness.js";
import { framed, mounted, next, pageIn, same, settled } from "./mount.js";

const LONG = Array.from({ length: 40 }, (_, index) => `بند ${index}`);
const ARTICLE = {
  id: "7",
  url: "https://example.com/7",
  headline: "پیوندها",
  section: [{ text: "جهان", url: "/world" }],
  tags: [{ text: "باران", url: "/tag/rain" }],
  body: [{ type: "paragraph", text: { text: "در متن", href: "/in-text" } }, ...LONG, { type: "heading", level: 2, text: "هدف طرح" }, ...LONG],
};

export async function checkLinks() {
  await test("of every link the page is asked, by its kind, and may refuse", () =>
    mounted({}, async (element) => {
      await next(element);
      const asked = [];
      document.body.addEventListener("satr-navigate", (event) => {
        asked.push(`${event.detail.kind} ${new URL(event.detail.url).pathname}`);
        event.preventDefault();
      });
      const page = pageIn(element);
      for (const link of page.querySelectorAll(".satr-path a, .satr-body a, .satr-tags a")) {
        const event = new MouseEvent("click", { bubbles: true, composed: true, cancelable: true });
        link.dispatchEvent(event);
        same(event.defaultPrevented, true, "whether the click was stopped");
      }
      same(asked.join(), "section /world,link /in-text,tag /tag/rain");
    }, { before: (element) => (element.article = ARTICLE) }));

  await test("a click that wants another tab, or that the page has seen to, is left to it", () =>
    mounted({}, async (element) => {
      await next(element);
      let asked = 0;
      element.addEventListener("satr-navigate", () => (asked += 1));
      const link = pageIn(element).querySelector(".satr-tags a");
      link.addEventListener("click", (event) => event.preventDefault());
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, ctrlKey: true }));
      same(asked, 0, "how often it was asked");
    }, { before: (element) => (element.article = ARTICLE) }));

  await test("sharing is told of by name, with address and text, and may be refused", () =>
    mounted({}, async (element) => {
      await next(element);
      const told = [];
      element.addEventListener("satr-share", (event) => {
        told.push(event.detail);
        event.preventDefault();
      });
      for (const link of pageIn(element).querySelectorAll(".satr-share :is(a, button)")) {
        const event = new MouseEvent("click", { bubbles: true, composed: true, cancelable: true });
        link.dispatchEvent(event);
        same(event.defaultPrevented, true, "whether the click was stopped");
      }
      const targets = told.map(({ target }) => target).filter((target) => target !== "device");
      same(targets.join(), "telegram,whatsapp,x,bale,eitaa,email,copy");
      same(told[0].url, ARTICLE.url);
      same(told[0].text, ARTICLE.headline);
    }, { before: (element) => (element.article = ARTICLE) }));

  await test("a block of the page's own is there to be drawn, once", () =>
    mounted({}, async (element) => {
      await next(element);
      const block = pageIn(element).querySelector(".satr-custom");
      same(block.textContent, "نمودار بورس");
      const { article } = element;
      article.headline = "دیگر";
      element.article = article;
      await next(element);
      same(pageIn(element).querySelector(".satr-custom") === block, true, "whether it is left alone");
      same(element.told, 1, "how often it was told");
    }, {
      before: (element) => {
        element.told = 0;
        element.addEventListener("satr-block", ({ detail: { kind, data, element: block } }) => {
          element.told += 1;
          block.textContent = `${kind} ${data.of}`;
        });
        element.article = { headline: "سطر", body: [{ type: "custom", name: "نمودار", data: { of: "بورس" }, text: "جانشین" }] };
      },
    }));

  await test("a link to a place in the article goes there, out of a shadow root too, and back", () =>
    framed("<satr-article></satr-article>", async (page, view) => {
      const element = page.querySelector("satr-article");
      element.options = { contents: "on" };
      element.article = ARTICLE;
      await next(element);
      const [link] = pageIn(element).querySelectorAll(".satr-contents a");
      const kinds = [];
      element.addEventListener("satr-navigate", ({ detail }) => kinds.push(detail.kind));
      link.click();
      await settled(100);
      const heading = pageIn(element).querySelector(".satr-body h2");
      same(kinds.join(), "place");
      same(decodeURIComponent(view.location.hash), `#${heading.id}`);
      same(Math.abs(heading.getBoundingClientRect().top) < 100, true, `whether the heading is at the top (${heading.getBoundingClientRect().top})`);
      same(element.shadowRoot.activeElement, heading, "what has the focus");
      view.scrollTo(0, 0);
      link.click(); // the same place once more
      await settled(100);
      same(view.scrollY > 500, true, `whether the page was scrolled (${view.scrollY})`);
      view.scrollTo(0, 0);
      view.location.hash = "#nowhere";
      await settled(100);
      view.history.back();
      await settled(200);
      same(view.scrollY > 500, true, `whether going back scrolls (${view.scrollY})`);
    }));

  await test("a page with another base address does not lead a place astray", () =>
    framed('<base href="/elsewhere/"><satr-article mode="light"></satr-article>', async (page, view) => {
      const element = page.querySelector("satr-article");
      element.options = { contents: "on" };
      element.article = ARTICLE;
      await next(element);
      element.querySelector(".satr-contents a").click();
      await settled(100);
      same(view.location.pathname, "/frame.html");
      same(view.scrollY > 500, true, `whether the page was scrolled (${view.scrollY})`);
    }));

  await test("the first address of a page leads to its place in the article", () =>
    framed("", async (page, view, load) => {
      view.location.hash = `#satr-7-part-${encodeURIComponent("هدف-طرح")}`;
      const element = page.body.appendChild(page.createElement("satr-article"));
      element.article = ARTICLE;
      await load();
      if (!element.shadowRoot?.querySelector(".satr-article")) await next(element);
      await settled(100);
      same(view.scrollY > 500, true, `whether the page was scrolled (${view.scrollY})`);
    }, false));

  await test("a footnote is seen where it is referred to, and gone to, in a shadow root too", () =>
    mounted({}, async (element) => {
      await next(element);
      const page = pageIn(element);
      page.querySelector(".satr-note-ref > a").click();
      for (let wait = 0; wait < 100 && !page.querySelector(".satr-preview"); wait += 1) await settled();
      const preview = page.querySelector(".satr-preview");
      if (!preview?.textContent.includes("پانویس نخست")) throw new Error(`it shows «${preview?.textContent}»`);
      preview.hidePopover();
    }, {
      before: (element) =>
        (element.article = { id: "8", headline: "پانویس", body: [{ type: "paragraph", text: { text: "متن", footnote: "a" } }], footnotes: [{ id: "a", text: "پانویس نخست" }] }),
    }));
}
