// The form of a room's comments in, what is written there checked, kept, sent once, and shown.

import { proofsOf } from "./captcha.js";
import { fieldOf, formIn } from "./carry.js";
import { addressOf, faultsIn, faultsOf, faultsOfAnswer } from "./checks.js";
import { tellLength } from "./count.js";
import { dropDraft, keepDraft, keptDraft } from "./drafts.js";
import { mayBePersian } from "./index.js";
import { add, commentOf, exchange, read, write } from "./threads.js";
import { token } from "./visitor.js";

/** In which field a fault is to be put right. */
const FIELDS = { text: /^(text-|not-persian)/, author: /^author-/, email: /^email-/, answer: /^captcha-/ };

/** What another proof may mend. */
const UNPROVEN = ["captcha-wrong", "captcha-expired"];

/** Where a form tells what came of what was sent. */
const saidIn = (form) => form?.querySelector(".satr-said");

export function writerOf(room) {
  const { home, target } = room;
  const proofs = proofsOf(home, room.solvers, room.signal);
  /** Told by once, so that what is sent again after an answer was lost is not taken twice. */
  let key = "";
  let isRestored = false;
  /** What a server's form has told, which the data does not know of. */
  let toldBefore = "";

  /** What the data says of the form; what is typed stands in its fields alone. */
  const draft = () => (room.data.discussion.draft ??= {});

  const typed = () => {
    const form = formIn(target);
    const [text, author, email] = ["text", "author", "email"].map((name) => fieldOf(form, name)?.value ?? "");
    return { text, author, email, parent: draft().parent ?? "", key };
  };

  const keepTyped = () => {
    const { parent, text, author, email } = typed();
    if (text || author || email || parent) keepDraft(home.href, typed());
    else dropDraft(home.href);
  };

  /** Shows what is to be put right, and goes to the first field of that. */
  const show = async (faults) => {
    Object.assign(draft(), { faults, sending: false });
    await room.redraw();
    const names = faults.map((fault) => Object.keys(FIELDS).find((name) => FIELDS[name].test(fault)));
    const form = formIn(target);
    names.map((name) => name && fieldOf(form, name)).find((field) => field && field.type !== "hidden")?.focus();
  };

  /** Sends it, once more with another proof where that is what is wrong. */
  const send = async (fields) => {
    const { captcha } = room.data.discussion;
    for (let isAgain = false; ; isAgain = true) {
      const proof = captcha ? { captcha: await proofs.take(captcha) } : {};
      const answer = await home.write("", { ...fields, ...proof });
      const { comment, said } = answer.body ?? {};
      if ([200, 201].includes(answer.status) && comment?.id) return { comment: read(comment), said };
      const faults = faultsOfAnswer(answer);
      const isWorthAnother = captcha && !isAgain && faults.some((fault) => UNPROVEN.includes(fault));
      if (!isWorthAnother) throw Object.assign(new Error(faults.join()), { faults, status: answer.status });
    }
  };

  const writer = {
    keep() {
      keepTyped();
      tellLength(formIn(target), room.data.discussion.limit);
    },

    /** Before the first drawing, a server's form, if it is one, says which comment is answered, or what was kept does. */
    begin(form) {
      if (isRestored) return;
      const [parent, served] = ["parent", "key"].map((name) => fieldOf(form, name)?.value ?? "");
      const kept = keptDraft(home.href);
      key = kept?.key || served; // what was sent from here may have been taken
      const answered = [parent, kept?.parent].find((id) => id && commentOf(room.data, id));
      if (answered) draft().parent ??= answered;
      const faults = form ? faultsIn(form, room.data.discussion.limit) : [];
      if (faults.length > 0) draft().faults ??= faults;
      toldBefore = saidIn(form)?.textContent ?? "";
    },

    /** After each drawing, what there is to say of the text; after the first, what was kept of it stands there again. */
    settle() {
      const form = formIn(target);
      if (!form) return;
      const kept = isRestored ? undefined : keptDraft(home.href);
      const status = saidIn(form);
      if (!isRestored && status?.textContent === "") status.textContent = toldBefore;
      isRestored = true;
      for (const name of ["text", "author", "email"]) {
        const field = fieldOf(form, name);
        if (kept && field?.value === "") field.value = kept[name];
      }
      tellLength(form, room.data.discussion.limit);
    },

    /** Begins with what takes a while, as somebody is going to write. */
    async prepare() {
      const { captcha } = room.data.discussion;
      if (!captcha) return;
      await proofs.begin(captcha).catch(async ({ fault }) => {
        // Whatever else is wrong may be right by the time of sending.
        if (fault !== "insecure" || draft().faults?.includes(fault)) return;
        draft().faults = [...(draft().faults ?? []), fault];
        await room.redraw();
      });
    },

    async reply(id) {
      if (draft().sending) return;
      draft().parent = id;
      keepTyped();
      await room.redraw();
      fieldOf(formIn(target), "text")?.focus();
    },

    /** It is no reply after all; whoever was writing is where they had come from. Whether it was one. */
    cancel() {
      const { parent, sending } = draft();
      if (!parent || sending) return false;
      draft().parent = "";
      keepTyped();
      room.redraw().then(() => room.elementOf(parent)?.querySelector("[data-comments=reply]")?.focus());
      return true;
    },

    async submit(form) {
      const { discussion } = room.data;
      if (draft().sending) return;
      const { author = "", email = "", text = "", ...others } = Object.fromEntries(new FormData(form));
      const { website, answer, token: question, anyway } = others;
      const parent = draft().parent ?? "";
      const comment = { author: author.trim(), email: addressOf(email), text: text.trim(), parent };
      discussion.said = "nothing";
      draft().sending = true; // from now on no other is sent
      const faults = faultsOf(comment, discussion.limit ?? 0);
      if (faults.length === 0 && !anyway && !(await isToBeRead(comment.text))) faults.push("not-persian");
      if (faults.length > 0) return show(faults);
      if (!room.asks({ act: "post", comment: { ...comment } })) return void (draft().sending = false);

      key ||= token();
      keepTyped();
      const shown = write(comment, key);
      draft().faults = [];
      add(room.data, shown);
      await room.redraw();
      const fields = { ...comment, key, website, answer, token: question, anyway: anyway === "1" };
      let came;
      try {
        came = await send(fields);
      } catch (error) {
        if (room.signal.aborted) return; // what was kept is there when they are shown again
        return fail(error, shown);
      }
      if (room.signal.aborted) {
        const kept = keptDraft(home.href);
        if (kept?.key === fields.key && kept.text === text) dropDraft(home.href);
        return;
      }
      exchange(room.data, shown.id, came.comment);
      settleTaken(text, came.said);
      await room.redraw();
      room.tell({ act: "post", comment: came.comment, said: came.said });
    },
  };

  /** Whether a text is in the language of the page, as far as we can tell. */
  const isToBeRead = async (text) => !/^(fa|prs|pes)?(-|$)/i.test(room.data.language ?? "") || mayBePersian(text).catch(() => true);

  /** All is as it was before it was sent, and what is typed stays; what the page did not know of is asked for. */
  const fail = async ({ faults, fault = "failed", status }, shown) => {
    exchange(room.data, shown.id);
    const isTakenBefore = status === 409; // as it then was: this is another
    const isOrphaned = faults?.includes("parent-gone");
    if (isTakenBefore) key = "";
    if (isOrphaned) draft().parent = "";
    keepTyped();
    if (isTakenBefore || isOrphaned) await room.refresh();
    await show(faults ?? [fault]);
  };

  /** It is the server's from now on: what is written next is another. */
  const settleTaken = (text, said) => {
    const { discussion } = room.data;
    key = "";
    discussion.draft = {};
    discussion.said = said;
    if (said === "published" && discussion.count !== undefined) discussion.count += 1;
    const field = fieldOf(formIn(target), "text");
    if (field?.value === text) field.value = ""; // and not what has been typed since
    if (field?.value) keepTyped();
    else dropDraft(home.href);
  };

  return writer;
}
