// What comments share with `satr`, and what they tell; compiled, never run.

import { showComments } from "satr/comments";
import type { Act, CommentsOptions, ShownComments } from "satr/comments";
import { showComments as bundled, SatrComments } from "satr/inline";

declare const target: HTMLElement;

const options: CommentsOptions = {
  numerals: "latin",
  credentials: "include",
  fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, authorization: "Bearer a1b2c3" } }),
  solvers: { mine: async ({ question }: { question: string }) => question },
};
const shown: ShownComments = await showComments(target, "/comments/1", options);
await shown.update({ theme: "dark" });
await shown.reload();
shown.destroy();
const same: typeof showComments = bundled;

const element: SatrComments = Object.assign(document.createElement("satr-comments"), { src: "/comments/1", options });
element.addEventListener("satr-act", (event) => {
  const act: Act = event.detail.act;
  if (act === "post" && event.detail.comment.email === "") event.preventDefault();
});
element.addEventListener("satr-comment", ({ detail: { comment, said } }) => {
  const isHeld: boolean = said === "held" && comment.state === "pending";
  console.log(isHeld);
});
document.createElement("satr-article").comments = "/comments/1";

// @ts-expect-error Comments have an address, and are not given.
await showComments(target, { comments: [] });
// @ts-expect-error Nothing of that name is done to comments.
const act: Act = "like";

export { act, same };
