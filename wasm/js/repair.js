// A drawing that may want lost half-spaces repaired in, the drawing done out.

/** Milliseconds that an article waits for what repairs it, before it is drawn without: text that has been read must not change. */
const PATIENCE = 1000;

const UNREPAIRED = {
  path: "",
  code: "unrepaired",
  message: "its half-spaces are lost, and satr/text and its lexicon have not come to repair them; it was only polished",
};

/**
 * Calls `draw` with nothing; if it gives nothing back, it wants a `repair`, and is called again with one, or with null
 * if none has come in time. Gives what was drawn and the `repair`, and a note if that could have been better.
 */
export async function withRepair(draw) {
  const drawn = draw(undefined);
  if (drawn !== undefined) return [drawn];
  const repair = await timely(repairer());
  return repair === null ? [draw(null), null, UNREPAIRED] : [draw(repair), repair];
}

async function repairer() {
  // Only now, as most articles want none.
  const text = await import("./text.js");
  return text.repairer();
}

/** What comes in time; null for what fails or is late. */
async function timely(coming) {
  let timer;
  const late = new Promise((wake) => {
    timer = setTimeout(wake, PATIENCE, null);
  });
  const failed = (error) => {
    console.warn("Satr:", error.detail ?? error);
    return null;
  };
  const first = await Promise.race([coming.catch(failed), late]);
  clearTimeout(timer);
  return first;
}
