/** Nothing in, what attributes and the page around make of the element tested. */
import { test, warnings } from "../harness.js";
import { framed, headlineIn, mounted, next, pageIn, same, settled } from "./mount.js";

const ARTICLE = { headline: "بهای 1 دلار", published: "2019-08-14T12:00:00+04:30", body: ["كتابهای 5 نفر", "بند دوم", "بند سوم"] };
const given = (article = ARTICLE) => ({ before: (element) => (element.article = article) });

export async function checkLooks() {
  for (const { attribute, value, shows } of [
    { attribute: "numerals", value: "latin", shows: (page) => page.querySelector("h1").textContent === "بهای 1 دلار" },
    { attribute: "calendar", value: "gregorian", shows: (page) => page.querySelector("time").textContent.includes("اوت") },
    { attribute: "time-zone", value: "UTC", shows: (page) => page.querySelector("time").textContent.includes("۷:۳۰") },
    { attribute: "lang", value: "fa-AF", shows: (page) => page.lang === "fa-AF" },
    { attribute: "theme", value: "dark", shows: (page) => page.dataset.theme === "dark" },
    { attribute: "heading-level", value: "3", shows: (page) => page.querySelector("h3.satr-headline") !== null },
    { attribute: "typography", value: "off", shows: (page) => page.textContent.includes("كتابهای") },
  ]) {
    await test(`${attribute} counts from the beginning, and when it comes and goes`, async () => {
      const check = (element, isSet) => {
        if (shows(pageIn(element)) !== isSet) throw new Error(`with ${attribute} ${isSet ? "set" : "gone"}: ${pageIn(element).outerHTML.slice(0, 400)}`);
      };
      await mounted({ [attribute]: value }, async (element) => {
        await next(element);
        check(element, true);
        element.removeAttribute(attribute);
        await settled();
        check(element, false);
        element.setAttribute(attribute, value);
        await settled();
        check(element, true);
      }, given());
    });
  }

  await test("an attribute that says nothing known counts as none, and is warned of", async () => {
    const warned = await warnings(() =>
      mounted({ numerals: "roman", "heading-level": "9", theme: "blue", loading: "later", mode: "none", format: "xml" }, async (element) => {
        await next(element);
        same(headlineIn(element), "بهای ۱ دلار");
      }, given()));
    if (warned.length !== 2 || !warned.some((words) => words.includes("roman"))) throw new Error(`it warns: ${warned.join("; ")}`);
  });

  await test("a change of numerals leaves alone what has none", () =>
    mounted({}, async (element) => {
      await next(element);
      const [first, second] = pageIn(element).querySelectorAll(".satr-body > p");
      element.numerals = "latin";
      await settled();
      const [, after] = pageIn(element).querySelectorAll(".satr-body > p");
      same(after === second, true, "whether the second paragraph is the same node");
      same(first.textContent.includes("5"), true, "whether the first has changed");
    }, given()));

  await test("font=none brings no font", async () => {
    await framed('<satr-article font="none"></satr-article>', async (page) => {
      const element = page.querySelector("satr-article");
      element.article = ARTICLE;
      await next(element);
      const faces = () => [...page.fonts].filter(({ family }) => family.includes("Vazirmatn")).length;
      same(faces(), 0, "how many faces there are");
      element.font = null;
      await settled(60);
      same(faces(), 2, "how many faces there are");
    });
  });

  await test("the theme is that of the page around, and goes with it", () =>
    mounted({}, async (element) => {
      await next(element);
      const themes = [];
      const look = async (change) => {
        change();
        await settled();
        themes.push(pageIn(element).dataset.theme ?? "auto");
      };
      const { style } = document.documentElement;
      await look(() => (style.background = "#111"));
      await look(() => (style.background = "rgb(255 255 255)"));
      await look(() => (style.background = "oklch(0.2 0.02 200)"));
      await look(() => (style.background = "color(srgb 0.9 0.9 0.9)"));
      await look(() => ((style.background = ""), (style.colorScheme = "dark")));
      await look(() => (style.colorScheme = "light dark"));
      await look(() => (style.colorScheme = ""));
      await look(() => (element.theme = "dark"));
      document.documentElement.removeAttribute("style");
      same(themes.join(), "dark,light,dark,light,dark,auto,light,dark");
    }, given()));

  await test("a lazy element waits until it comes near the window", () =>
    mounted({ loading: "lazy", style: "position: absolute; inset-block-start: 9000px; block-size: 500px" }, async (element, said) => {
      await settled(150);
      same(said.length, 0, "how much was told");
      const drawn = next(element);
      scrollTo(0, 8500);
      await drawn;
      scrollTo(0, 0);
      same(headlineIn(element), "بهای ۱ دلار");
    }, given()));

  await test("what is for a place in the text is seen there, in a shadow root and in the light, and when it comes later", async () => {
    for (const mode of ["shadow", "light"]) {
      await mounted({ mode }, async (element) => {
        await next(element);
        const slotted = [...element.querySelectorAll("[slot]")].find(({ slot }) => slot === "after-paragraph-1");
        const [first, second] = pageIn(element).querySelectorAll(".satr-body > p");
        const middle = slotted.getBoundingClientRect();
        same(middle.height > 0, true, `${mode}: whether it is seen`);
        same(middle.top >= first.getBoundingClientRect().bottom && middle.bottom <= second.getBoundingClientRect().top, true, `${mode}: whether it is in its place`);
        if (mode === "light") return;
        const later = element.appendChild(slotted.cloneNode(true));
        later.slot = "after-paragraph-2";
        element.append(later);
        await settled();
        same(later.getBoundingClientRect().height > 0, true, "whether the later one is seen");
      }, { content: '<p slot="after-paragraph-1">آگهی</p>', ...given() });
    }
  });

  await test("parts can be styled from without", () =>
    mounted({ class: "parted" }, async (element) => {
      const sheet = document.head.appendChild(document.createElement("style"));
      sheet.textContent = ".parted::part(headline) { color: rgb(1, 2, 3) } .parted { --satr-measure: 20 }";
      await next(element);
      same(getComputedStyle(pageIn(element).querySelector("h1")).color, "rgb(1, 2, 3)");
      element.article = { ...ARTICLE, headline: "دیگر" };
      await next(element);
      same(getComputedStyle(pageIn(element).querySelector("h1")).color, "rgb(1, 2, 3)");
      sheet.remove();
    }, given()));

  await test("all elements share one sheet, and the document has none of it", () => {
    const { length } = document.adoptedStyleSheets;
    return mounted({}, (first) =>
      mounted({}, async (second) => {
        await next(second);
        await settled();
        const [[one], [other]] = [first, second].map(({ shadowRoot }) => shadowRoot.adoptedStyleSheets);
        same(one === other && one !== undefined, true, "whether it is one sheet");
        same(document.adoptedStyleSheets.length, length, "how many the document has");
      }, given()), given());
  });
}
