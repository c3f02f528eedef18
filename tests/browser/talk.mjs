/** A request for the comments of the docs in, the answer of a server of comments out; what is voted is soon forgotten. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export const HOME = "/comments/4692303";

/** `{ status, contentType, body }`, or nothing if what is asked for lies elsewhere. */
export async function answerComments(path, { method, body }, casesDir) {
  if (path !== HOME && !path.startsWith(`${HOME}/`)) return undefined;
  const { headline: _, ...article } = JSON.parse(await readFile(join(casesDir, "discussion/input.json"), "utf8"));
  const answer = method === "POST" ? acted(article, path.slice(HOME.length + 1), JSON.parse(body)) : article;
  return { status: 200, contentType: "application/json", body: JSON.stringify(answer) };
}

function acted({ comments }, id, { act }) {
  const { up = 0, down = 0, vote = "none" } = comments.find((comment) => comment.id === id);
  const count = (name, votes) => votes + (act === name) - (vote === name);
  return { up: count("up", up), down: count("down", down), vote: act };
}
