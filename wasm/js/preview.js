// A reference to a footnote in, the note shown beside it.

import { copyOf, make } from "./make.js";
import { documentOf, goalOf, windowOf } from "./platform.js";
import { WORDS } from "./words.js";

/** Pixels between the note and the reference, and the edges of the window. */
const GAP = 8;

/** Shows a note where it is referred to. A browser that cannot goes to the note instead. */
export function preview(link) {
  const note = goalOf(link);
  const view = windowOf(documentOf(link));
  if (!note || !("popover" in link)) return view.open(link.href, "_self");
  const properties = { className: "satr-preview", popover: "auto", tabIndex: -1, role: "note", ariaLabel: WORDS.note };
  const box = make(link, "div", properties, ...copyOf(note).childNodes);
  const onward = make(link, "a", { href: link.href, lang: "fa", onclick: () => box.hidePopover() }, WORDS.toNote);
  box.querySelector(".satr-back")?.replaceWith(onward);
  // Who has read it, by the eye or from key to key, is where they were; who has turned to something else is there.
  box.addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "closed" && box.matches(":focus-within")) link.focus({ preventScroll: true });
  });
  box.addEventListener("keydown", ({ key, shiftKey, target }) => {
    const isLast = target === (shiftKey ? box : box.querySelector(":any-link:last-of-type"));
    if (key === "Tab" && isLast) box.hidePopover();
  });
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  (link.closest("dialog") ?? link.closest(".satr")).append(box); // what is under a dialog nobody reaches
  box.showPopover();
  place(box, link.getBoundingClientRect(), view);
  box.focus({ preventScroll: true });
}

/** Below what it belongs to or, without room, above; inside the window, and from then on fast to the page. */
function place(box, { top, bottom, left, right }, { innerWidth, innerHeight, scrollX, scrollY }) {
  const { width, height } = box.getBoundingClientRect();
  const y = bottom + GAP + height <= innerHeight ? bottom + GAP : Math.max(GAP, top - GAP - height);
  const x = Math.max(GAP, Math.min((left + right - width) / 2, innerWidth - GAP - width));
  box.style.top = `${y + scrollY}px`;
  box.style.left = `${x + scrollX}px`;
}
