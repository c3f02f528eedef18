// A picture of a gallery in, all of them shown large, one beside the other.

import { make, makeButton } from "./make.js";
import { WORDS } from "./words.js";

/** Opens the gallery that the picture of a link is in, at that picture. */
export function view(link) {
  const links = [...link.closest(".satr-gallery").querySelectorAll('[data-act="view"]')];
  const article = link.closest(".satr");
  const number = new Intl.NumberFormat(article.dataset.numerals === "latin" ? "en" : "fa");
  const isRtl = article.dir === "rtl";

  const strip = make(link, "div", { className: "satr-strip", tabIndex: 0 }, ...links.map(figure));
  const pictures = [...strip.children];
  const place = make(link, "span", { ariaLive: "polite" });
  const previous = makeButton(link, WORDS.previous, () => show(current - 1));
  const next = makeButton(link, WORDS.next, () => show(current + 1));
  const close = makeButton(link, WORDS.close, () => dialog.close());
  const tools = make(link, "p", { className: "satr-tools" }, previous, next, place, close);
  const dialog = make(link, "dialog", { className: "satr-gallery-view", ariaLabel: WORDS.gallery }, tools, strip);
  let current = links.indexOf(link);

  function tell() {
    place.textContent = `${number.format(current + 1)} / ${number.format(links.length)}`;
    previous.ariaDisabled = current === 0 ? "true" : null;
    next.ariaDisabled = current === links.length - 1 ? "true" : null;
  }

  function show(index, behavior = "auto") {
    if (!(index in pictures)) return;
    current = index;
    pictures[index].scrollIntoView({ behavior, block: "nearest", inline: "center" });
    tell();
  }

  // A swipe scrolls by itself; where it comes to rest is then the current one.
  const observer = new IntersectionObserver(
    (entries) => {
      const seen = entries.find(({ isIntersecting }) => isIntersecting);
      if (!seen) return;
      current = pictures.indexOf(seen.target);
      tell();
    },
    { root: strip, threshold: 0.6 },
  );

  const last = pictures.length - 1;
  dialog.addEventListener("keydown", (event) => {
    const step = isRtl ? 1 : -1;
    const to = { ArrowLeft: current + step, ArrowRight: current - step, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault(); // the strip would scroll by itself as well
    show(to);
  });
  // What is no picture and no word is the way out.
  strip.addEventListener("click", ({ target }) => target.closest("img, figcaption") ?? dialog.close());
  dialog.addEventListener("close", () => {
    observer.disconnect();
    dialog.remove();
  });

  article.append(dialog);
  dialog.showModal();
  close.focus();
  show(current, "instant");
  for (const picture of pictures) observer.observe(picture);
}

/** A picture in its full size with what is said about it. */
function figure(link) {
  const picture = link.firstElementChild.cloneNode(true);
  for (const source of [picture, ...picture.querySelectorAll("source, img")]) source.sizes &&= "100vw";
  const caption = link.parentElement.querySelector("figcaption");
  return make(link, "figure", {}, picture, ...(caption ? [caption.cloneNode(true)] : []));
}
