// What the pages of the demo share. Nothing here knows of one of them.

/** Options of every drawing here: our pages link `article.css` and `font.css` themselves, and keep what readers choose. */
export const LINKED = { styles: "none", font: "none", storage: "local" };

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
  const heading = create(document.querySelector("h1") === null ? "h1" : "h2", {}, title);
  return create("div", { className: "state", role: "alert" }, heading, create("p", {}, error.message), button);
}
