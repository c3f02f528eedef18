// A picture of a gallery in, all of them shown large, one beside the other.

import { copyOf, make, makeButton } from "./make.js";
import { WORDS } from "./words.js";

/** Milliseconds without a step of scrolling after which the strip has come to rest. */
const REST = 100;

/** Opens the gallery that the picture of a link is in, at that picture. */
export function view(link) {
  const links = [...link.closest(".satr-gallery").querySelectorAll('[data-act="view"]')];
  const article = link.closest(".satr");
  if (article.querySelector("dialog")) return; // a double click: the first of both has done it
  const number = new Intl.NumberFormat(article.dataset.numerals === "latin" ? "en" : "fa");
  const isRtl = article.dir === "rtl";

  const strip = make(link, "div", { className: "satr-strip", tabIndex: 0, role: "group", ariaLabel: WORDS.gallery });
  const pictures = links.map(figure);
  strip.append(...pictures);
  const place = make(link, "span", { ariaLive: "polite" });
  const previous = makeButton(link, WORDS.previous, () => show(current - 1));
  const next = makeButton(link, WORDS.next, () => show(current + 1));
  const close = makeButton(link, WORDS.close, () => dialog.close());
  const bar = make(link, "p", { className: "satr-tools", lang: "fa", dir: "rtl" }, previous, next, place, close);
  const dialog = make(link, "dialog", { className: "satr-gallery-view", ariaLabel: WORDS.gallery }, bar, strip);
  const last = pictures.length - 1;
  let current = links.indexOf(link);
  let goal; // of a scroll that is on its way

  function tell() {
    place.textContent = `${number.format(current + 1)} / ${number.format(last + 1)}`;
    previous.ariaDisabled = current === 0 ? "true" : null;
    next.ariaDisabled = current === last ? "true" : null;
  }

  function show(index, behavior = "auto") {
    if (!(index in pictures)) return;
    current = goal = index;
    pictures[index].scrollIntoView({ behavior, block: "nearest", inline: "center" });
    tell();
  }

  // A swipe scrolls by itself; the picture at which it comes to rest is then the current one.
  let timer;
  strip.addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const distances = pictures.map((picture) => Math.abs(middle(picture) - middle(strip)));
      const nearest = distances.indexOf(Math.min(...distances));
      if (nearest === goal) goal = undefined;
      if (nearest === current || goal !== undefined) return;
      current = nearest;
      tell();
    }, REST);
  });
  for (const type of ["pointerdown", "wheel"]) strip.addEventListener(type, () => (goal = undefined), { passive: true });
  dialog.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return; // the browser's own
    const step = isRtl ? 1 : -1;
    const to = { ArrowLeft: current + step, ArrowRight: current - step, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault(); // the strip would scroll by itself as well
    show(to);
  });
  // What is no picture and no word is the way out.
  strip.addEventListener("click", ({ target }) => target.closest("img, figcaption") ?? dialog.close());
  dialog.addEventListener("close", () => dialog.remove());

  article.append(dialog);
  dialog.showModal();
  close.focus();
  show(current, "instant");
}

/** A picture in its full size with what is said about it. */
function figure(link) {
  const picture = copyOf(link.firstElementChild);
  for (const source of [picture, ...picture.querySelectorAll("source, img")]) source.sizes &&= "100vw";
  const captions = [...link.parentElement.querySelectorAll("figcaption")];
  return make(link, "figure", {}, picture, ...captions.map(copyOf));
}

function middle(element) {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
}
