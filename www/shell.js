// What the pages of the demo share. Nothing here knows of one of them.

/** Options of every drawing here: our pages link `article.css` and `font.css` themselves. */
export const LINKED = { styles: "none", font: "none" };

/** The colours that the reader has chosen. */
export const theme = () => document.documentElement.dataset.theme;

/** The value chosen of a group of radio buttons. */
export const chosen = (name) => document.querySelector(`[name="${name}"]:checked`).value;

/** A number as a Persian reader writes it. */
export const number = (value) => value.toLocaleString("fa", { maximumFractionDigits: 1 });

/** The text at `url`. */
export async function load(url) {
  const response = await fetch(url).catch(unreached);
  return response.ok ? response.text() : unreached();
}

/** Fails in words for a reader; what did not come, a script or a file, is all the same to them. */
export function unreached() {
  throw new Error("داده از سرور نرسید. اتصال خود را وارسی کنید و دوباره بکوشید.");
}

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

/** A new element with what is in it. */
export function create(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** What stands in place of what did not come: its name, why, and a way to try again. */
export function failure(title, error, retry = () => location.reload()) {
  const button = create("button", { type: "button", className: "button main" }, "تلاش دوباره");
  button.addEventListener("click", retry);
  const heading = document.querySelector("h1") === null ? "h1" : "h2";
  const state = create("div", { className: "state" }, create(heading, {}, title), create("p", {}, error.message), button);
  state.role = "alert";
  return state;
}

/** Tells those who listen; the same words again are told again. */
export function say(words) {
  const said = document.querySelector("#said");
  said.textContent = said.textContent === words ? `${words}\u00a0` : words;
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
