/** Pages in, <satr-article> on them out: what the tests of the element share. */

/** Opens a page in a frame for as long as `use` takes. */
export async function framed(address, use) {
  const frame = document.createElement("iframe");
  frame.style.cssText = "inline-size: 1000px; block-size: 800px; border: 0";
  frame.src = address;
  document.body.append(frame);
  try {
    await new Promise((wake) => frame.addEventListener("load", wake, { once: true }));
    return await use(frame);
  } finally {
    frame.remove();
  }
}

/** Draws a case into an element, and resolves when it and its pictures are there. */
export async function drawnElement({ contentWindow, contentDocument }, parent, name, attributes = {}) {
  await load(contentDocument, "/satr/element.js");
  const element = contentDocument.createElement("satr-article");
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.style.cssText = "display: block !important; width: 720px !important; margin: 0 !important; padding: 0 !important; border: 0 !important; max-width: none !important";
  const ready = new Promise((wake, fail) => {
    element.addEventListener("satr-ready", wake);
    element.addEventListener("satr-error", ({ detail: { code } }) => fail(new Error(`satr-error: ${code}`)));
  });
  element.article = (await articleOf(name)).article;
  parent.append(element);
  await ready;
  const images = [...(element.shadowRoot ?? element).querySelectorAll("img")];
  for (const image of images) image.loading = "eager";
  await Promise.all(images.map((image) => image.decode()));
  await contentDocument.fonts.ready;
  await new Promise((wake) => contentWindow.requestAnimationFrame(() => contentWindow.requestAnimationFrame(wake)));
  return element;
}

/** Runs a module in a page. */
export function load(document, src) {
  const script = Object.assign(document.createElement("script"), { type: "module", src });
  return new Promise((wake, fail) => {
    script.onload = wake;
    script.onerror = () => fail(new Error(`${src} has not come`));
    document.head.append(script);
  });
}

/** The article of a case, all that it names moved to this server: an article's pictures are the page's to allow. */
export async function articleOf(name) {
  const text = await (await fetch(`/cases/${encodeURIComponent(name)}/input.json`)).text();
  const moved = text.replaceAll(/https?:\/\/[\w.-]+/g, location.origin).replaceAll(/data:image\/[^"\s]*/g, `${location.origin}/picture`);
  return { text: moved, article: JSON.parse(moved) };
}
