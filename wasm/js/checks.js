// What a reader has written in, what is to be put right of it out, as the server would say it.

/** The most characters of a name, and bytes of an address. */
const LONGEST_NAME = 60;
const LONGEST_ADDRESS = 254;

/** Something before the sign, and behind it a name of more than one part: the server may be stricter, and is never laxer. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Marks that join letters or keep them apart, and are no characters to whoever counts. */
const JOINERS = /[\u200c\u200d]/g;

/** What goes with the character before it, as far as it is told where a browser cannot tell. */
const JOINED = /\p{M}|\p{Emoji_Modifier}|\u200c|\u200d\p{Extended_Pictographic}?/gu;

/** How many characters readers see in a text. */
export function lengthOf(text) {
  const { Segmenter } = Intl;
  if (!Segmenter) return [...text.replace(JOINED, "")].length;
  let length = 0;
  for (const { segment } of new Segmenter("fa").segment(text)) if (segment.replace(JOINERS, "")) length += 1;
  return length;
}

/** An address for e-mail as machines know it: its digits may have been typed in Persian or Arabic. */
export function addressOf(typed) {
  const digit = (sign) => sign.codePointAt(0) - (sign < "۰" ? 0x660 : 0x6f0);
  return typed.trim().replace(/[٠-٩۰-۹]/g, digit);
}

/** What is to be put right before it is worth sending; `limit` is that of characters in the text, 0 for none. */
export function faultsOf({ text, author, email }, limit) {
  const bytes = new TextEncoder().encode(email).length;
  const found = {
    "text-missing": text.replace(JOINERS, "").trim() === "",
    "text-too-long": limit > 0 && lengthOf(text) > limit,
    "author-too-long": lengthOf(author) > LONGEST_NAME,
    "email-invalid": email !== "" && (bytes > LONGEST_ADDRESS || !ADDRESS.test(email)),
  };
  return Object.keys(found).filter((fault) => found[fault]);
}

/** What a form says that is to be put right which a server has drawn, with what was typed in it; `limit` as above. */
export function faultsIn(form, limit) {
  if (!form.querySelector(".satr-error")) return [];
  const isInvalid = (name) => form.querySelector(`[name="${name}"][aria-invalid]`) !== null;
  const { value } = form.querySelector("[name=text]");
  const [ofText] = faultsOf({ text: value, author: "", email: "" }, limit);
  const found = {
    [ofText ?? "not-persian"]: isInvalid("text"),
    "author-too-long": isInvalid("author"),
    "email-invalid": isInvalid("email"),
  };
  const faults = Object.keys(found).filter((fault) => found[fault]);
  return faults.length > 0 ? faults : ["failed"];
}

/** What an answer of this status means where it says nothing more. */
const BY_STATUS = { 403: "refused", 410: "closed", 413: "text-too-long", 429: "too-many" };

/** All there can be; what else a server says is a failure. */
const FAULTS = [
  ...["failed", "offline", "too-many", "closed", "parent-gone", "refused", "text-missing", "text-too-long"],
  ...["not-persian", "author-too-long", "email-invalid", "captcha-wrong", "captcha-expired", "insecure"],
];

/** What an answer that does not take a comment finds wrong; without one, whether there is a network. */
export function faultsOfAnswer({ status, body }) {
  const told = [body?.faults ?? []].flat().filter((fault) => FAULTS.includes(fault));
  if (told.length > 0) return told;
  if (status === 0 && navigator.onLine === false) return ["offline"];
  return [BY_STATUS[status] ?? "failed"];
}
