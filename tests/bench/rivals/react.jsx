// React 19, drawn at once.
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Page } from "./article.jsx";
import { read } from "./read.js";

/** Draws; what comes back ends it. */
export function draw(bytes, target) {
  const root = createRoot(target);
  flushSync(() => root.render(<Page {...read(bytes)} />));
  return () => root.unmount();
}
