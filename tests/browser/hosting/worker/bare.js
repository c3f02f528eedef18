// An article in a worker that does not say where the wasm is in, why it is refused out.
import { renderToBytes } from "./ssr.js";

export default {
  async fetch(request) {
    const { article } = await request.json();
    return renderToBytes(article).then(
      (html) => new Response(html),
      ({ name, message, code, detail }) => Response.json({ name, message, code, detail }, { status: 422 }),
    );
  },
};
