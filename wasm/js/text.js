// What people call to mend a text by itself, and what `render` asks to repair an article's.

import * as core from "./satr_text.js";
import { MESSAGES, SatrError } from "./error.js";
import * as files from "./files.js";
import { toBytes, toOptions } from "./input.js";
import { contents, loader } from "./load.js";
import { runner } from "./run.js";

export { SatrError };

// Told here, so that a page with an article does not load it.
MESSAGES["bad-lexicon"] = "واژه‌نامهٔ نیم‌فاصله خوانا نیست.";

/** Characters of the longest text that is mended, as many as an article may have. */
const LONGEST = 8 * 1024 * 1024;

const load = loader(core.initSync, files.text);
const run = runner(core.__wbg_reset_state);

/** The bytes of what is known of words, once they are asked for. */
let lexicon;

/** Loads the wasm and the lexicon, each once. */
export async function init(source, lexiconSource) {
  await Promise.all([load(source), loadLexicon(lexiconSource)]);
}

/** After a failure it may be called again. */
function loadLexicon(source) {
  return (lexicon ??= fetchLexicon(source).catch((error) => {
    lexicon = undefined;
    throw error;
  }));
}

/** A copy: what the caller gave may be given away. */
async function fetchLexicon(source) {
  try {
    return toBytes(await contents(await source, "the lexicon", files.lexicon)).slice();
  } catch (error) {
    const isTold = ["network", "no-wasm"].includes(error?.code);
    throw isTold ? error : new SatrError("network", "the lexicon has not come", error);
  }
}

/** Mends a text; the lexicon is loaded if the text needs it. */
export async function normalize(text, options) {
  if (typeof text !== "string") throw new SatrError("bad-type", `expected a text, ${typeof text} came`);
  if (text.length > LONGEST) throw new SatrError("too-large", `expected at most ${LONGEST} characters`);
  const { json } = toOptions(options, { numerals: "keep" });
  await load();
  const known = run(core.wantsRepair, text, json) ? await loadLexicon() : new Uint8Array();
  const edits = toEdits(text, run(core.normalize, text, json, known));
  return { text: apply(text, edits), edits };
}

/** Here, and not in the core, to which half of a surrogate pair is no character. */
function apply(text, edits) {
  let mended = "";
  let done = 0;
  for (const { start, end, to } of edits) {
    mended += text.slice(done, start) + to;
    done = end;
  }
  return mended + text.slice(done);
}

let rules;

function toEdits(text, numbers) {
  rules ??= run(core.listRules).split(" ");
  const edits = [];
  for (let at = 0; at < numbers.length; at += 4) {
    const start = numbers[at];
    const end = numbers[at + 1];
    const to = numbers[at + 2];
    edits.push({
      start,
      end,
      from: text.slice(start, end),
      to: to === 0 ? "" : String.fromCodePoint(to),
      rule: rules[numbers[at + 3]],
    });
  }
  return edits;
}

/** What finds an article's lost half-spaces, as the article's core asks for it. */
export async function repairer() {
  const [known] = await Promise.all([loadLexicon(), load()]);
  try {
    run(core.repair, "", 0, known);
  } catch (error) {
    // What is no lexicon is told here, once, and not text by text.
    lexicon = undefined;
    throw error;
  }
  return (text, rules) => run(core.repair, text, rules, known);
}
