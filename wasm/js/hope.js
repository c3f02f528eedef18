// Elements that could not load in, loaded anew when there is a network again, or the page is come back to.

const waiting = new Set();
let isListening = false;

export function hope(element) {
  waiting.add(element);
  if (isListening) return;
  isListening = true;
  const retryAll = () => waiting.forEach((element) => element.reload());
  addEventListener("online", retryAll);
  addEventListener("pageshow", ({ persisted }) => persisted && retryAll());
}

export function giveUp(element) {
  waiting.delete(element);
}
