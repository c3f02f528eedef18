/** A page in, an article drawn into it, and everything around that as it was out; harness.js tells the outcome. */
import { equal, until } from "./drawn.js";
import { articleOf } from "./framed.js";
import { finish, test } from "./harness.js";
import { differences, lookOf } from "./looks.js";
import { namesOf, ownOf } from "./realm.js";
import { picture } from "./site/wishes.js";

/** All that a reader can do is done once, so that what is loaded for it has been. */
const DEEDS = ['[data-act="larger"]', '[data-act="smaller"]', '[data-act="view"]', ".satr-note-ref > a", "[data-copy]"];

const place = document.querySelector("satr-article");
/** What is around the place, and the place itself as what it is to the page. */
const around = [...document.querySelectorAll("html, body, body *")];

await document.fonts.ready;
await document.querySelector("img").decode();
const before = {
  look: lookOf(around),
  html: document.documentElement.outerHTML,
  sheets: [...document.adoptedStyleSheets],
  fonts: [...document.fonts],
  realm: ownOf(window),
  names: namesOf(window),
  picture: await picture(),
};

await test("an article is drawn, and its tools are used", async () => {
  await import("/satr/element.js");
  const ready = new Promise((wake) => place.addEventListener("satr-ready", wake, { once: true }));
  place.article = (await articleOf("every-field")).article;
  await ready;
  const root = place.shadowRoot;
  const { writeText } = navigator.clipboard;
  navigator.clipboard.writeText = async () => {};
  for (const deed of DEEDS) {
    root.querySelector(deed).click();
    const dialog = () => root.querySelector("dialog, [popover]");
    if (/view|note/.test(deed)) {
      await until(dialog, `${deed} was answered`);
      if (dialog().popover) dialog().hidePopover();
      else dialog().close();
      await until(() => !dialog(), `${deed} was over`);
    }
  }
  await until(() => root.querySelector("[data-copy]").ariaLive === "polite", "the address was copied");
  delete navigator.clipboard.writeText;
  equal(navigator.clipboard.writeText === writeText, true);
  document.activeElement.blur();
  await document.fonts.load('1em "Satr Vazirmatn"', "سطر");
});

await test("the page is made of what it was made of", () => sameText(document.documentElement.outerHTML, before.html));

async function checkAround(mode) {
  await test(`every element around it looks as before, and stands where it stood, ${mode}`, () => {
    const found = differences(before.look, lookOf(around));
    if (found.length > 0) throw new Error(found.join("\n"));
    return `${around.length} elements`;
  });

  // WebKit draws letters otherwise whenever any font is added to a page, and its driver takes no pictures.
  if (before.picture === null) return;
  await test(`every pixel around it is as before, ${mode}`, async () => {
    const changed = await pixelsBetween(before.picture, await picture(), place.getBoundingClientRect());
    if (changed.around > 0) throw new Error(`${changed.around} are not`);
    if (changed.within === 0) throw new Error("nothing was drawn");
    return `${changed.within} within are not`;
  });
}

await checkAround("in a shadow root");

await test("the window has no new name, and nothing that belongs to the browser has been changed", () => {
  const others = /^__|automation/; // the tests' own, and a driver's
  equal(namesOf(window).filter((name) => !before.names.includes(name) && !others.test(name)), []);
  const after = ownOf(window);
  const changed = [...before.realm].flatMap(([owner, properties]) => {
    const now = after.get(owner);
    return [...new Set([...properties.keys(), ...now.keys()])].filter((key) => !Object.is(properties.get(key), now.get(key))).map((key) => `${owner}.${String(key)}`);
  });
  equal(changed, []);
  return `${before.realm.size} objects`;
});

await test("only the document's fonts have grown", () => {
  equal(document.adoptedStyleSheets.length, before.sheets.length);
  const more = [...document.fonts].filter((face) => !before.fonts.includes(face));
  const families = new Set(more.map(({ family }) => family.replaceAll('"', "")));
  families.delete("Satr Fallback"); // where a browser hears of faces in shadow roots
  equal([...families], ["Satr Vazirmatn"]);
});

await test("it is drawn right into the element", async () => {
  const ready = new Promise((wake) => place.addEventListener("satr-ready", wake, { once: true }));
  place.setAttribute("mode", "light");
  await ready;
  equal([place.querySelectorAll(".satr").length, document.adoptedStyleSheets.length - before.sheets.length], [1, 1]);
});
await checkAround("in the element");
finish();

function sameText(came, expected) {
  if (came === expected) return;
  let at = 0;
  while (came[at] === expected[at]) at += 1;
  throw new Error(`expected ${expected.slice(at, at + 200)}\ncame     ${came.slice(at, at + 200)}`);
}

/** How many pixels differ between two pictures of the window, within a box and around it. */
async function pixelsBetween(one, other, box) {
  const [before, after] = await Promise.all([one, other].map(pixelsOf));
  equal([after.width, after.height], [before.width, before.height]);
  const scale = before.width / innerWidth;
  const [left, right, top, bottom] = [Math.floor(box.left * scale), Math.ceil(box.right * scale), Math.floor(box.top * scale), Math.ceil(box.bottom * scale)];
  const [was, is] = [before, after].map(({ data }) => new Uint32Array(data.buffer));
  const counts = { within: 0, around: 0 };
  for (let at = 0; at < was.length; at += 1) {
    if (was[at] === is[at]) continue;
    const [x, y] = [at % before.width, Math.floor(at / before.width)];
    counts[x >= left && x < right && y >= top && y < bottom ? "within" : "around"] += 1;
  }
  return counts;
}

async function pixelsOf(base64) {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.naturalWidth, height: image.naturalHeight });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
