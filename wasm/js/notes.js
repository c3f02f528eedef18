// What a core reports of an article's data in, notes out.

/** Each is reported as `[path, code, message]`. */
export function toNotes(reports) {
  return reports.map(([path, code, message]) => ({ path, code, message }));
}
