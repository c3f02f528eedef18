// The element in a page of another look, beside the markup that puts it there and the events that come of it.

import { copies } from "./controls.js";
import { chosen, create, failure, number, theme, unreached } from "./shell.js";

/** Events that are kept in sight. */
const KEPT = 20;

/** What a link is, by the kind that the element tells. */
const KINDS = {
  author: "نویسنده",
  comment: "دیدگاه",
  embed: "رسانه",
  link: "متن",
  place: "جایی از همین مطلب",
  related: "مطلب دیگر",
  section: "بخش",
  source: "منبع",
  tag: "برچسب",
};
/** Where an article is shared, by the target that the element tells. */
const TARGETS = {
  bale: "بله",
  copy: "کپی پیوند",
  device: "این دستگاه",
  eitaa: "ایتا",
  email: "ایمیل",
  telegram: "تلگرام",
  whatsapp: "واتس‌اپ",
  x: "ایکس",
};

const host = document.querySelector(".host");
const form = document.querySelector("#options");
const html = document.querySelector("#html");
const log = document.querySelector("#log");
const night = document.querySelector("#night");
const prefers = matchMedia("(prefers-color-scheme: dark)");

let article = host.querySelector("satr-article");
// Where nothing is alive: the markup that is shown, and that a new element is made of.
const markup = document.createElement("template").content.ownerDocument.importNode(article, true);
const ad = markup.firstElementChild;
const list = create("ol");
list.reversed = true;

// This page links the font already, as all of ours do; a second one would be loaded anew.
article.options = { font: "none" };
for (const type of Object.keys(tellers())) host.addEventListener(type, tell);
form.addEventListener("change", ({ target: { name } }) => (name === "ad" ? place() : set(name)));
form.addEventListener("submit", (event) => event.preventDefault());
night.addEventListener("click", () => dress(isDark() ? "light" : "dark"));
addEventListener("change", ({ target: { name } }) => name === "theme" && dress());
prefers.addEventListener("change", () => show());
copies(document.querySelector("#copy"), () => html.textContent);
for (const button of document.querySelectorAll(".trio button"))
  copies(button, () => button.previousElementSibling.textContent);
show();

try {
  await import("./satr/element.js").catch(unreached);
} catch (error) {
  form.hidden = true;
  log.replaceChildren();
  lay(failure("خبر نمایش داده نشد", error));
}

/** Puts something in the place of the element. */
function lay(next) {
  article.replaceWith(next);
  next.parentNode.classList.remove("ruled");
}

// ---------- What is chosen ----------

/** Gives the element an attribute as it is chosen; without a value it has none. */
function set(name) {
  for (const element of [markup, article]) {
    if (chosen(name) === "") element.removeAttribute(name);
    else element.setAttribute(name, chosen(name));
  }
  show();
}

/** Puts the advertisement into the element or takes it out. */
function place() {
  const isWished = chosen("ad") !== "";
  if (isWished) markup.append(ad);
  else ad.remove();
  if (markup.getAttribute("mode") === "light") renew(); // where it is among the article's own children
  else if (isWished) article.append(document.importNode(ad, true));
  else article.replaceChildren();
  show();
}

/** Puts a new element in place of the one there is. */
function renew() {
  const next = document.importNode(markup, true);
  next.options = article.options;
  lay(next);
  article = next;
}

/** Gives the host colours of its own; without any it has the page's. */
function dress(mode) {
  if (mode === undefined) delete document.body.dataset.mode;
  else document.body.dataset.mode = mode;
  show();
}

function isDark() {
  const mode = document.body.dataset.mode ?? theme();
  return mode === "auto" ? prefers.matches : mode === "dark";
}

/** Shows the markup as it now is, and what the host's switch leads to. */
function show() {
  night.textContent = isDark() ? "روز" : "شب";
  const { mode } = document.body.dataset;
  const inner = [...markup.children].map(
    (child) => `\n  ${written(child, " ")}\n    ${child.textContent}\n  </${child.localName}>\n`,
  );
  const text = `<body${mode ? ` data-mode="${mode}"` : ""}>
…
<script type="module"
  src="satr/element.js"></script>

${written(markup, "\n  ")}${inner.join("")}</satr-article>`;
  html.replaceChildren(...isolated(text));
}

/** The tag that an element begins with, so much `before` each of its attributes. */
function written({ localName, attributes }, before) {
  return `<${localName}${[...attributes].map(({ name, value }) => `${before}${name}="${value}"`).join("")}>`;
}

/** The nodes of markup, what is Persian in it each by itself. */
function isolated(text) {
  return text
    .split(/(?<=\n\s*)(\p{Script=Arabic}.*)/u)
    .map((part, at) => (at % 2 === 0 ? part : create("bdi", {}, part)));
}

// ---------- What is told ----------

/** By the event's name, what it says to a reader: in short, and more. */
function tellers() {
  return {
    "satr-ready": ({ ms, notes }) => [
      "رسم شد",
      `در ${number(Math.round(ms))} میلی‌ثانیه، ${notes.length === 0 ? "بی یادداشت" : `با ${number(notes.length)} یادداشت`}`,
    ],
    "satr-error": ({ message, retry }) => ["رسم نشد", `${message}${retry ? " دکمهٔ تلاش دوباره آمد." : ""}`],
    "satr-navigate": ({ kind, isHeld }) => [`پیوند: ${KINDS[kind] ?? KINDS.link}`, held(isHeld)],
    "satr-share": ({ target, isHeld }) => [`هم‌رسانی: ${TARGETS[target] ?? "جای دیگر"}`, held(isHeld)],
  };
}

function held(isHeld) {
  return isHeld ? "میزبان نگهش داشت تا از این صفحه نروید." : "میزبان گذاشت انجام شود.";
}

/** Tells an event, above those before it. What would lead out of this page is canceled, as a host may. */
function tell(event) {
  const { type, detail } = event;
  const leads = type === "satr-navigate" ? detail.kind !== "place" : !["copy", "device"].includes(detail.target);
  const isHeld = ["satr-navigate", "satr-share"].includes(type) && leads;
  if (isHeld) event.preventDefault();
  const { ms, notes, message, retry, kind, target } = detail;
  const [short, more] = tellers()[type]({ ms, notes, message, retry, kind, target, isHeld });
  const name = create("bdi", { className: "latin", lang: "en", dir: "ltr" }, type);
  list.prepend(create("li", {}, create("b", {}, short), " ", create("span", {}, more), " ", name));
  while (list.children.length > KEPT) list.lastElementChild.remove();
  if (list.isConnected) return;
  log.replaceChildren(list);
  article.parentNode.classList.remove("ruled");
}
