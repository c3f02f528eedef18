// A reference to a footnote in, the note shown beside it.

import { make } from "./make.js";
import { WORDS } from "./words.js";

/** Pixels between the note and the reference, and the edges of the window. */
const GAP = 8;

/** Shows a note where it is referred to. A browser that cannot goes to the note instead. */
export function preview(link) {
  const note = link.getRootNode().getElementById?.(decodeURIComponent(link.hash.slice(1)));
  const article = link.closest(".satr");
  if (!note || !("popover" in article)) return globalThis.open(link.href, "_self");
  const box = make(link, "div", { className: "satr-preview", popover: "auto", tabIndex: -1, role: "note" });
  box.append(...note.cloneNode(true).childNodes);
  box.querySelector(".satr-back")?.replaceWith(make(link, "a", { href: link.href, onclick: () => box.hidePopover() }, WORDS.toNote));
  for (const reference of box.querySelectorAll("[id]")) reference.removeAttribute("id");
  // Who has read it is where they were; who has turned to something else is there.
  box.addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "closed" && box.matches(":focus-within")) link.focus({ preventScroll: true });
  });
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  article.append(box);
  box.showPopover();
  place(box, link.getBoundingClientRect());
  box.focus();
}

/** Below what it belongs to or, without room, above; inside the window in any case. */
function place(box, { top, bottom, left, right }) {
  const { width, height } = box.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = bottom + GAP + height <= clientHeight ? bottom + GAP : Math.max(GAP, top - GAP - height);
  const centred = (left + right - width) / 2;
  box.style.top = `${below}px`;
  box.style.left = `${Math.max(GAP, Math.min(centred, clientWidth - GAP - width))}px`;
}
