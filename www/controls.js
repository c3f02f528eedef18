// What the pages share on which a reader writes and copies.

import { create } from "./shell.js";

/** A function that asks for `work`: done once a frame and one at a time, and after it the latest wish alone. */
export function latest(work) {
  let busy = false;
  let wanted = false;
  let frame;
  const run = async () => {
    wanted = true;
    if (busy) return;
    busy = true;
    while (wanted) {
      wanted = false;
      await work();
    }
    busy = false;
  };
  return () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(run);
  };
}

/** Tells those who listen; the same words again are told again. Without words, what was told is gone. */
export function say(words) {
  const said = document.querySelector("#said");
  said.textContent = words !== "" && said.textContent === words ? `${words}\u00a0` : words;
}

/** Lets a button copy what `give` gives, and say whether it did; if that is nothing, `give` has said why. */
export function copies(button, give) {
  const label = button.textContent;
  let timer;
  button.addEventListener("click", async () => {
    const words = await give();
    if (words === undefined) return;
    const done = await write(words).then(() => true, () => false);
    button.textContent = done ? "کپی شد" : "کپی نشد";
    say(button.textContent);
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = label), 2000);
  });
}

/** Puts a text on the clipboard, in the old way where the new one is not allowed. */
async function write(words) {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(words);
  const focused = document.activeElement;
  const field = create("textarea", { value: words });
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused.focus();
  if (!done) throw new Error();
}
