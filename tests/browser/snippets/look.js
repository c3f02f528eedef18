/** A snippet's page in, whether the snippet does what it is there for out; the first script of the page. */
import { finish, test } from "/harness.js";

/** Milliseconds for an article, or for what is asserted behind a click. */
const LIMIT = 10_000;
const PAUSE = 20;
/** Milliseconds without a further answer after which a page has all that it asks for. */
const REST = 100;

const told = JSON.parse(document.querySelector("[data-told]").dataset.told);

/** The events of the elements, and of the policy. */
const events = { "satr-ready": [], "satr-error": [], securitypolicyviolation: [] };
for (const name of Object.keys(events)) addEventListener(name, (event) => events[name].push(event), true);
let hasEnded = false;
globalThis.__ended = () => (hasEnded = true);

/** What has been asserted, by its line in the snippet; wrong, as it came. */
const asserted = new Map();
globalThis.__told = (line, came, wanted) => {
  const [is, was] = [came, wanted].map((value) => JSON.stringify(value));
  asserted.set(line, is === was ? undefined : `line ${line} shows ${was}, and ${is} came`);
};

/** Waits until something holds; says what did not. */
async function until(holds, what) {
  for (const end = Date.now() + LIMIT; !holds(); await new Promise((wake) => setTimeout(wake, PAUSE)))
    if (Date.now() > end) throw new Error(`${what()} in ${LIMIT / 1000} s`);
}

const elements = () => [...document.querySelectorAll("satr-article, satr-comments")];
const drawn = () => [...elements().map((element) => element.shadowRoot ?? element), document].flatMap((root) => [...root.querySelectorAll(".satr")]);

/** Each element fires what it is to fire, or, without elements, there is something drawn or asserted. */
async function checkElements() {
  const type = told.error ? "satr-error" : "satr-ready";
  const firing = new Set(elements());
  const fired = () => events[type].map(({ target }) => target);
  const isIdle = (element) => !element.src && !element.article && !element.shadowRoot?.querySelector(".satr");
  // A script without a type has drawn before this one listens.
  const isEarly = (element) => document.querySelector("script[src]:not([type])") && element.shadowRoot?.querySelector(".satr-article");
  const left = () => [...firing].filter((element) => !fired().includes(element) && !isIdle(element) && !isEarly(element));
  await until(() => left().length === 0, () => `${left().length} of ${firing.size} elements have not fired ${type}`);
  if (told.error) {
    const [{ detail }] = events[type];
    if (detail.code !== told.error) throw new Error(`it failed with ${detail.code}`);
  } else if (events["satr-error"].length > 0) throw new Error(`it failed with ${events["satr-error"][0].detail.code}`);
}

const checks = {
  async js() {
    await until(() => hasEnded, () => "the script has not come to its end");
    if (told.count === 0) await until(() => drawn().length > 0, () => "nothing is drawn or asserted");
  },
  async html() {
    await checkElements();
    if (told.node !== undefined) checkAdopted();
    if (elements().length === 0) await until(() => drawn().length > 0, () => "nothing is drawn");
  },
  async css() {
    await checkElements();
    const [known, sheet] = await Promise.all(["/satr/satr.css", document.querySelector("[rel=stylesheet]").href].map(textOf));
    const properties = new Set(known.match(/--satr-[\w-]+/g));
    const [root] = drawn();
    const set = [...sheet.matchAll(/(--satr-[\w-]+):/g)].map(([, name]) => name);
    const seen = set.filter((name) => sheet.indexOf(`${name}:`) < sheet.indexOf("@media print") || !sheet.includes("@media print"));
    const parts = [...sheet.matchAll(/::part\(([\w-]+)\)/g)].map(([, name]) => name);
    const unknown = set.filter((name) => !properties.has(name));
    if (unknown.length > 0) throw new Error(`the sheet knows no ${unknown}`);
    const unset = seen.filter((name) => getComputedStyle(root).getPropertyValue(name).trim() === "");
    if (unset.length > 0) throw new Error(`${unset} does not reach the article`);
    const gone = parts.filter((name) => !root.getRootNode().querySelector(`[part="${name}"]`));
    if (gone.length > 0) throw new Error(`the article has no part ${gone}`);
    if (set.length + parts.length === 0 && !/@page|@media print|satr-article/.test(sheet)) throw new Error("it sets nothing of ours");
  },
  async http() {
    await checkElements();
    if (!told.error) await document.fonts.load('1em "Satr Vazirmatn"', "سطر");
    const stopped = events.securitypolicyviolation.map(({ effectiveDirective, blockedURI }) => `${effectiveDirective} stopped ${blockedURI}`);
    if (!told.error && stopped.length > 0) throw new Error([...new Set(stopped)].join("\n"));
    if (Object.keys(told.headers).length === 0) throw new Error("it sets no header");
    if ("Cross-Origin-Embedder-Policy" in told.headers && !crossOriginIsolated) throw new Error("the page is not isolated");
  },
  app: checkElements,
};
checks.nginx = checks.http;
checks.vue = checks.jsx = async () => {
  await until(() => drawn().length > 0, () => "nothing is drawn");
  await checkElements();
};

async function textOf(address) {
  if (!address.startsWith("data:")) return (await fetch(address)).text();
  return decodeURIComponent(address.slice(address.indexOf(",") + 1)).replaceAll(/\/\*[^]*?\*\//g, "");
}

/** What a server has drawn is taken as it is. */
function checkAdopted() {
  const drawnAnew = events["satr-ready"].filter(({ detail }) => detail.article !== null);
  if (drawnAnew.length > 0) throw new Error("the element has drawn it anew");
}

/** Clicks what is to be clicked, and sees that all is asserted as it is shown. */
async function checkAssertions() {
  if (told.click) {
    const find = () => drawn().map((root) => root.querySelector(told.click)).find(Boolean);
    await until(() => find() !== undefined, () => `there is no ${told.click}`);
    find().click();
  }
  await until(() => asserted.size >= told.count, () => `${asserted.size} of ${told.count} assertions were come to`);
  const wrong = [...asserted.values()].filter(Boolean);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
}

if (document.readyState !== "complete") await new Promise((wake) => addEventListener("load", wake));
await test("it does what it shows", async () => {
  await checks[told.node === undefined ? told.language : "html"]();
  await checkAssertions();
});
// What is left under way, such as a sheet that nobody waits for, would complain of the next page.
for (let seen = -1, now; seen !== (now = performance.getEntriesByType("resource").length); seen = now) {
  await document.fonts.ready;
  await new Promise((wake) => setTimeout(wake, REST));
}
finish();
