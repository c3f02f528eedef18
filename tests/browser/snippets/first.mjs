/** What a script of the docs asserts, and where it listens, out, to whoever has started it; it takes any port that is free. */
import { Server } from "node:net";

globalThis.__told = (line, came, wanted) => {
  const [is, was] = [came, wanted].map((value) => JSON.stringify(value));
  process.send({ line, error: is === was ? undefined : `line ${line} shows ${was}, and ${is} came` });
};

const { listen } = Server.prototype;
Server.prototype.listen = function (port, ...rest) {
  this.once("listening", () => process.send({ port: this.address().port }));
  return listen.call(this, 0, "127.0.0.1", ...rest.filter((one) => typeof one === "function"));
};

// Whoever has started it tells it when to end; till then that alone keeps nothing running.
process.channel.unref();
