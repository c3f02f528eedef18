# Two workers of workerd, each at a free port of this machine; `satr` is the package.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "told", worker = .told), (name = "bare", worker = .bare)],
  sockets = [
    (name = "told", address = "127.0.0.1:0", http = (), service = "told"),
    (name = "bare", address = "127.0.0.1:0", http = (), service = "bare"),
  ],
);

const told :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "ssr.js", esModule = embed "satr/ssr.js"),
    (name = "text.js", esModule = embed "satr/text.js"),
    (name = "satr_bg.wasm", wasm = embed "satr/satr_bg.wasm"),
    (name = "satr_text_bg.wasm", wasm = embed "satr/satr_text_bg.wasm"),
    (name = "satr.zwnj", data = embed "satr/satr.zwnj"),
  ],
  compatibilityDate = "2025-06-01",
);

const bare :Workerd.Worker = (
  modules = [
    (name = "bare.js", esModule = embed "bare.js"),
    (name = "ssr.js", esModule = embed "satr/ssr.js"),
  ],
  compatibilityDate = "2025-06-01",
);
