/** What came and what was to come in, nothing or an error that shows the first difference out; for pages and Node alike. */

/** An article that is drawn. */
export const ARTICLE = { headline: "سطر" };

/** One that has lost its half-spaces, and its headline with them. */
export const DAMAGED = {
  headline: "سازمانهای مردمنهاد",
  body: "سازمانها در حوزههای گوناگون نمیتوانند کارهایی بزرگ کنند. تشکلهای دیگر و شبکههایی از آنها می آیند.",
};
export const REPAIRED_HEADLINE = "سازمان\u200Cهای مردم\u200Cنهاد";

/** Holds when the promise that `act` gives rejects with an error of this code, made for a reader and a developer. */
export async function refuses(act, code, detail = /./) {
  let given;
  try {
    given = await act();
  } catch (error) {
    if (error?.code !== code)
      throw new Error(
        `expected an error with code "${code}", got ${error?.code === undefined ? "none" : `"${error.code}"`}: ${error}`,
      );
    if (error.name !== "SatrError" || !/^[\u0600-\u06FF]/.test(error.message) || !detail.test(error.detail))
      throw new Error(`expected a SatrError, in Persian, with a detail like ${detail}, got ${error}: ${error.detail}`);
    return error;
  }
  throw new Error(`expected an error with code "${code}", got ${brief(String(given))}`);
}

/** The bytes that lie at an address of our server. */
export async function fetchBytes(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Holds when both are the same bytes. */
export function sameBytes(actual, expected) {
  if (!(actual instanceof Uint8Array))
    throw new Error(`expected a Uint8Array, got ${Object.prototype.toString.call(actual)}`);
  const shared = Math.min(actual.length, expected.length);
  let at = 0;
  while (at < shared && actual[at] === expected[at]) at += 1;
  if (at === shared && actual.length === expected.length) return;
  throw new Error(
    `first different byte at ${at} (${actual.length} bytes came, ${expected.length} were expected)\n` +
      `came:     ${around(actual, at)}\nexpected: ${around(expected, at)}`,
  );
}

/** Holds when both trees are the same to `isEqualNode`. */
export function sameTree(actual, expected) {
  if (actual.isEqualNode(expected)) return;
  throw new Error(
    firstDifference(actual, expected) ??
      "isEqualNode says no, and a walk over names, attributes and text finds nothing",
  );
}

/** Where two trees part, as a path, and both sides in short. */
function firstDifference(actual, expected) {
  const left = [[actual, expected, step(actual, 0)]];
  while (left.length > 0) {
    const [ours, theirs, path] = left.pop();
    const [came, wanted] = [describe(ours), describe(theirs)];
    if (came !== wanted) return `trees part at ${path}\nbuilt:    ${brief(came)}\nexpected: ${brief(wanted)}`;
    const count = Math.max(ours?.childNodes.length ?? 0, theirs?.childNodes.length ?? 0);
    // Last child first, so that the first one is the next to be looked at.
    for (let index = count - 1; index >= 0; index -= 1) {
      const [child, other] = [ours.childNodes[index], theirs.childNodes[index]];
      left.push([child, other, `${path} > ${step(child ?? other, index)}`]);
    }
  }
  return undefined;
}

/** A node without its children, written so that equal nodes and only those are written alike. */
function describe(node) {
  if (node === undefined) return "nothing";
  if (node.nodeType !== Node.ELEMENT_NODE) return `${node.nodeName} ${JSON.stringify(node.nodeValue)}`;
  const attributes = [...node.attributes].map(
    ({ namespaceURI, name, value }) =>
      ` ${namespaceURI ?? ""}${namespaceURI ? ":" : ""}${name}=${JSON.stringify(value)}`,
  );
  const namespace = node.namespaceURI === "http://www.w3.org/1999/xhtml" ? "" : ` in ${node.namespaceURI}`;
  return `<${node.localName}${attributes.sort().join("")}>${namespace}`;
}

function step(node, index) {
  const mark = node.className ? `.${String(node.className).split(" ")[0]}` : "";
  return `${node.nodeName.toLowerCase()}${mark}[${index}]`;
}

function around(bytes, at) {
  return brief(JSON.stringify(new TextDecoder().decode(bytes.subarray(Math.max(0, at - 40), at + 40))));
}

function brief(text) {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
