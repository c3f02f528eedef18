// One article of the gallery, the one that the address names, under a thin bar.

import { create, failure, LINKED, load, theme, unreached } from "./shell.js";
import { SAMPLES } from "./samples.js";

const target = document.querySelector("#article");
const name = new URLSearchParams(location.search).get("name");
const index = SAMPLES.findIndex((sample) => sample.name === name);

if (index < 0) {
  target.replaceChildren(document.querySelector("#unknown").content.cloneNode(true));
} else {
  lead("#previous", "پیشین", SAMPLES[index - 1]);
  lead("#next", "بعدی", SAMPLES[index + 1]);
  await show();
}

/** Leads to a neighbour, where there is one. */
function lead(selector, word, sample) {
  if (sample === undefined) return;
  const link = document.querySelector(selector);
  link.href = `article.html?name=${sample.name}`;
  link.append(word, create("span", {}, `: ${sample.genre}`));
  link.hidden = false;
}

async function show() {
  try {
    const core = import("./satr/index.js").catch(unreached);
    const [{ render }, article] = await Promise.all([core, load(`articles/${name}.json`)]);
    const draw = () => render(article, target, { theme: theme(), ...LINKED });
    await draw();
    document.title = `${target.querySelector("h1").textContent} · سطر`;
    addEventListener("change", ({ target: { name } }) => {
      if (name === "theme") draw();
    });
  } catch (error) {
    target.replaceChildren(failure("این متن نمایش داده نشد", error));
  }
}
