// What there is instead of an article in, that drawn.

import { SatrError } from "./error.js";
import { make, makeButton } from "./make.js";
import { STATES, WORDS } from "./words.js";

/** What a state may be told by; what is no choice is refused. */
export function readState(state, { theme, headingLevel, title, message, retry }) {
  const check = (name, is, expected) => {
    if (!is) throw new SatrError("bad-options", `${name}: expected ${expected}`);
  };
  check("state", Object.hasOwn(STATES, state), Object.keys(STATES).join(" or "));
  check("options.theme", [undefined, null, "auto", "light", "dark"].includes(theme), "auto, light or dark");
  check("options.headingLevel", [1, 2, 3, 4, 5, 6].includes(headingLevel ?? 1), "a whole number from 1 to 6");
  check("options.title", typeof (title ?? "") === "string", "a string");
  check("options.message", typeof (message ?? "") === "string", "a string");
  check("options.retry", typeof (retry ?? check) === "function", "a function");
  return { state, theme, headingLevel: headingLevel ?? 1, title, message, retry };
}

/** The one element that a state stands in, as the core draws it; with `retry`, and a button for it. */
export function drawState(node, { state, theme, headingLevel, title = STATES[state][0], message, retry }) {
  const [, text] = STATES[state];
  const isWaiting = state === "waiting";
  const className = isWaiting ? "satr-state satr-skeleton" : "satr-state";
  const box = make(node, "div", { className, role: isWaiting ? "status" : "alert" });
  if (title) box.append(make(node, `h${headingLevel}`, {}, title));
  box.append(make(node, "p", {}, message ?? text));
  if (retry && title) box.append(make(node, "p", {}, makeButton(node, WORDS.retry, () => retry())));
  const root = make(node, "div", { className: "satr", lang: "fa", dir: "rtl" }, box);
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  return root;
}

/** What is shown for want of a network, and what tries again when it is back. */
const waiting = new Map();

/** Tries again when the network is back, if what says that it is gone is still shown. */
export function retryOnline(root, retry) {
  if (waiting.size === 0) addEventListener("online", retryAll, { once: true });
  for (const gone of waiting.keys()) if (!gone.isConnected) waiting.delete(gone);
  waiting.set(root, retry);
}

function retryAll() {
  const all = [...waiting];
  waiting.clear();
  for (const [root, retry] of all) if (root.isConnected) retry();
}
