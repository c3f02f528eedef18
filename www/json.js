// A value in, JSON as people write it out: what is short stands on one line.

import { create } from "./shell.js";

/** The longest line that is not taken apart. */
const LINE = 38;

/** The text of a value, on a line of which so much is written `before` it. */
export function write(value, indent = "", before = indent.length) {
  const line = onOneLine(value);
  if (before + line.length < LINE || typeof value !== "object" || value === null) return line;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = isList
    ? value.map((item) => write(item, inner))
    : Object.entries(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `;
        return name + write(item, inner, inner.length + name.length);
      });
  return `${isList ? "[" : "{"}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${isList ? "]" : "}"}`;
}

function onOneLine(value) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${onOneLine(item)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** The nodes of a JSON text: each string by itself, so that a Persian one stands between its own quotation marks. */
export function nodes(json) {
  return json.split(/("(?:[^"\\]|\\.)*")/).map((part) => {
    if (!part.startsWith('"')) return part;
    return create("span", {}, '"', create("bdi", {}, part.slice(1, -1)), '"');
  });
}
