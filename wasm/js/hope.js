// Elements that could not load in, loaded anew when there is a network again, or the page is come back to.

/** Milliseconds after which it is tried again where the network was said to be back and is not yet; each time twice as long. */
const FIRST = 1000;
const LAST = 60_000;

const waiting = new Set();
let isListening = false;
let delay = Infinity;
let timer;

export function hope(element) {
  waiting.add(element);
  if (!isListening) {
    isListening = true;
    addEventListener("online", returned);
    addEventListener("pageshow", ({ persisted }) => persisted && returned());
  }
  if (delay > LAST || timer !== undefined) return;
  timer = setTimeout(retryAll, delay);
  delay *= 2;
}

function returned() {
  delay = FIRST;
  retryAll();
}

function retryAll() {
  clearTimeout(timer);
  timer = undefined;
  for (const element of waiting) element.reload();
}

export function giveUp(element) {
  waiting.delete(element);
}
