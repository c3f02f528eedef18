// One article of the gallery, the one that the address names, under a thin bar.

import { create, failure, LINKED, load, theme, unreached } from "./shell.js";
import { SAMPLES } from "./samples.js";

const discussion = document.querySelector("#discussion");
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
    const asked = [core, load(`articles/${name}.json`), hasDiscussion()];
    const [{ render }, text, isDiscussed] = await Promise.all(asked);
    // What readers wrote stands in one place: at the server's, or, where there is none, in the article.
    const article = JSON.parse(text);
    if (isDiscussed) {
      delete article.comments;
      delete article.commentRules;
    }
    const draw = () => render(article, target, { theme: theme(), ...LINKED });
    await draw();
    if (isDiscussed) discuss();
    document.title = `${target.querySelector("h1").textContent} · سطر`;
    addEventListener("change", ({ target: { name } }) => {
      if (name === "theme") draw();
    });
  } catch (error) {
    target.replaceChildren(failure("این متن نمایش داده نشد", error));
  }
}

/** Whether the host of the page takes comments: one of files alone does not. */
async function hasDiscussion() {
  const response = await fetch(`comments?of=${name}`).catch(() => undefined);
  if (!response?.headers.get("content-type")?.includes("json")) return false;
  return Object.hasOwn(await response.json(), name);
}

/** Shows the comments of the article below it, at once: whoever flicks to the end of a page waits for nothing. */
function discuss() {
  const comments = create("satr-comments", { options: LINKED });
  comments.setAttribute("src", `comments/${name}`);
  comments.setAttribute("mode", "light");
  comments.setAttribute("loading", "eager");
  discussion.append(comments);
  discussion.hidden = false;
  import("./satr/element.js").catch(() => (discussion.hidden = true));
}
