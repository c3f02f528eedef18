// Comments that are drawn in, what readers do to them done: one listener a kind of event, whatever is drawn later.

import { carry, formIn } from "./carry.js";
import { closest, elementsIn, emit, focus, listen } from "./platform.js";
import { addThread, append, commentOf, isOnItsWay, keep } from "./threads.js";
import { reportsOf, votesOf } from "./votes.js";
import { writerOf } from "./writer.js";

/** What an address of the page names a comment by. */
const NAMED = /^#(?:.*-)?comment-(.+)$/;

/** Those who are to be told when the address of the page is another; one is let go of with its page. */
const rooms = new Set();
let isListening = false;

/** By a target, where the comments are at home that were drawn there last. */
const shownIn = new WeakMap();

function follow(room) {
  if (!isListening) addEventListener("hashchange", () => rooms.forEach((place) => said(place.deref()?.showNamed())));
  isListening = true; // not by the rooms there are: all of them may go
  for (const place of rooms) if (!place.deref()) rooms.delete(place);
  rooms.add(new WeakRef(room));
}

/**
 * Sees to the comments that are drawn in a `target` from `data`, which is changed and then shown by `redraw`; their `home` is
 * what is asked and written to. `solvers` gives a host's own makers of proofs.
 */
export function roomOf({ target, home, data, redraw, solvers }) {
  const end = new AbortController();
  const { signal } = end;
  const asking = new Map();
  /** The word that is being composed, which a drawing would break off: in which `field`, when it has `ended`, and its `end`. */
  let word;
  /** By the id of a thread, what its next replies are asked for by. */
  const further = new Map();
  let isBegun = false;
  let planned;

  const room = {
    target,
    home,
    signal,
    solvers,
    data,
    /** Draws once whatever has been changed until now; resolves when it is drawn. */
    redraw() {
      planned ??= Promise.resolve().then(() => {
        planned = undefined;
        return signal.aborted ? undefined : redraw();
      }).catch((error) => console.error("Satr:", error));
      return planned;
    },
    /** Draws by `act` what may be fresh data; what is typed, and who is where, is as before. */
    async draw(fresh, act) {
      if (fresh !== room.data) {
        keep(fresh, room.data);
        further.clear();
      }
      room.data = fresh;
      if (word?.field.isConnected) await word.ended;
      // What was typed to be sent elsewhere stays there.
      const isAnothers = (shownIn.get(target) ?? home.href) !== home.href;
      writer.begin(isAnothers ? undefined : formIn(target));
      const putBack = isAnothers ? undefined : carry(target);
      const drawn = await act();
      shownIn.set(target, home.href);
      putBack?.();
      writer.settle();
      if (!isBegun) begin();
      return drawn;
    },
    asks: (detail) => emit(target, "satr-act", detail, true),
    tell: (detail) => emit(target, "satr-comment", detail),
    elementOf: (id) => [...elementsIn(target, ".satr-comment")].find((element) => element.id.endsWith(`comment-${id}`)),
    /** Asks for comments, by the name of what is asked for: another of the same name ends it. It `isTold` if they do not come. */
    async list(name, search, isTold = true) {
      asking.get(name)?.abort();
      const mine = new AbortController();
      asking.set(name, mine);
      if (room.data.discussion.said === "failed") {
        room.data.discussion.said = "nothing"; // said again, it is to be heard again
        room.redraw();
      }
      try {
        const fresh = await home.list(search, mine.signal);
        return asking.get(name) === mine ? fresh : undefined;
      } catch (error) {
        if (mine.signal.aborted || !isTold) return undefined;
        room.data.discussion.said = "failed";
        await room.redraw();
        return undefined;
      } finally {
        if (asking.get(name) === mine) asking.delete(name);
      }
    },
    /** Asks for all of them anew, in the order they are in if no other is told; what is being written stays. */
    async refresh(sort = room.data.discussion.sort) {
      const fresh = await room.list("list", { sort });
      if (!fresh) return;
      keep(fresh, room.data);
      Object.assign(room.data, fresh);
      further.clear();
      await room.redraw();
    },
    isAsking: (name) => asking.has(name),
    /** Shows the comment that the address of the page names; if it is not here, with its thread. */
    async showNamed() {
      const [, name] = NAMED.exec(globalThis.location.hash) ?? [];
      const id = name && decoded(name);
      if (!id || signal.aborted || !target.isConnected) return;
      for (let after; !commentOf(room.data, id); ) {
        const fresh = await room.list("named", { thread: id, after }, false); // it may be of other comments on the page
        if (!fresh) return;
        addThread(room.data, fresh, after !== undefined);
        after = fresh.discussion.next;
        further.set(fresh.comments[0]?.id, after);
        await room.redraw();
        if (!after) break;
      }
      const element = room.elementOf(id);
      if (!element) return;
      focus(element);
      element.scrollIntoView();
    },
    end() {
      end.abort();
      for (const mine of asking.values()) mine.abort();
    },
  };
  const writer = writerOf(room);
  const vote = votesOf(room);
  const report = reportsOf(room);

  function begin() {
    isBegun = true;
    follow(room);
    if (globalThis.scrollY === 0) said(room.showNamed()); // who has gone on is not called back
  }

  const goTo = (ids) => {
    const element = ids.length > 0 && room.elementOf(ids[0]);
    if (element) focus(element);
  };

  /** What links do, by their `data-comments`. */
  const deeds = {
    sort: (link) => room.refresh(searchOf(link, "sort")),
    async more() {
      const { next, sort } = room.data.discussion;
      if (!next || room.isAsking("list")) return;
      const fresh = await room.list("list", { sort, after: next });
      if (!fresh) return;
      const added = append(room.data, fresh);
      await room.redraw();
      goTo(added);
    },
    async thread(link) {
      const id = searchOf(link, "thread");
      const name = `thread ${id}`;
      if (room.isAsking(name)) return;
      const after = further.get(id);
      const fresh = await room.list(name, { thread: id, after });
      if (!fresh) return;
      further.set(id, fresh.discussion.next);
      const added = addThread(room.data, fresh, after !== undefined);
      await room.redraw();
      goTo(added);
    },
    reply(link) {
      const comment = commentOf(room.data, searchOf(link, "reply"));
      if (comment && !isOnItsWay(comment)) return writer.reply(comment.id);
    },
    cancel: () => writer.cancel(),
  };
  /** The element that a selector means, from where an event happened upwards, if it is of what is drawn here. */
  const ours = (event, selector) => {
    const element = closest(event.target, selector);
    return element && closest(element, ".satr")?.parentNode === target ? element : null;
  };

  listen(target, "click", (event) => {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || event.defaultPrevented) return;
    const link = ours(event, "a[data-comments]");
    const deed = link && deeds[link.dataset.comments];
    if (!deed) return;
    event.preventDefault();
    link.setAttribute("aria-busy", "true");
    said(Promise.resolve(deed(link)).finally(() => link.removeAttribute("aria-busy")));
  }, signal);

  listen(target, "submit", (event) => {
    if (event.defaultPrevented) return;
    const form = ours(event, "form");
    if (form?.matches(".satr-form")) {
      event.preventDefault();
      said(writer.submit(form));
      return;
    }
    const act = event.submitter?.value;
    const id = form?.matches(".satr-acts") && decoded(form.getAttribute("action").split(/[?#]/)[0].split("/").at(-1));
    const comment = id && commentOf(room.data, id);
    if (!comment) return; // as without a script
    event.preventDefault();
    if (isOnItsWay(comment)) return;
    if (act === "up" || act === "down") said(vote(id, act));
    if (act === "report") said(report(id));
  }, signal);

  listen(target, "input", (event) => ours(event, ".satr-form") && writer.keep(), signal);
  listen(target, "focusin", (event) => ours(event, ".satr-form") && said(writer.prepare()), signal);
  listen(target, "keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || !ours(event, ".satr-form")) return;
    if (writer.cancel()) event.preventDefault();
  }, signal);
  listen(target, "compositionstart", ({ target: field }) => {
    word?.end();
    word = { field };
    word.ended = new Promise((resolve) => (word.end = resolve));
  }, signal);
  for (const type of ["compositionend", "focusout"]) {
    listen(target, type, () => {
      word?.end();
      word = undefined;
    }, signal);
  }

  return room;
}

/** What is done by and by and fails is for developers; readers have been told where it is theirs to know. */
function said(doing) {
  doing?.catch?.((error) => console.error("Satr:", error));
}

function searchOf(link, name) {
  return new URL(link.href).searchParams.get(name) ?? "";
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
