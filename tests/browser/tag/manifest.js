/** What `custom-elements.json` promises of the element in, whether the element keeps it out. */
import { test } from "../harness.js";

export async function checkManifest() {
  const read = async (name) => (await fetch(`/satr/${name}`)).text();
  const [manifest, sheet, ...scripts] = await Promise.all(
    ["custom-elements.json", "satr.css", "element.js", "index.js", "comments.js"].map(read),
  );
  const [{ declarations, exports }] = JSON.parse(manifest).modules;
  const names = (items) => items.map(({ name }) => name);

  await test("the manifest tells of the elements by their tags", () => {
    same(names(exports), ["SatrArticle", "SatrComments", "satr-article", "satr-comments"]);
    for (const { tagName } of declarations)
      if (customElements.get(tagName).name === "") throw new Error(`<${tagName}> is not defined`);
  });

  for (const element of declarations) await checkElement(element, { names, sheet, scripts });
}

/** What is told of one element. */
async function checkElement(element, { names, sheet, scripts }) {
  const { tagName } = element;
  await test(`the manifest tells which attributes of <${tagName}> are observed`, () => {
    same(names(element.attributes), customElements.get(element.tagName).observedAttributes);
  });

  await test(`the manifest tells of what a page can set and call of <${tagName}>`, () => {
    const made = document.createElement(element.tagName);
    const { prototype } = customElements.get(element.tagName);
    const all = [prototype, Object.getPrototypeOf(prototype)].flatMap((each) => Object.getOwnPropertyNames(each));
    const own = all.filter((name) => !/^constructor$|Callback$/.test(name));
    // The attributes' own properties are told with these.
    const reflected = names(element.attributes).map((name) => name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase()));
    const told = names(element.members.filter((member) => !member.static));
    same(told, own.filter((name) => !reflected.includes(name)));
    for (const { kind, name } of element.members.filter((member) => !member.static))
      if (kind === "method" && typeof made[name] !== "function") throw new Error(`${name} cannot be called`);
  });

  await test(`the manifest tells of events, parts and properties of <${tagName}> that there are`, () => {
    const has = (text, name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text);
    const missing = [
      ...names([...element.events, ...element.cssParts]).filter((name) => !scripts.some((script) => has(script, name))),
      ...names(element.cssProperties).filter((name) => !has(sheet, name)),
    ];
    if (element.events.length === 0 || missing.length > 0) throw new Error(`there is no ${missing}`);
  });
}

function same(came, expected) {
  const [told, is] = [came, expected].map((names) => [...new Set(names)].sort().join(" "));
  if (told === "" || told !== is) throw new Error(`it tells of  ${told}\nthe element has ${is}`);
}
