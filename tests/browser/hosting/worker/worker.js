// `{ article, options }` as JSON in, its HTML out; or why it is refused.
import core from "./satr_bg.wasm";
import { init, renderToBytes } from "./ssr.js";
import lexicon from "./satr.zwnj";
import textCore from "./satr_text_bg.wasm";
import { init as initText } from "./text.js";

export default {
  async fetch(request) {
    try {
      await Promise.all([init(core), initText(textCore, lexicon)]);
      const { article, options } = await request.json();
      return new Response(await renderToBytes(article, options));
    } catch ({ name, message, code, detail }) {
      return Response.json({ name, message, code, detail }, { status: 422 });
    }
  },
};
