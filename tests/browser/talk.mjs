/** A request for comments in, those of the docs or of the demo, the answer of a server out; what is voted is soon forgotten. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where comments are at home: of the docs those of one article, of the demo those of any. */
const HOME = /^(?:\/comments\/4692303|\/demo\/comments\/[\w-]+)(?=\/|$)/;
/** Where they are counted. */
const COUNTED = "/demo/comments";

/** `{ status, contentType, body }`, or nothing if what is asked for lies elsewhere. */
export async function answerComments(path, { method, search, body }, casesDir) {
  if (path === COUNTED) return json(counted(search.get("of").split(",")));
  const [home] = HOME.exec(path) ?? [];
  if (home === undefined) return undefined;
  const input = await readFile(join(casesDir, "discussion/input.json"), "utf8");
  const { headline: _, discussion, ...article } = JSON.parse(input);
  if (method === "POST") return json(acted(article, path.slice(home.length + 1), JSON.parse(body)));
  // Nobody has done anything yet; and nothing is to be proved: no stand-in could tell whether it is.
  const comments = article.comments.map(({ said: _, ...comment }) => comment);
  return json({ ...article, comments, discussion: { ...discussion, url: home, captcha: "" } });
}

function json(answer) {
  return { status: 200, contentType: "application/json", body: JSON.stringify(answer) };
}

function counted(names) {
  return Object.fromEntries(names.map((name) => [name, name.length]));
}

function acted({ comments }, id, { act }) {
  const { up = 0, down = 0, vote = "none" } = comments.find((comment) => comment.id === id);
  const count = (name, votes) => votes + (act === name) - (vote === name);
  return { up: count("up", up), down: count("down", down), vote: act };
}
