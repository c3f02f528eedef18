/** What there is of comments in, a server of them in the page out: the protocol, and failures when they are asked for. */

/** How many threads a page holds, and how many replies of each. */
const PAGE = 3;
const REPLIES = 2;

let homes = 0;

/** Threads `1` to `threads`, the last first; the third has `replies`, `3-1` and so on. */
export function serverOf({ threads = 7, replies = 7, ...more } = {}) {
  const home = `/told/comments-${(homes += 1)}`;
  const made = (id, parent, at) => ({
    id,
    parent,
    author: `خوانندهٔ ${id}`,
    text: `نظر ${id}`,
    date: new Date(1_565_767_800_000 + at * 60_000).toISOString(),
    up: 4,
    down: 1,
  });
  const comments = Array.from({ length: threads }, (_, at) => made(`${at + 1}`, "", at));
  for (let at = 1; at <= replies; at += 1) comments.push(made(`3-${at}`, "3", at));
  const server = {
    home,
    comments,
    discussion: { moderated: true, limit: 100, captcha: "", ...more },
    /** What was asked of it: `GET ?sort=best`, and what was sent. */
    asked: [],
    sent: [],
    /** What answers the next requests in the place of the server: `(request, answer) => Response`, or nothing to let it. */
    next: [],
    votes: new Map(),
    keys: new Map(),
    proofs: new Set(),
    answer: (request) => answered(server, request),
  };
  return server;
}

/** Lets servers answer while `body` runs, in the place of the browser's `fetch`. */
export async function serving(servers, body) {
  const { fetch } = window;
  window.fetch = async (address, init = {}) => {
    const url = new URL(address.url ?? address, location.href);
    const server = servers.find(({ home }) => `${url.pathname}/`.startsWith(`${home}/`));
    if (!server) return fetch(address, init);
    const { method = "GET", headers, signal } = init;
    const path = url.pathname.slice(server.home.length);
    const request = { method, path, search: url.searchParams, headers, body: init.body && JSON.parse(init.body) };
    server.asked.push(`${method} ${path}${url.search}`);
    if (request.body) server.sent.push(request.body);
    const ended = new Promise((_, fail) => signal?.addEventListener("abort", () => fail(signal.reason)));
    const act = server.next.shift();
    const answer = async () => server.answer(request);
    return Promise.race([act ? act(request, answer) : answer(), ended]);
  };
  try {
    await body();
  } finally {
    window.fetch = fetch;
  }
}

function answered(server, request) {
  if (!request.headers["satr-visitor"]?.match(/^[\w-]{22,64}$/)) return Response.json({}, { status: 400 });
  if (request.path === "/captcha") return Response.json(server.challenge());
  if (request.method === "GET") return listed(server, request);
  return request.path ? acted(server, request) : written(server, request);
}

/** An article of comments, as the server gives it. */
export function listed({ home, comments, discussion, votes }, { search }) {
  const sort = search.get("sort") ?? "newest";
  const starters = comments.filter(({ parent }) => !parent);
  const repliesOf = (id) => comments.filter(({ parent }) => parent === id);
  const own = (comment) => ({ ...comment, vote: votes.get(comment.id) ?? "none" });
  const article = (shown, next) =>
    Response.json({
      version: 1,
      language: "fa",
      comments: shown.map(own),
      commentRules: ["نظرات حاوی توهین منتشر نمی‌شود."],
      discussion: { url: home, count: comments.length, sort, next, ...discussion },
    });
  const thread = search.get("thread");
  if (thread) {
    const { id, parent } = comments.find(({ id }) => id === thread) ?? {};
    if (!id) return Response.json({}, { status: 404 });
    const starter = comments.find((comment) => comment.id === (parent || id));
    const replies = repliesOf(starter.id);
    const from = Number(search.get("after") ?? 0);
    const shown = replies.slice(from, from + PAGE + 1);
    const end = from + shown.length;
    return article([{ ...starter, more: replies.length - end }, ...shown], end < replies.length ? `${end}` : "");
  }
  if (sort !== "oldest") starters.reverse();
  const from = Number(search.get("after") ?? 0);
  const shown = starters.slice(from, from + PAGE).flatMap((starter) => {
    const replies = repliesOf(starter.id);
    const first = replies.slice(0, REPLIES);
    return [{ ...starter, more: replies.length - first.length }, ...first];
  });
  return article(shown, from + PAGE < starters.length ? `${from + PAGE}` : "");
}

function acted(server, { path, body: { act } }) {
  const id = decodeURIComponent(path.slice(1));
  const comment = server.comments.find((comment) => comment.id === id);
  if (!comment) return Response.json({ faults: ["failed"] }, { status: 404 });
  if (act === "report") return Response.json({ said: "reported" });
  const before = server.votes.get(id) ?? "none";
  for (const name of ["up", "down"]) comment[name] += (act === name) - (before === name);
  server.votes.set(id, act);
  return Response.json({ up: comment.up, down: comment.down, vote: act });
}

function written(server, { body }) {
  const { key, captcha, text, author, parent, email, anyway } = body;
  const content = JSON.stringify([text, author, parent, email]);
  const known = server.keys.get(key);
  if (known) {
    if (known.content !== content) return Response.json({ faults: ["failed"] }, { status: 409 });
    return Response.json(known.answer);
  }
  if (server.discussion.captcha) {
    if (!captcha) return Response.json({ faults: ["captcha-wrong"] }, { status: 422 });
    if (server.proofs.has(captcha)) return Response.json({ faults: ["captcha-expired"] }, { status: 422 });
    server.proofs.add(captcha);
  }
  if (!/[\u0600-\u06ff]/.test(text) && !anyway) return Response.json({ faults: ["not-persian"] }, { status: 422 });
  const isHeld = server.discussion.moderated;
  const comment = {
    id: `${100 + server.keys.size}`,
    parent,
    author,
    text,
    date: new Date().toISOString(),
    state: isHeld ? "pending" : "published",
  };
  server.comments.push(comment);
  const answer = { comment, said: isHeld ? "held" : "published" };
  server.keys.set(key, { content, answer });
  return Response.json(answer, { status: 201 });
}
