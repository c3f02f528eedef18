/** A network and a browser that fail in, codes, warnings and the next good article out. */
import { ARTICLE, refuses } from "./expect.js";
import { fresh, only, test, warnings } from "./harness.js";
import { survives } from "./memory.js";

export async function checkFaults() {
  await checkWasm();
  await checkStyles();
  await checkTurns();
}

async function checkWasm() {
  await test("after a trap the next article is drawn", async () => {
    const response = await fetch("/satr/satr_bg.wasm");
    await survives(await fresh(), new Uint8Array(await response.arrayBuffer()));
  });

  const lost = {
    "that answers 404": () => new Response("not here", { status: 404 }),
    "that cannot be reached": () => Promise.reject(new TypeError("no connection")),
    "that is cut off": () => new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError("cut")) })),
  };
  for (const [what, answer] of Object.entries(lost)) {
    await test(`a wasm ${what} is refused as network, and tried again`, async () => {
      const { render } = await fresh();
      const target = document.createElement("div");
      await answering("satr_bg.wasm", answer, () => refuses(() => render(ARTICLE, target), "network"));
      await render(ARTICLE, target);
      only(target, "the target");
    });
  }

  await test("a wasm that is none is refused as no-wasm, and tried again", async () => {
    const { init, renderToString } = await fresh();
    await refuses(() => init(new Response("not wasm")), "no-wasm");
    await renderToString(ARTICLE);
  });

  await test("a browser without WebAssembly is told so", async () => {
    const { init } = await fresh();
    const own = Object.getOwnPropertyDescriptor(window, "WebAssembly");
    delete window.WebAssembly;
    try {
      await refuses(() => init(), "no-wasm");
    } finally {
      Object.defineProperty(window, "WebAssembly", own);
    }
  });

  const address = "/satr/satr_bg.wasm";
  const sources = {
    "an address": () => address,
    "a request": () => new Request(address),
    "a response": () => fetch(address),
    "bytes": async () => (await fetch(address)).arrayBuffer(),
    "a module": async () => WebAssembly.compile(await (await fetch(address)).arrayBuffer()),
  };
  for (const [what, source] of Object.entries(sources)) {
    await test(`the wasm is loaded from ${what}`, async () => {
      const { init, renderToString } = await fresh();
      await init(await source());
      // Every other way to it is closed.
      await answering("satr_bg.wasm", () => new Response("", { status: 404 }), () => renderToString(ARTICLE));
    });
  }

  await test("the first source stands", async () => {
    const { init, renderToString } = await fresh();
    await Promise.all([init(), init(Uint8Array.of(1, 2, 3, 4))]);
    await init("/nowhere.wasm");
    await renderToString(ARTICLE);
  });
}

async function checkStyles() {
  await test("a stylesheet that fails is warned of, and tried again", async () => {
    const { render } = await fresh();
    const { target, host } = shadow();
    const missing = () => new Response("not here", { status: 404 });
    const warned = await warnings(() => answering("satr.css", missing, () => render(ARTICLE, target)));
    only(target, "the target");
    if (warned.length !== 1 || !/satr\.css answered 404/.test(warned[0])) throw new Error(`it warns: ${warned.join("; ")}`);
    if (target.adoptedStyleSheets.length !== 0) throw new Error("a sheet came");
    await render(ARTICLE, target);
    if (target.adoptedStyleSheets.length !== 1) throw new Error("no sheet came");
    host.remove();
  });

  await test("a stylesheet that is late is not waited for twice, and is added when it comes", async () => {
    const { render } = await fresh();
    const { target, host } = shadow();
    const css = gate();
    await answering("satr.css", () => css.opened, async () => {
      const began = performance.now();
      const warned = await warnings(async () => {
        await render(ARTICLE, target);
        await render(ARTICLE, target);
      });
      const took = performance.now() - began;
      only(target, "the target");
      if (took < 2900 || took > 5000) throw new Error(`it took ${took} ms`);
      if (warned.length !== 1 || !warned[0].includes("satr.css")) throw new Error(`it warns: ${warned.join("; ")}`);
      if (target.adoptedStyleSheets.length !== 0) throw new Error("a sheet came");
      css.open(new Response(".satr {}"));
      await render(ARTICLE, target);
      // Reading it takes a few turns of the page, in some engines more than in others.
      for (const end = performance.now() + 1000; target.adoptedStyleSheets.length === 0 && performance.now() < end; )
        await new Promise((wake) => setTimeout(wake));
    });
    if (target.adoptedStyleSheets.length !== 1) throw new Error(`${target.adoptedStyleSheets.length} sheets came`);
    host.remove();
  });
}

async function checkTurns() {
  await test("the last call stays, though the first is ready after it", async () => {
    const { render } = await fresh();
    const { target, host } = shadow();
    const css = gate();
    await answering("satr.css", () => css.opened, async () => {
      const first = render({ headline: "نخست" }, target);
      const last = await render({ headline: "واپسین" }, target, { styles: "none" });
      css.open(new Response(".satr {}"));
      const outcome = [(await first).drawn, last.drawn].join();
      if (outcome !== "false,true") throw new Error(`drawn: ${outcome}`);
    });
    if (!target.textContent.includes("واپسین")) throw new Error(`the target holds ${target.textContent}`);
    host.remove();
  });

  await test("a later call that fails leaves the earlier one its place", async () => {
    const { render } = await fresh();
    const { target, host } = shadow();
    const css = gate();
    await answering("satr.css", () => css.opened, async () => {
      const first = render(ARTICLE, target);
      await refuses(() => render("{", target, { styles: "none" }), "bad-json");
      css.open(new Response(".satr {}"));
      if (!(await first).drawn) throw new Error("nothing was drawn");
    });
    only(target, "the target");
    host.remove();
  });
}

function shadow() {
  const host = document.body.appendChild(document.createElement("div"));
  return { host, target: host.attachShadow({ mode: "open" }) };
}

/** A promise, and what settles it. */
export function gate() {
  let open;
  const opened = new Promise((settle) => (open = settle));
  return { opened, open };
}

/** Runs `body` while every request for a file of this name is answered by `answer`. */
export async function answering(name, answer, body) {
  const { fetch } = window;
  window.fetch = async (source, ...rest) => {
    const { pathname } = new URL(source.url ?? source, location);
    return pathname.endsWith(`/${name}`) ? answer() : fetch(source, ...rest);
  };
  try {
    return await body();
  } finally {
    window.fetch = fetch;
  }
}
