/** Pages that stand in the way in, articles drawn and dressed all the same. */
import { ARTICLE } from "./expect.js";
import { fresh, only, test, warnings } from "./harness.js";

/** What `document.…` and `form.…` lead to once an element of that name is there. */
const ON_DOCUMENT = ["defaultView", "fonts", "adoptedStyleSheets", "createElement", "createTextNode", "createDocumentFragment"];
const ON_FORM = ["nodeType", "ownerDocument", "getRootNode", "replaceChildren", "appendChild"];

/** The faces of the font: one for every page, and one for letters and signs that few pages have. */
const FACES = 2;

export async function checkHosts() {
  for (const name of ON_DOCUMENT) {
    for (const tag of ["img", "form"]) {
      await test(`a page with <${tag} name=${name}>`, async () => {
        const target = document.createElement("div");
        const clobber = document.createElement(tag);
        clobber.setAttribute("name", name);
        document.body.append(target, clobber);
        try {
          if (document[name] !== clobber) throw new Error(`document.${name} is ${document[name]}`);
          await drawsDressed(target, document);
        } finally {
          target.remove();
          clobber.remove();
        }
      });
    }
  }

  await test("a form that holds fields named as its own properties", async () => {
    const target = document.createElement("form");
    for (const name of ON_FORM) {
      const input = document.createElement("input");
      input.name = name;
      target.append(input);
      if (target[name] !== input) throw new Error(`form.${name} is ${target[name]}`);
    }
    document.body.append(target);
    try {
      await drawsDressed(target, document);
    } finally {
      target.remove();
    }
  });

  await test("a shadow root gets the styles, and the document the font", async () => {
    const host = document.createElement("div");
    const target = host.attachShadow({ mode: "closed" });
    document.body.append(host);
    const [sheets, fonts] = [document.adoptedStyleSheets.length, ourFonts(document)];
    await drawsDressed(target, target);
    host.remove();
    if (document.adoptedStyleSheets.length !== sheets) throw new Error("the document got the styles too");
    if (ourFonts(document) !== fonts + FACES) throw new Error(`${ourFonts(document) - fonts} faces came`);
  });

  await test("a frame gets styles and font of its own", async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const { contentDocument } = frame;
    const target = contentDocument.body.appendChild(contentDocument.createElement("div"));
    await drawsDressed(target, contentDocument);
    const fonts = ourFonts(contentDocument);
    frame.remove();
    if (fonts !== FACES) throw new Error(`${fonts} faces came`);
  });

  await test("a letter with an accent asks for a face more, nothing else does", async () => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    try {
      const { contentDocument } = frame;
      const target = contentDocument.body.appendChild(contentDocument.createElement("div"));
      await drawsDressed(target, contentDocument);
      for (const [text, faces] of [
        ["سَطرِ «۱۲٫۵٪»، می‌شود… Satr 2° × 3 m², €5 ↑", 1],
        ["é", 2],
      ]) {
        target.append(text);
        await contentDocument.fonts.load('1em "Satr Vazirmatn"', text);
        await contentDocument.fonts.ready;
        const came = [...contentDocument.fonts].filter((face) => isOurs(face) && face.status === "loaded").length;
        if (came !== faces) throw new Error(`${came} came for ${target.textContent}`);
      }
    } finally {
      frame.remove();
    }
  });

  const unseen = document.implementation.createHTMLDocument();
  const { content } = document.createElement("template");
  for (const [where, parent] of Object.entries({ "a template": content, "a document without a window": unseen.body })) {
    await test(`in ${where}, the styles go to the page`, async () => {
      const target = parent.appendChild(parent.ownerDocument.createElement("div"));
      await drawsDressed(target, document);
    });
  }

  await test("with the font and the styles of the page, nothing is added", async () => {
    const { render } = await fresh();
    const host = document.createElement("div");
    const target = host.attachShadow({ mode: "open" });
    const fonts = ourFonts(document);
    await render(ARTICLE, target, { styles: "none", font: "none" });
    if (target.adoptedStyleSheets.length !== 0 || ourFonts(document) !== fonts) throw new Error("something was");
  });
}

/** Holds when a package not yet loaded draws into the target, gives `holder` one sheet in two drawings, and warns of nothing. */
async function drawsDressed(target, holder) {
  const { render } = await fresh();
  const sheets = () => Object.getOwnPropertyDescriptor(interfaceOf(holder).prototype, "adoptedStyleSheets").get.call(holder);
  const before = sheets().length;
  const warned = await warnings(async () => {
    await render(ARTICLE, target);
    await render(ARTICLE, target);
  });
  const children = Object.getOwnPropertyDescriptor(Node.prototype, "childNodes").get.call(target);
  only({ childNodes: children, firstElementChild: children[0] }, "the target");
  if (!children[0].textContent.includes("سطر")) throw new Error(`drawn was ${children[0].outerHTML}`);
  if (sheets().length !== before + 1) throw new Error(`${sheets().length - before} sheets came`);
  if (warned.length > 0) throw new Error(`it warns: ${warned.join("; ")}`);
}

/** How many faces a document has of the font that the package brings; stylesheets may declare others. */
function ourFonts(document) {
  return [...document.fonts].filter(isOurs).length;
}

function isOurs({ family }) {
  return family.includes("Satr Vazirmatn");
}

function interfaceOf(holder) {
  return Object.prototype.toString.call(holder) === "[object ShadowRoot]" ? ShadowRoot : Document;
}
