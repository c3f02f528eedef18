// Comments as data in, the same with others out: each once, and each where it belongs.

/** Whose ids are not yet a server's. */
const OWN = "new-";

/** A comment by its id. */
export function commentOf({ comments }, id) {
  return comments.find((comment) => comment.id === id);
}

/** Whether only the page knows of a comment, which is on its way. */
export function isOnItsWay({ id }) {
  return id?.startsWith(OWN) ?? false;
}

/** Gives fresh data what is being written, and what is on its way, of the data that it takes the place of. */
export function keep(fresh, { comments, discussion }) {
  fresh.discussion.draft = discussion.draft;
  for (const comment of comments.filter(isOnItsWay)) if (!commentOf(fresh, comment.id)) add(fresh, comment);
}

/** A comment as we compare it: ids are texts, whatever they came as. */
export function read(comment) {
  const [id, parent] = [comment.id, comment.parent].map((name) => String(name ?? ""));
  return { ...comment, id, parent };
}

/** Puts the next comments behind those there are, which stay as they are; the ids of those that are new. */
export function append(data, fresh) {
  const added = merge(data, fresh.comments.filter(({ id }) => !commentOf(data, id)));
  data.discussion.next = fresh.discussion.next;
  data.discussion.count = fresh.discussion.count;
  return added;
}

/** Puts a part of a thread, from its start or `isFurther`, where it stands, or behind the others; the ids of what is new of it. */
export function addThread(data, { comments, discussion }, isFurther) {
  const added = merge(data, comments);
  const starter = starterOf(data, comments[0]?.id);
  if (!starter) return added;
  const known = comments.find(({ id }) => id === starter.id);
  const after = discussion.next ?? "";
  // Of the rest the server may say how much there is; that there is some it always says.
  starter.more = after === "" ? 0 : Math.max(1, (isFurther ? starter.more - added.length : known?.more) || 0);
  return added;
}

/** Those that are known are as they come now, the others stand behind them in the order in which they come. */
function merge(data, comments) {
  const added = [];
  for (const comment of comments) {
    const at = data.comments.findIndex(({ id }) => id === comment.id);
    if (at >= 0) data.comments[at] = comment;
    else added.push(comment);
  }
  data.comments.push(...added);
  return added.map(({ id }) => id);
}

/** The comment that the thread of a comment begins with. */
function starterOf(data, id) {
  const met = new Set();
  for (let comment = commentOf(data, id); comment; ) {
    const above = met.has(comment.id) ? undefined : commentOf(data, comment.parent);
    if (!above) return comment;
    met.add(comment.id);
    comment = above;
  }
  return undefined;
}

/** A comment that has just been written, under an id of its own; it is the data's from now on. */
export function write({ author, text, parent }, key) {
  return { id: OWN + key, parent, author, text, date: new Date().toISOString(), state: "pending" };
}

/** Puts a comment where its writer looks for it: a reply last in its thread, another first, but for those that are pinned. */
export function add(data, comment) {
  const isFirst = !comment.parent && data.discussion.sort !== "oldest";
  const at = isFirst ? data.comments.findIndex(({ pinned, parent }) => !pinned && !parent) : -1;
  data.comments.splice(at < 0 ? data.comments.length : at, 0, comment);
}

/** Puts one comment in the place of another, or takes that away. */
export function exchange(data, id, ...comments) {
  const at = data.comments.findIndex((comment) => comment.id === id);
  if (at >= 0) data.comments.splice(at, 1, ...comments.filter((comment) => !commentOf(data, comment.id)));
}
