// The list of an article's sections in, the one that is being read marked in it.

/** How far down the window a section begins to be the one that is read, as a part of its height. */
const LINE = 1 / 3;

/** All that lies above that line, however far: whatever comes over it or goes back is told of, by a step or by a jump. */
const ABOVE = `1000000px 0px ${(LINE - 1) * 100}% 0px`;

/** Marks in the list which section is read, as long as the list is there. */
export function follow(list) {
  const links = [...list.querySelectorAll("a")];
  const root = list.getRootNode();
  const sections = links.map((link) => root.getElementById?.(decodeURIComponent(link.hash.slice(1))));
  if (!sections.every(Boolean)) return;
  const observer = new IntersectionObserver(
    () => {
      if (!list.isConnected) return observer.disconnect();
      const line = innerHeight * LINE;
      const current = sections.findLastIndex((section) => section.getBoundingClientRect().top <= line);
      for (const [index, link] of links.entries()) link.ariaCurrent = index === current ? "true" : null;
    },
    { rootMargin: ABOVE },
  );
  for (const section of sections) observer.observe(section);
}
