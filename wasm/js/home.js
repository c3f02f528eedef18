// The address of comments in, what is read there and written to out.

import { SatrError } from "./index.js";
import { ask, within } from "./source.js";
import { read } from "./threads.js";
import { visitor } from "./visitor.js";

/** Milliseconds that an answer to what is sent may take. */
const TIMEOUT = 10_000;

/**
 * Where comments are at home: `address`, from the `base` of its page. `transport` gives what asks, if it is not the browser's
 * `fetch`; every request says which visitor it comes from.
 */
export function homeOf(address, { base, credentials, transport }) {
  if (!URL.canParse(address, base)) throw new SatrError("bad-options", `src: expected an address, "${address}" came`);
  const { href } = new URL(address, base);
  const mode = ["omit", "include"].includes(credentials) ? credentials : "same-origin";
  const send = (url, init) => {
    const headers = { accept: "application/json", "satr-visitor": visitor(), ...init.headers };
    return (transport?.() ?? fetch)(url, { credentials: mode, ...init, headers });
  };
  return {
    href,
    credentials: mode,
    /** The comments that `search` asks for, as an article; fails as an article does. */
    async list(search, signal) {
      const { article } = await ask([below(href, "", search), "json", mode], { transport: send, base }, signal);
      return listOf(article, href, base);
    },
    /** What is there to be proven, as it comes. */
    async challenge(signal) {
      const { article } = await ask([below(href, "captcha"), "json", mode], { transport: send, base }, signal);
      return parsed(article);
    },
    /** Sends something once: the answer's `status`, 0 if there is none, and its `body`. */
    async write(id, fields) {
      const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) };
      const act = async (signal) => {
        const response = await send(below(href, id), { ...init, signal });
        return { status: response.status, body: await response.json().catch(() => null) };
      };
      return within(TIMEOUT, act, new AbortController().signal).catch(() => ({ status: 0, body: null }));
    },
  };
}

/** What is below an address, or the same with more to it. */
function below(href, id, search = {}) {
  const url = new URL(href);
  url.hash = "";
  if (id) url.pathname = `${url.pathname.replace(/\/$/, "")}/${encodeURIComponent(id)}`;
  for (const [name, value] of Object.entries(search)) if (value) url.searchParams.set(name, value);
  return url.href;
}

/** An answer that is an article with comments, whose address, as their home says it, is to lead there from the page as well. */
function listOf(bytes, href, base) {
  const { comments, discussion, ...rest } = parsed(bytes);
  const told = typeof discussion?.url === "string" ? discussion.url : href;
  const [there, here] = [href, base].map((from) => (URL.canParse(told, from) ? new URL(told, from).href : href));
  const url = there === here ? told : there;
  const isComment = (comment) => typeof comment === "object" && comment !== null;
  return { ...rest, comments: [comments ?? []].flat().filter(isComment).map(read), discussion: { ...discussion, url } };
}

function parsed(bytes) {
  let value;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new SatrError("bad-json", "expected JSON", error);
  }
  if (typeof value !== "object" || value === null) throw new SatrError("bad-type", "expected an object");
  return value;
}
