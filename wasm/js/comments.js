// Where comments are at home in, those drawn out, to be read, written and voted on: what the tag does, without the tag.

import { homeOf } from "./home.js";
import { SatrError, adopt, render } from "./index.js";
import { elementsIn, nodeType, parentOf } from "./platform.js";
import { roomOf } from "./room.js";

export { homeOf, roomOf }; // the tag's, which has a life of its own

/**
 * Shows the comments that are at home at `url` in the place of what `target` holds, an element or a shadow root; what a
 * server has drawn there of them is taken as it is. If it fails, the target keeps what it has.
 */
export async function showComments(target, url, options) {
  const { fetch, credentials, solvers, ...given } = { ...options };
  const look = { ...given, discussion: true }; // it is who calls this that says where its readers write
  const home = homeOf(url, { base: globalThis.document?.baseURI, credentials, transport: () => fetch });
  const data = await home.list({}, look.signal ?? new AbortController().signal);
  let view = isServed(target) ? adopt(target, look) : undefined;
  let choices = look;
  const draw = (data) => (view ? view.update(data, choices) : render(data, target, choices));
  const show = (data) => room.draw(data, () => draw(data));
  const { signal, ...later } = look; // the signal is that of the first drawing
  const room = roomOf({ target, home, data, redraw: () => show(room.data), solvers: () => solvers });
  try {
    const drawn = await show(data);
    view ??= drawn;
    choices = later;
    return {
      notes: drawn.notes,
      drawn: drawn.drawn,
      /** Draws them as they are, with other options. */
      async update(options) {
        choices = { ...choices, ...options };
        await show(room.data);
      },
      /** Asks for them once more. */
      async reload() {
        await show(await home.list({ sort: room.data.discussion.sort }, room.signal));
      },
      /** Takes them out of the target, and what listens there. */
      destroy() {
        room.end();
        view.destroy();
      },
    };
  } catch (error) {
    room.end();
    throw error;
  }
}

/** Whether a target holds what a server has drawn. */
function isServed(target) {
  try {
    if ([1, 11].includes(nodeType(target))) return [...elementsIn(target, ".satr")].some((page) => parentOf(page) === target);
  } catch {
    // no node at all
  }
  throw new SatrError("bad-target", "expected an element or a shadow root");
}
