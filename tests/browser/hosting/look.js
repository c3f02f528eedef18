// A page with an article, as `#article`, in; what there is to see of it, and what was asked for, out. No module, as
// frames without an origin load none.

globalThis.look = async () => {
  const end = Date.now() + 10_000;
  let root;
  while (!(root = document.querySelector("#article > .satr"))) {
    if (Date.now() > end) throw new Error(`#article holds ${document.querySelector("#article")?.innerHTML}`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
  const { notes = [] } = (await globalThis.drawn) ?? {};
  const names = performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop());
  return {
    headline: root.querySelector("h1").textContent,
    font: getComputedStyle(root).fontFamily,
    notes: notes.map(({ code }) => code).join(),
    asked: names.filter((name) => name !== "favicon.ico"), // which is the browser's own wish
  };
};
