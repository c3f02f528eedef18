// What a reader thinks of a comment in, shown at once, and sent: one request a comment at a time, and the last wish wins.

import { commentOf } from "./threads.js";

/** What there would be of a comment if this were its reader's vote. */
export function voted({ up = 0, down = 0, vote = "none" }, wish) {
  const count = (name, votes) => Math.max(0, votes + (wish === name) - (vote === name));
  return { up: count("up", up), down: count("down", down), vote: wish };
}

/** Votes on the comments of a `room`, which shows them, and sends what is wished to where they are at home. */
export function votesOf(room) {
  /** By the id of a comment, what is wished of it, and what its server was last heard to say. */
  const wishes = new Map();

  const show = (id, change) => {
    const comment = commentOf(room.data, id);
    if (!comment) return undefined; // what is shown is another list by now
    Object.assign(comment, change);
    room.redraw();
    return comment;
  };

  return async (id, act) => {
    const comment = commentOf(room.data, id);
    const wish = act === comment.vote ? "none" : act; // once more is taken back
    if (!room.asks({ act: wish, comment })) return;
    const { up, down, vote } = comment;
    const isUnderWay = wishes.has(id);
    const entry = wishes.get(id) ?? { heard: { up, down, vote } };
    entry.wish = wish;
    wishes.set(id, entry);
    show(id, { ...voted(entry.heard, wish), said: "nothing" });
    if (isUnderWay) return;
    for (let sent; sent !== entry.wish; ) {
      sent = entry.wish;
      const { status, body } = await room.home.write(id, { act: sent });
      if (status !== 200 || typeof body?.vote !== "string") {
        wishes.delete(id);
        show(id, { ...entry.heard, said: "failed" });
        return;
      }
      const { up, down, vote } = body;
      entry.heard = { up, down, vote };
      const now = show(id, voted(entry.heard, entry.wish)) ?? { id, ...entry.heard };
      room.tell({ act: sent, comment: now, said: "nothing" });
    }
    wishes.delete(id);
  };
}

/** Tells where the comments of a `room` are at home that one is not as it should be: once, however often it is said. */
export function reportsOf(room) {
  const sent = new Set();
  return async (id) => {
    const comment = commentOf(room.data, id);
    if (sent.has(id) || !room.asks({ act: "report", comment })) return;
    sent.add(id);
    const { status, body } = await room.home.write(id, { act: "report" });
    const isTaken = status === 200 && body?.said === "reported";
    if (!isTaken) sent.delete(id);
    const now = commentOf(room.data, id) ?? comment;
    now.said = isTaken ? "reported" : "failed";
    room.redraw();
    if (isTaken) room.tell({ act: "report", comment: now, said: "reported" });
  };
}
