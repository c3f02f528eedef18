// Preact 11, whose first drawing is at once.
import { render } from "preact";
import { Page } from "./article.jsx";
import { read } from "./read.js";

/** Draws; what comes back ends it. */
export function draw(bytes, target) {
  render(<Page {...read(bytes)} />, target);
  return () => render(null, target);
}
