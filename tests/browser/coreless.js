/** Pages where the core does not come or run in, what stood in the element still to be seen out; harness.js tells the outcome. */
import { equal } from "./drawn.js";
import { articleOf, framed, load } from "./framed.js";
import { finish, test } from "./harness.js";

const CASE = "whole";
const WASM = "satr_bg.wasm";

const OF_ANOTHER = /^Satr: no-wasm: the wasm has not come, or is another version's than the script/;

/** How a page's server is mistaken, or what is done to the page before; and what the console then says. */
const PAGES = {
  "without WebAssembly": {
    spoil: (window) => delete window.WebAssembly,
    says: /^Satr: no-wasm: this browser has no WebAssembly/,
  },
  "whose wasm is missing": { mistake: "missing", says: OF_ANOTHER },
  "whose wasm is a page": { mistake: "page", says: OF_ANOTHER },
  "whose wasm has come in half": { mistake: "truncated", says: OF_ANOTHER },
  "whose wasm is another version's": { mistake: "replaced", says: OF_ANOTHER },
};

/** What stands in the element before: it is seen then, and afterwards. */
const CONTENTS = {
  "a link": {
    put: (element) => (element.innerHTML = '<a href="/news">متن خبر</a>'),
    find: (element) => element.querySelector("a"),
  },
  "a page in its shadow root": {
    put: (element, html) => (element.attachShadow({ mode: "open" }).innerHTML = html),
    find: (element) => element.shadowRoot.querySelector(".satr-headline"),
  },
  "a page right in it": {
    mode: "light",
    put: (element, html) => (element.innerHTML = html),
    find: (element) => element.querySelector(".satr-headline"),
  },
};

const html = await (await fetch(`/cases/${CASE}/expected.html`)).text();
const { article } = await articleOf(CASE);

/** Opens a page with this in its element and this package, and uses the element when it has told its outcome. */
function placed({ mistake, spoil }, { mode, put }, use) {
  const home = mistake ? `/wrong/${mistake}/${WASM}/${crypto.randomUUID()}/` : "/satr/";
  return framed("/host.html", async (frame) => {
    const { contentWindow, contentDocument } = frame;
    spoil?.(contentWindow);
    const said = [];
    contentWindow.console.error = (...words) => said.push(words.join(" "));
    const element = contentDocument.createElement("satr-article");
    put(element, html);
    if (mode) element.setAttribute("mode", mode);
    element.article = article;
    const told = new Promise((wake) => {
      for (const type of ["satr-ready", "satr-error"]) element.addEventListener(type, wake, { once: true });
    });
    contentDocument.body.append(element);
    await load(contentDocument, `${home}element.js`);
    await use(element, await told, said);
  });
}

for (const [where, page] of Object.entries(PAGES)) {
  for (const [what, content] of Object.entries(CONTENTS)) {
    await test(`on a page ${where}, ${what} stays, and is seen`, () =>
      placed(page, content, (element, { type, detail }, said) => {
        equal([type, detail.code], ["satr-error", "no-wasm"]);
        if (content.find(element)?.checkVisibility() !== true) throw new Error(`there is ${(element.shadowRoot ?? element).innerHTML}`);
        if (said.length !== 1 || !page.says.test(said[0])) throw new Error(`it says ${said.join("\n")}`);
      }),
    );
  }
}

await test("once the wasm comes, it is drawn", () =>
  placed({ mistake: "truncated" }, CONTENTS["a link"], async (element) => {
    const ready = new Promise((wake) => element.addEventListener("satr-ready", wake, { once: true }));
    element.reload();
    await ready;
    equal(element.shadowRoot.querySelectorAll(".satr").length, 1);
  }));

await test("a wasm under a type that says nothing is taken", () =>
  placed({ mistake: "typeless" }, CONTENTS["a link"], (element, { type }, said) => equal([type, said], ["satr-ready", []])));

await test("a page that a server has drawn needs no core, as long as nothing else is asked for", () =>
  framed("/host.html", async (frame) => {
    delete frame.contentWindow.WebAssembly;
    const element = frame.contentDocument.createElement("satr-article");
    element.setAttribute("src", "/nowhere.json");
    element.attachShadow({ mode: "open" }).innerHTML = html;
    const ready = new Promise((wake) => element.addEventListener("satr-ready", wake, { once: true }));
    frame.contentDocument.body.append(element);
    await load(frame.contentDocument, "/satr/element.js");
    await ready;
    equal(element.shadowRoot.querySelectorAll(".satr").length, 1);
  }));

finish();
