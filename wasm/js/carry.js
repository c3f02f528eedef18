// What readers have typed and where they are in, the same after a drawing out.

import { closest, elementsIn, focus, rootOf } from "./platform.js";

/** What can be typed into the form of comments. */
const FIELDS = ["text", "author", "email", "answer"];

/** The form of the comments in a target, if there is one. */
export function formIn(target) {
  return elementsIn(target, "form.satr-form")[0];
}

/** A field of a form by its name, whatever else a page has put over `form.elements`. */
export function fieldOf(form, name) {
  return form?.querySelector(`[name="${name}"]`) ?? undefined;
}

/**
 * What is to be kept of a target while it is drawn anew; called afterwards, it is put back where the drawing has not left it.
 * An element that is only moved may have lost the focus as well.
 */
export function carry(target) {
  const form = formIn(target);
  const before = FIELDS.map((name) => [name, fieldOf(form, name)]);
  for (const [, field] of before) if (field) field.value = field.value; // typed, from now on: no default is put over it
  const active = rootOf(target).activeElement;
  const isHere = active && closest(active, ".satr")?.parentNode === target;
  const { name, selectionStart, selectionEnd, selectionDirection } = isHere ? active : {};
  const place = isHere ? placeOf(active) : undefined;
  return () => {
    const fresh = formIn(target);
    for (const [name, field] of before) {
      const now = fieldOf(fresh, name);
      if (field && now && now !== field) now.value = field.value;
    }
    const now = rootOf(target).activeElement;
    if (!isHere || now === active || (now && now !== document.body)) return;
    const again = active.isConnected ? active : (fieldOf(fresh, name) ?? find(target, place));
    again?.focus({ preventScroll: true });
    if (again && rootOf(target).activeElement !== again) focus(again); // it takes none by itself any more
    if (FIELDS.includes(name)) again?.setSelectionRange?.(selectionStart, selectionEnd, selectionDirection);
  };
}

/** By what the same control is found in another drawing: its comment, and what it does there, or where it leads. */
function placeOf(element) {
  const comment = closest(element, ".satr-comment");
  return { id: comment?.id, act: element.name === "act" ? element.value : undefined, href: element.getAttribute("href") };
}

function find(target, { id, act, href }) {
  const comment = id && [...elementsIn(target, ".satr-comment")].find((element) => element.id === id);
  if (id && !comment) return undefined;
  const controls = [...elementsIn(comment ?? target, "a[data-comments], [name=act]")];
  return controls.find((control) => (act ? control.value === act : control.getAttribute("href") === href)) ?? comment;
}
