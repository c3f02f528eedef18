/** Attributes in, a <satr-article> on the page out, and what it says; and the network as a test wants it. */

/** Puts an element on the page for as long as `body` runs. */
export async function mounted(attributes, body, { content = "", before = () => {} } = {}) {
  const element = document.createElement("satr-article");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (content) element.append(document.createRange().createContextualFragment(content));
  before(element);
  const said = [];
  for (const type of ["satr-ready", "satr-error"]) element.addEventListener(type, (event) => said.push(event));
  document.body.append(element);
  try {
    await body(element, said);
  } finally {
    element.remove();
  }
}

/** Resolves to the next event of a type that comes to an element. */
export function next(element, type = "satr-ready") {
  return new Promise((resolve) => element.addEventListener(type, resolve, { once: true }));
}

/** Resolves when all that is under way without the network has come about. */
export function settled(milliseconds = 30) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The page in an element; fails if there is none. */
export function pageIn(element) {
  const page = (element.shadowRoot ?? element).querySelector(":scope > .satr, .satr:has(> article)");
  if (page === null) throw new Error(`the element shows ${(element.shadowRoot ?? element).innerHTML.slice(0, 200)}`);
  return page;
}

/** The headline that an element shows. */
export function headlineIn(element) {
  return pageIn(element).querySelector(".satr-headline")?.textContent;
}

export function same(actual, expected, what = "it") {
  if (actual !== expected) throw new Error(`${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
}

/**
 * Answers what is asked for below `/told/` while `body` runs: `answer(path, init)` gives a response. Every other address is
 * the server's. Gives `body` the list of paths that were asked for.
 */
export async function told(answer, body) {
  const { fetch } = window;
  const asked = [];
  window.fetch = async (address, init) => {
    const { pathname } = new URL(address.url ?? address, location.href);
    if (!pathname.startsWith("/told/")) return fetch(address, init);
    asked.push(pathname.slice(6));
    const ended = new Promise((_, fail) => init.signal.addEventListener("abort", () => fail(init.signal.reason)));
    return Promise.race([answer(pathname.slice(6), init), ended]);
  };
  try {
    await body(asked);
  } finally {
    window.fetch = fetch;
  }
}

/** An answer that is an article with this headline. */
export function article(headline, more) {
  return Response.json({ headline, ...more });
}

/** A promise, and what resolves it. */
export function gate() {
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  return { open, opened };
}

/** A page of its own in a frame for as long as `body` runs, with the element loaded where `isLoaded`. */
export async function framed(html, body, isLoaded = true) {
  const frame = document.createElement("iframe");
  frame.width = 800;
  frame.height = 600;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  frame.src = "/frame.html";
  document.body.append(frame);
  await loaded;
  const { contentDocument: page, contentWindow: view } = frame;
  page.body.append(page.createRange().createContextualFragment(html));
  const load = () => view.eval('import("/satr/element.js")');
  if (isLoaded) await load();
  try {
    await body(page, view, load);
  } finally {
    frame.remove();
  }
}

/** What the console is told of errors while `body` runs; it does not reach it. */
export async function quietly(body) {
  const { error } = console;
  const logged = [];
  console.error = (...words) => logged.push(words.join(" "));
  try {
    await body(logged);
  } finally {
    console.error = error;
  }
}
