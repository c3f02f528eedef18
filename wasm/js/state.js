// What there is instead of an article in, that drawn.

import { make, makeButton } from "./make.js";
import { STATES, WORDS } from "./words.js";

/** The one element that a state stands in, as the core draws it; with `retry`, and a button for it. */
export function drawState(node, state, { theme, headingLevel, message, retry }) {
  const [title, text] = STATES[state];
  const isWaiting = state === "waiting";
  const className = isWaiting ? "satr-state satr-skeleton" : "satr-state";
  const box = make(node, "div", { className, role: isWaiting ? "status" : "alert" });
  if (title) box.append(make(node, `h${headingLevel ?? 1}`, {}, title));
  box.append(make(node, "p", {}, message ?? text));
  const root = make(node, "div", { className: "satr", lang: "fa", dir: "rtl" }, box);
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (retry && title) box.append(make(node, "p", {}, makeButton(node, WORDS.retry, () => retry())));
  // What the network has taken it may give back.
  if (retry && state === "offline") addEventListener("online", () => root.isConnected && retry(), { once: true });
  return root;
}
