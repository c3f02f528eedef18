// An article's element in, the comments that it asks for behind its page out.

import { OPTIONS } from "./attributes.js";
import { make } from "./make.js";
import { attributeOf, parentOf } from "./platform.js";

const NAME = "satr-comments";

/** What the comments are as the article is; where they are at home is `comments` of the one, `src` of the other. */
const SHARED = ["theme", "mode", "credentials", ...Object.keys(OPTIONS)];

/** The parts of comments, which are to be reached as those of the article are. */
const PARTS = "comments, comment, rules, state";

/** The comments that are an article's own, by its element; and those of any. */
const byArticle = new WeakMap();
const all = new WeakSet();

/** Whether an element is an article's own. */
export function isOwn(element) {
  return all.has(element);
}

/** Whether a node is what an article's element has asked for, and no content of its author's. */
export function isOfArticle(node, element) {
  return isOwn(node) || (isComments(node) && attributeOf(element, "comments") !== null);
}

/** Sees to it that behind an article's page in a target there are the comments that it now asks for, or none. */
export function placeOwn(element, target) {
  const { comments: src, fetch, options } = element;
  const drawn = [...target.children].find((node) => isOfArticle(node, element)); // by us, or a server
  if (!src) return drawn?.remove();
  const comments = drawn ?? byArticle.get(element) ?? make(element, NAME);
  byArticle.set(element, comments);
  all.add(comments);
  const attributes = { src, exportparts: PARTS };
  for (const name of SHARED) attributes[name] = attributeOf(element, name);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) comments.removeAttribute(name);
    else if (attributeOf(comments, name) !== value) comments.setAttribute(name, value);
  }
  if (comments.fetch !== fetch) comments.fetch = fetch;
  if ((comments.options ?? null) !== options) comments.options = options;
  if (parentOf(comments) !== target) target.append(comments);
}

function isComments({ localName }) {
  return localName === NAME;
}
