/** An origin in, a page of WebKitGTK on it, on a screen of its own that nobody sees, out. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { Builder, Capabilities } from "selenium-webdriver";

/** Milliseconds between two looks whether the driver listens. */
const PAUSE = 50;
/** Milliseconds that a session has to begin, and how many may be asked for. */
const START = 25_000;
const ATTEMPTS = 3;

/** Starts the browser with a fresh profile; `complaints` are those that harness.js gathers, the driver tells of none. */
export async function launch(origin) {
  const processes = [];
  const end = () => processes.forEach((child) => child.kill());
  process.once("exit", end);
  try {
    const display = await startScreen(processes);
    const driver = await startDriver(processes, display, new URL(origin).host);
    const ask = (expression) => driver.executeScript(`return ${expression}`);
    return {
      complaints: () => ask("window.__complaints.splice(0)"),
      open: (url) => driver.get(url),
      evaluate: ask,
      screenshot: async (path) => writeFile(path, await driver.takeScreenshot(), "base64"),
      async close() {
        await driver.quit();
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** A screen that is not there, and its name: it takes the first that is free. */
async function startScreen(processes) {
  const arguments_ = ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
  const screen = await run(processes, "Xvfb", arguments_, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(screen.stdio[3], "data");
  return `:${String(number).trim()}`;
}

/** A session of a driver of its own. Now and then a first one never begins; the next does. */
async function startDriver(processes, display, proxy) {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const child = await runDriver(processes, display);
    const session = startSession(child.address, proxy);
    const begun = await Promise.race([session, new Promise((wake) => setTimeout(wake, START))]);
    if (begun) return begun;
    session.catch(() => {}); // its driver is ended, so it fails, to nobody's surprise
    child.kill();
  }
  throw new Error(`no session in ${ATTEMPTS} times ${START / 1000} s`);
}

async function runDriver(processes, display) {
  const { WAYLAND_DISPLAY, ...env } = process.env;
  const port = await freePort();
  const driver = process.env.SATR_WEBKIT ?? "WebKitWebDriver";
  const child = await run(processes, driver, [`--port=${port}`], { stdio: "ignore", env: { ...env, DISPLAY: display } });
  const address = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${address}/status`).catch(() => undefined))) await new Promise((wake) => setTimeout(wake, PAUSE));
  return Object.assign(child, { address });
}

async function startSession(address, proxy) {
  const wanted = new Capabilities({
    browserName: "MiniBrowser",
    // Whatever is not on this machine is asked of our server, which knows to answer with nothing.
    proxy: { proxyType: "manual", httpProxy: proxy, sslProxy: proxy, noProxy: ["127.0.0.1"] },
  });
  return new Builder().disableEnvironmentOverrides().usingServer(address).withCapabilities(wanted).build();
}

/** Starts a program; rejects if it is not there. */
async function run(processes, program, arguments_, options) {
  const child = spawn(program, arguments_, options);
  await once(child, "spawn");
  processes.push(child);
  return child;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
