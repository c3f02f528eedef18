// A discussion in the page, what it tells as it happens, and how many readers wrote of other articles.

import { copies } from "./controls.js";
import { create, failure, LINKED, number, unreached } from "./shell.js";
import { SAMPLES } from "./samples.js";

/** Events that are kept in sight. */
const KEPT = 20;

/** What was done, by the act that is told. */
const ACTS = {
  post: "نظر رسید",
  up: "موافق",
  down: "مخالف",
  none: "رأی پس گرفته شد",
  report: "گزارش رسید",
};
/** What became of it, by what the reader is told. */
const FATES = {
  held: "پس از بررسی منتشر می‌شود.",
  published: "منتشر شد.",
  reported: "بررسی‌کننده آن را می‌بیند.",
};

const home = document.querySelector(".home");
const comments = home.firstElementChild;
const log = document.querySelector("#log");
const counts = document.querySelector("#counts");
const list = create("ol");
list.reversed = true;

comments.options = LINKED;
comments.addEventListener("satr-ready", end, { once: true });
comments.addEventListener("satr-error", (event) => {
  end();
  if (event.detail.code !== "not-found") return;
  event.preventDefault();
  home.replaceChildren(document.querySelector("#without").content.cloneNode(true));
  for (const section of document.querySelectorAll(".of-server")) section.hidden = true;
});
comments.addEventListener("satr-comment", tell);
for (const button of document.querySelectorAll(".trio button")) {
  copies(button, () => button.previousElementSibling.textContent);
}
count();

try {
  await import("./satr/element.js").catch(unreached);
} catch (error) {
  end();
  home.replaceChildren(failure("نظرها نمایش داده نشد", error));
}

/** The comments have come, or there are none. */
function end() {
  home.classList.remove("ruled");
}

/** Tells an event, above those before it. */
function tell({ type, detail: { act, comment, said } }) {
  const writer = create("bdi", {}, comment.author || "بی‌نام");
  const votes = `${number(comment.up ?? 0)} موافق، ${number(comment.down ?? 0)} مخالف`;
  const name = create("bdi", { className: "latin", lang: "en", dir: "ltr" }, type);
  const more = create("span", {}, "نظرِ «", writer, `»: ${FATES[said] ?? votes}`);
  list.prepend(create("li", {}, create("b", {}, ACTS[act]), " ", more, " ", name));
  while (list.children.length > KEPT) list.lastElementChild.remove();
  if (!list.isConnected) log.replaceChildren(list);
  if (act === "post") count();
}

/** Shows how many comments each article of the gallery has, by one request. */
async function count() {
  const query = `comments?of=${SAMPLES.map(({ name }) => name).join()}`;
  document.querySelector("#query").textContent = `GET /${query}`;
  const response = await fetch(query).catch(() => undefined);
  if (!response?.ok) return;
  const of = await response.json();
  counts.replaceChildren(
    ...SAMPLES.map(({ name, genre }) => {
      const link = create("a", { className: "way", href: `article.html?name=${name}` }, genre);
      return create("li", {}, link, create("span", {}, of[name] ? `${number(of[name])} نظر` : "بی نظر"));
    }),
  );
}
