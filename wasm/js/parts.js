// A page in a shadow root in, its parts named for `::part()` out.

/** Each is the class of the same name with `satr-` before it; element.js tells what they are. */
const PARTS =
  "article head path kicker headline deck byline tools lead dateline body figure gallery quote pull table embed code callout " +
  "points timeline poem foot contents footnotes tags share facts more comments comment rules state";

export function nameParts(root) {
  for (const name of PARTS.split(" "))
    for (const element of root.querySelectorAll(`.satr-${name}`)) element.part = name;
}
