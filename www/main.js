// The demo: one article, its data beside it, drawn again as one types. It uses the package as any page does.

const article = document.querySelector("#article");
const choices = document.querySelector("#choices");
const editor = document.querySelector("#data");
const trouble = document.querySelector("#trouble");
const took = document.querySelector("#took");
const notes = document.querySelector("#notes");

const chosen = (name) => choices.querySelector(`[name="${name}"]:checked`).value;
const number = (value) => value.toLocaleString("fa", { maximumFractionDigits: 1 });

try {
  const [{ render }, bytes] = await Promise.all([import("./satr/index.js").catch(unreached), load("articles/mehr-4692303.json")]);
  await run(render, bytes);
} catch (error) {
  fail(error);
}

/** The bytes at `url`, as they come. */
async function load(url) {
  const response = await fetch(url).catch(unreached);
  return response.ok ? response.arrayBuffer() : unreached();
}

function unreached() {
  throw new Error("خبر از سرور نرسید. اتصال خود را وارسی کنید و دوباره بکوشید.");
}

/** Draws `source` and then whatever the editor holds, by the options chosen. */
async function run(render, source) {
  const draw = async () => {
    const options = { numerals: chosen("numerals"), theme: chosen("theme") };
    const began = performance.now();
    const drawn = await render(source, article, options);
    return { ...drawn, time: performance.now() - began };
  };

  const first = await draw();
  took.textContent = `نخستین رسم، با راه‌اندازی: ${number(first.time)} میلی‌ثانیه`;
  list(first.notes);
  editor.value = new TextDecoder().decode(source);

  // One drawing at a time, and after it the latest wish alone: the last one typed wins.
  let busy = false;
  let wanted = false;
  const redraw = async () => {
    wanted = true;
    if (busy) return;
    busy = true;
    while (wanted) {
      wanted = false;
      try {
        const { notes, time } = await draw();
        trouble.textContent = "";
        took.textContent = `رسم در ${number(time)} میلی‌ثانیه`;
        list(notes);
      } catch (error) {
        trouble.textContent = error.message; // the last good article stays
      }
    }
    busy = false;
  };

  let frame;
  editor.addEventListener("input", () => {
    source = editor.value;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(redraw);
  });
  choices.addEventListener("change", ({ target }) => {
    if (target.name !== "tab") redraw();
  });
}

/** What Satr left out or mended, for whoever wrote the data; at most 50 of them in full. */
function list(all) {
  const [summary, items] = notes.children;
  notes.hidden = all.length === 0;
  summary.textContent = `${number(all.length)} یادداشت دربارهٔ این داده`;
  items.replaceChildren(
    ...all.slice(0, 50).map(({ path, message }) => {
      const item = document.createElement("li");
      const place = document.createElement("code");
      place.textContent = path;
      item.append(place, " ", message);
      return item;
    }),
  );
}

/** In place of an article that never came: why, a way to try again, and a way round. */
function fail(error) {
  const state = document.querySelector("#failure").content.cloneNode(true);
  state.querySelector("p").textContent = error.message;
  state.querySelector("button").addEventListener("click", () => location.reload());
  article.replaceChildren(state);
}
