// A page with an article in `#article`, and one in its tag where the page has a tag, in; what there is to see of both,
// and what was asked for, out. No module, as frames without an origin load none.

globalThis.look = async () => {
  const end = Date.now() + 10_000;
  const drawnIn = async (find) => {
    let root;
    while (!(root = find()?.querySelector(".satr"))) {
      if (Date.now() > end) throw new Error(`there is no article in ${document.body.innerHTML}`);
      await new Promise((wake) => setTimeout(wake, 20));
    }
    return root;
  };
  const headline = (root) => root.querySelector("h1").textContent;
  const root = await drawnIn(() => document.querySelector("#article"));
  const tag = document.querySelector("satr-article");
  const { notes = [] } = (await globalThis.drawn) ?? {};
  const names = performance.getEntriesByType("resource").map(({ name }) => name.split("/").pop());
  return {
    headline: headline(root),
    inTag: tag && headline(await drawnIn(() => tag.shadowRoot)),
    font: getComputedStyle(root).fontFamily,
    notes: notes.map(({ code }) => code).join(),
    asked: names.filter((name) => name !== "favicon.ico"), // which is the browser's own wish
  };
};
