// An article's element in, the comments behind its page out.

import { OPTIONS } from "./attributes.js";
import { make } from "./make.js";
import { around, attributeOf, isShadow, parentOf } from "./platform.js";

const NAME = "satr-comments";

/** What the comments are as the article is; where they are at home is `comments` of the one, `src` of the other. */
const SHARED = ["theme", "mode", "credentials", ...Object.keys(OPTIONS)];

/** The parts of comments, which are to be reached as those of the article are. */
const PARTS = "comments, comment, rules, state";

/** The comments that an article's element has asked for. */
const asked = new WeakMap();

/** Whether an element is an article's own. */
export function isOwn(element) {
  return around(element)?.localName === "satr-article";
}

/** Whether a node is what an article's element has asked for, and no content of its author's. */
export function isOfArticle(node, element) {
  return node.localName === NAME && (asked.get(element) === node || attributeOf(element, "comments") !== null);
}

/**
 * Sees to it that behind an article's page in a target there are the comments that it now asks for. Those that a server has
 * drawn there in its shadow root, where no author puts any, are the article's as well.
 */
export function placeOwn(element, target) {
  const { comments: src, fetch, options } = element;
  const drawn = [...target.children].find(
    (node) => isOfArticle(node, element) || (isShadow(target) && node.localName === NAME),
  );
  if (!src && asked.delete(element)) return drawn?.remove();
  if (src && !asked.has(element)) asked.set(element, drawn ?? make(element, NAME));
  const comments = asked.get(element) ?? drawn;
  if (!comments) return;
  const attributes = { src: src ?? attributeOf(comments, "src"), exportparts: PARTS };
  for (const name of SHARED) attributes[name] = attributeOf(element, name);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) comments.removeAttribute(name);
    else if (attributeOf(comments, name) !== value) comments.setAttribute(name, value);
  }
  if ((comments.fetch ?? null) !== fetch) comments.fetch = fetch;
  if ((comments.options ?? null) !== options) comments.options = options;
  if (parentOf(comments) !== target) target.append(comments);
}
