// Comments at an address in, how their element shows them out; what does it comes with the first that is near.

import { COMMENT_STATES } from "./comment-words.js";
import { SatrError, render } from "./index.js";

/** An address of the page that names a comment, which is then not waited for until it is near. */
const NAMED = /^#(.*-)?comment-/;

/** Where each element's comments are at home, and what sees to what readers do to them. */
const homes = new WeakMap();
const rooms = new WeakMap();

export const comments = {
  isFresh: false, // whoever sees it may have voted, and may have a comment of their own that is held
  words: COMMENT_STATES,
  isWanted: () => NAMED.test(globalThis.location?.hash),
  asked: ({ src, credentials }) => (src ? [src, credentials] : []),

  async ask(element, [src, credentials], { base }, signal) {
    const module = await import("./comments.js").catch((error) => {
      throw new SatrError("network", "what sees to comments has not come", error);
    });
    const home = module.homeOf(src, { base, credentials, transport: () => element.fetch });
    homes.set(element, { home, ...module });
    const room = rooms.get(element);
    const sort = room?.home.href === home.href ? room.data.discussion.sort : undefined; // they stay in their order
    return { article: await home.list({ sort }, signal), notes: [] };
  },

  draw(element, data, target, view, { solvers, ...given }, redraw) {
    const options = { ...given, discussion: true }; // the page has said where its readers write
    const { home, roomOf } = homes.get(element);
    let room = rooms.get(element);
    if (room && (!view || room.target !== target || room.home.credentials !== home.credentials)) {
      room.end();
      room = undefined;
    }
    room ??= roomOf({ target, home, data, redraw, solvers: () => element.options?.solvers });
    rooms.set(element, room);
    return room.draw(data, () => (view ? view.update(data, options) : render(data, target, options)));
  },
};
