/** A page of the demo in a frame in, what one does there done by keys alone, as far as there is something for it. */
import { test } from "../harness.js";
import { until } from "./frame.js";
import { isSeen, name, style } from "./seen.js";
import { press, type } from "./wishes.js";

/** Each by what it shows, `find` what it begins at, `walk` from there; the keyboard has been shown to reach that. */
const WALKS = [
  {
    what: "the first stop leads past the bar",
    find: (page) => page.querySelector("a.skip"),
    async walk(page, skip) {
      const target = page.querySelector(skip.hash);
      skip.focus();
      await press("Enter");
      await until(() => page.activeElement === target);
    },
  },
  {
    what: "arrows choose in every group",
    find: (page) => page.querySelector("input[type=radio]"),
    async walk(page) {
      const groups = Object.groupBy(page.querySelectorAll("input[type=radio]"), (radio) => radio.name);
      for (const group of Object.values(groups)) await arrows(page, group.filter(isReachable));
    },
  },
  {
    what: "the theme is chosen",
    find: (page) => page.querySelector('[name="theme"]:checked'),
    async walk(page) {
      const grounds = {};
      for (const theme of ["light", "dark"]) {
        page.querySelector('[name="theme"]:checked').focus();
        for (let key = 0; key < 3 && page.activeElement.value !== theme; key += 1) await press("ArrowDown");
        if (page.activeElement.value !== theme) throw new Error(`arrows do not come to ${theme}`);
        grounds[theme] = style(page.documentElement).backgroundColor;
      }
      if (grounds.light === grounds.dark) throw new Error(`the ground is ${grounds.light} in both`);
    },
  },
  {
    what: "what is written is drawn",
    find: (page) => page.querySelector("#article") && page.querySelector("textarea:not(.satr *)"),
    async walk(page, editor) {
      const before = editor.value;
      editor.focus();
      editor.select();
      await type('{"headline":"Satr 1234"}');
      await until(() => page.querySelector("#article h1, #article h2")?.textContent.includes("Satr"));
      editor.value = before;
      editor.dispatchEvent(new page.defaultView.Event("input", { bubbles: true }));
    },
  },
  {
    what: "a button of the page copies, and tells of it",
    find: (page) =>
      [...page.querySelectorAll("button:enabled:not([data-copy])")].find(({ textContent }) => /^کپی/.test(textContent)),
    async walk(page, button) {
      const before = button.textContent;
      button.focus();
      await press("Enter");
      await until(() => button.textContent !== before);
      if (button.textContent !== "کپی شد") throw new Error(`it says ${button.textContent}`);
      const told = [...page.querySelectorAll("[role=status]")].map(({ textContent }) => textContent.trim());
      if (!told.includes(button.textContent)) throw new Error("nobody who listens is told");
    },
  },
  {
    what: "a host's switch turns the article in it",
    find: (page) => page.querySelector("#night"),
    async walk(page, night) {
      const themeOf = () => page.querySelector("satr-article").shadowRoot.querySelector(".satr").dataset.theme;
      const before = themeOf();
      night.focus();
      await press("Enter");
      await until(() => themeOf() !== before);
      await press("Enter");
      await until(() => themeOf() === before);
    },
  },
  {
    what: "what is chosen of an element is in its markup, and is told when it is drawn",
    find: (page) => page.querySelector('[name="numerals"][value=""]'),
    async walk(page, choice) {
      const told = () => page.querySelectorAll("#log li").length;
      const before = told();
      choice.focus();
      await press("ArrowDown");
      await until(() => page.querySelector("#html").textContent.includes('numerals="latin"') && told() > before);
      await press("ArrowUp");
      await until(() => !page.querySelector("#html").textContent.includes("numerals"));
    },
  },
  {
    what: "the article's address is copied, and that is told",
    find: (page) => page.querySelector("[data-copy]"),
    async walk(_, control) {
      control.focus();
      await press("Enter");
      await until(() => control.textContent === control.dataset.copy);
      if (control.ariaLive !== "polite") throw new Error("nobody who listens is told");
    },
  },
  {
    what: "the text grows and shrinks",
    find: (page) => page.querySelector('[data-act="larger"]'),
    async walk(page, larger) {
      const size = () => Number.parseFloat(style(page.querySelector(".satr-body > *")).fontSize);
      const before = size();
      larger.focus();
      await press("Enter");
      await until(() => size() > before);
      page.querySelector('[data-act="smaller"]').focus();
      await press("Enter");
      await until(() => size() === before);
    },
  },
  {
    what: "a gallery is looked through, and left",
    find: (page) => page.querySelector('.satr-gallery [data-act="view"]'),
    async walk(page, link) {
      link.focus();
      await press("Enter");
      await until(() => page.querySelector("dialog[open]") !== null);
      const place = page.querySelector("dialog [aria-live]");
      const first = place.textContent;
      await press("ArrowLeft");
      await until(() => place.textContent !== first);
      await press("ArrowRight");
      await until(() => place.textContent === first);
      await press("Escape");
      await until(() => page.querySelector("dialog") === null && page.activeElement === link);
    },
  },
  {
    what: "a note is read where it is referred to, and left",
    find: (page) => page.querySelector(".satr-note-ref > a"),
    async walk(page, reference) {
      reference.focus();
      await press("Enter");
      await until(() => page.querySelector(".satr-preview")?.contains(page.activeElement));
      await press("Escape");
      await until(() => page.querySelector(".satr-preview") === null && page.activeElement === reference);
    },
  },
];

export async function walkThrough(frame) {
  for (const { what, find, walk } of WALKS) {
    const start = find(frame.document);
    if (!start) continue;
    await test(`by keys, ${what}`, () => walk(frame.document, start));
    await frame.settle();
  }
}

/** From one that is chosen to the next and back: the choice goes with the focus. */
async function arrows(page, group) {
  const chosen = group.findIndex(({ checked }) => checked);
  if (chosen < 0 || group.length < 2) return;
  const next = group[(chosen + 1) % group.length];
  for (const [key, due] of [["ArrowDown", next], ["ArrowUp", group[chosen]]]) {
    if (key === "ArrowDown") group[chosen].focus();
    await press(key);
    if (page.activeElement === due && due.checked) continue;
    throw new Error(`${key} in ${due.name} comes to ${name(page.activeElement)}`);
  }
}

function isReachable(radio) {
  return isSeen(radio.closest("label") ?? radio);
}
