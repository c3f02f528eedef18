/** Articles with and without their half-spaces in, what is loaded for them and drawn out. */
import { DAMAGED, REPAIRED_HEADLINE } from "./expect.js";
import { answering, gate } from "./faults.js";
import { fresh, test, warnings } from "./harness.js";

const HEALTHY = { headline: "سازمان\u200Cهای مردمنهاد", body: "می\u200Cرود و می\u200Cآید." };
const UNREPAIRED = "unrepaired";

export async function checkRepair() {
  await test("what repairs is loaded for an article that needs it, and for no other", async () => {
    const { render } = await fresh();
    const asked = await requests(() => draw(render, HEALTHY, "سازمان\u200Cهای مردمنهاد"));
    if (asked.length > 0) throw new Error(`it asks for ${asked.join(", ")}`);
    const more = await requests(() => draw(render, DAMAGED, REPAIRED_HEADLINE));
    if (more.sort().join() !== "satr.zwnj,satr_text_bg.wasm") throw new Error(`it asks for ${more.join(", ")}`);
    const again = await requests(() => draw(render, DAMAGED, REPAIRED_HEADLINE));
    if (again.length > 0) throw new Error(`it asks again for ${again.join(", ")}`);
  });

  await test("an article is repaired or left as its options say", async () => {
    const { render, renderToString } = await fresh();
    await draw(render, DAMAGED, "سازمانهای مردمنهاد", { typography: "polish" });
    await draw(render, HEALTHY, "سازمان\u200Cهای مردمنهاد", { typography: "repair" });
    const html = await renderToString({ headline: "كتابهای من" }, { typography: "repair", rules: { plural: false } });
    if (!html.includes("کتابهای من")) throw new Error(html);
  });

  await test("a lexicon that fails is warned of and noted, and the article polished", async () => {
    const { render } = await fresh();
    const missing = () => new Response("not here", { status: 404 });
    const warned = await warnings(() =>
      answering("satr.zwnj", missing, () => draw(render, DAMAGED, "سازمانهای مردمنهاد", undefined, UNREPAIRED)),
    );
    if (warned.length !== 1 || !/satr\.zwnj answered 404/.test(warned[0])) throw new Error(`it warns: ${warned.join("; ")}`);
    await draw(render, DAMAGED, REPAIRED_HEADLINE);
  });

  await test("a lexicon that is none is warned of and noted, and asked for again", async () => {
    const { render } = await fresh();
    const page = () => new Response("<!doctype html>");
    const warned = await warnings(() =>
      answering("satr.zwnj", page, () => draw(render, DAMAGED, "سازمانهای مردمنهاد", undefined, UNREPAIRED)),
    );
    if (warned.length !== 1 || !warned[0].includes("expected the whole of a satr.zwnj"))
      throw new Error(`it warns: ${warned.join("; ")}`);
    await draw(render, DAMAGED, REPAIRED_HEADLINE);
  });

  await test("a lexicon that is late is waited for a second, and changes no text that has been drawn", async () => {
    const { render } = await fresh();
    const lexicon = gate();
    const bytes = await (await fetch("/satr/satr.zwnj")).arrayBuffer();
    await answering("satr.zwnj", () => lexicon.opened, async () => {
      const began = performance.now();
      const target = await draw(render, DAMAGED, "سازمانهای مردمنهاد", undefined, UNREPAIRED);
      const took = performance.now() - began;
      if (took < 950 || took > 3000) throw new Error(`it took ${took} ms`);
      lexicon.open(new Response(bytes));
      await draw(render, DAMAGED, REPAIRED_HEADLINE);
      if (!target.textContent.includes("سازمانهای مردمنهاد")) throw new Error("the text has changed");
    });
  });

  await test("of two calls the last stays, though the first waited for the lexicon", async () => {
    const { render } = await fresh();
    const lexicon = gate();
    const bytes = await (await fetch("/satr/satr.zwnj")).arrayBuffer();
    const target = document.createElement("div");
    await answering("satr.zwnj", () => lexicon.opened, async () => {
      const first = render(DAMAGED, target, { styles: "none" });
      const last = await render(HEALTHY, target, { styles: "none" });
      lexicon.open(new Response(bytes));
      const outcome = [(await first).drawn, last.drawn].join();
      if (outcome !== "false,true") throw new Error(`drawn: ${outcome}`);
    });
    if (!target.textContent.includes("می\u200Cرود")) throw new Error(`the target holds ${target.textContent}`);
  });
}

/** Draws an article, which is to have this headline and no note, or one of this code. */
async function draw(render, article, headline, options, code) {
  const target = document.createElement("div");
  const { notes } = await render(article, target, { styles: "none", font: "none", ...options });
  const shown = target.querySelector("h1").textContent;
  if (shown !== headline) throw new Error(`the headline is «${shown}», not «${headline}»`);
  const codes = notes.map((note) => note.code).join();
  if (codes !== (code ?? "")) throw new Error(`the notes are ${codes}`);
  return target;
}

/** The names of what is fetched for half-spaces while `body` runs. */
async function requests(body) {
  const asked = [];
  const { fetch } = window;
  window.fetch = (source, ...rest) => {
    asked.push(new URL(source.url ?? source, location).pathname.split("/").pop());
    return fetch(source, ...rest);
  };
  try {
    await body();
  } finally {
    window.fetch = fetch;
  }
  return asked.filter((name) => /text|zwnj/.test(name));
}
