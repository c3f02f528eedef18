// What draws articles, loaded by the first call of any function, once.

import * as core from "./satr.js";
import { article } from "./files.js";
import { loader } from "./load.js";
import { runner } from "./run.js";

/** Every other function does this by itself; call it to load the wasm early, or to say where it is. */
export const init = loader(core.initSync, article);
export const run = runner(core.__wbg_reset_state);
