// The front page: a live article, and beside it the code that draws it, which is the very `example.js` run here.

import { nodes } from "./json.js";
import { chosen, failure, LINKED, load, number, theme, unreached } from "./shell.js";

const target = document.querySelector("#article");
const took = document.querySelector("#took");

// Where there is no room for as much, it is the whole width that is seen.
if (matchMedia("(width < 52rem)").matches) document.querySelector('[name="width"][value="full"]').checked = true;

try {
  const example = import("./example.js").catch(unreached);
  const [{ article, draw }, script] = await Promise.all([example, load("example.js")]);
  document.querySelector("#json").replaceChildren(...nodes(article));
  const show = () => redraw(draw, script);
  await show();
  addEventListener("change", ({ target: { name } }) => {
    if (name === "theme" || name === "numerals") show();
  });
} catch (error) {
  target.replaceChildren(failure("خبر نمایش داده نشد", error));
}

/** Draws the article as is chosen, and tells the call and its time: the first has the wasm to start. */
async function redraw(draw, script) {
  const isFirst = took.textContent === "";
  const options = { numerals: chosen("numerals"), theme: theme(), headingLevel: 2, ...LINKED };
  const began = performance.now();
  await draw(options);
  took.textContent = `${isFirst ? "نخستین رسم" : "رسم"} در ${number(performance.now() - began)} میلی‌ثانیه`;
  target.classList.remove("ruled");
  document.querySelector("#script").textContent = `${script}\nawait draw(${JSON.stringify(options, null, 2)});`;
}
