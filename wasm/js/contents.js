// The list of an article's sections in, the one that is being read marked in it.

import { documentOf, goalOf, windowOf } from "./platform.js";

/** How far down the window a section begins to be the one that is read, as a part of its height. */
const LINE = 1 / 3;

/** All that lies above that line, however far: whatever comes over it or goes back is told of, by a step or by a jump. */
const ABOVE = `1000000px 0px ${(LINE - 1) * 100}% 0px`;

/** What looks after each list. */
const observers = new WeakMap();

/** Marks in the list which section is read, as long as the list is there; called again where sections have changed. */
export function follow(list) {
  observers.get(list)?.disconnect();
  const links = [...list.querySelectorAll("a")];
  const sections = links.map(goalOf);
  const view = windowOf(documentOf(list));
  if (!view || !sections.every(Boolean)) return;
  const observer = new view.IntersectionObserver(
    () => {
      if (!list.isConnected) return observer.disconnect();
      const line = view.innerHeight * LINE;
      mark(list, links, sections.findLastIndex((section) => section.getBoundingClientRect().top <= line));
    },
    { root: documentOf(list), rootMargin: ABOVE },
  );
  observers.set(list, observer);
  for (const section of sections) observer.observe(section);
}

/** Marks one link and no other, and keeps it in sight where the list itself scrolls. */
function mark(list, links, current) {
  for (const [index, link] of links.entries()) link.ariaCurrent = index === current ? "true" : null;
  const { top, height } = (links[current] ?? list).getBoundingClientRect();
  const middle = list.getBoundingClientRect().top + list.clientHeight / 2;
  if (list.scrollHeight > list.clientHeight) list.scrollTop += top + height / 2 - middle;
}
