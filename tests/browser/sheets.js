/** Pages with sheets of their own in, an article that looks on each as on a bare page out; harness.js tells the outcome. */
import { equal } from "./drawn.js";
import { drawnElement, framed } from "./framed.js";
import { finish, test } from "./harness.js";
import { differences, lookOf } from "./looks.js";

/** Between them they have all that there is: every field, every mark, long comments. */
const CASES = ["every-field", "inline-marks", "inline-language", "comments"];

const PAGE = "/host.html";
const SHEETS = {
  "what is inherited, all of it and above all else": ["/sheets/inherited.css"],
  "Bootstrap": ["/node_modules/bootstrap/dist/css/bootstrap.css"],
  "Bootstrap, from right to left": ["/node_modules/bootstrap/dist/css/bootstrap.rtl.css"],
  "Tailwind's preflight": ["/node_modules/tailwindcss/preflight.css"],
  "a theme of WordPress": ["/sheets/wordpress.css"],
};

/** How all elements of the articles look on a page with these sheets. */
function looks(sheets) {
  return framed(PAGE, async (frame) => {
    const { contentDocument } = frame;
    await Promise.all(sheets.map((sheet) => link(contentDocument, sheet)));
    const all = [];
    for (const name of CASES) {
      const element = await drawnElement(frame, contentDocument.querySelector(".entry-content"), name);
      all.push(...lookOf([...element.shadowRoot.querySelectorAll(".satr, .satr *")], name));
      element.remove();
    }
    return all;
  });
}

function link(document, href) {
  const element = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((wake, fail) => {
    element.onload = wake;
    element.onerror = () => fail(new Error(`${href} has not come`));
    document.head.append(element);
  });
}

let bare;
await test("a bare page is looked at", async () => {
  bare = await looks([]);
  return `${bare.length} elements`;
});
for (const [name, sheets] of Object.entries(SHEETS)) {
  await test(`on a page with ${name}, an article looks as on a bare one`, async () => {
    const found = differences(bare, await looks(sheets));
    if (found.length > 0) throw new Error(found.join("\n"));
  });
}

await test("what a page sets for all that is in an element, an article follows", () =>
  framed(PAGE, async (frame) => {
    const element = await drawnElement(frame, frame.contentDocument.body, "comments");
    const comment = element.shadowRoot.querySelector(".satr-comment");
    const styles = { visibility: "hidden", pointerEvents: "none", caretColor: "rgb(255, 0, 0)" };
    Object.assign(element.style, styles);
    const { visibility, pointerEvents, caretColor } = frame.contentWindow.getComputedStyle(comment);
    equal({ visibility, pointerEvents, caretColor }, styles);
    element.hidden = true;
    element.style.removeProperty("display");
    equal(element.getClientRects().length, 0);
  }),
);
finish();
