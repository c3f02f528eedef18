/** What only a driver can do in, done out: the page waits while run.mjs asks the browser for it. */

/** Presses keys one after another; one may be held down with another, as in `Shift+Tab`. */
export const press = (...keys) => wish(keys.map((key) => ["press", key]));

/** Types a text where the focus is. */
export const type = (text) => wish([["type", text]]);

/** Shows the page as on `screen`, or as in `print`. */
export const media = (name) => wish([["media", name]]);

/** A picture of the window, a PNG in base64; none where the driver takes none that can be held against another. */
export const picture = async () => (await wish([["picture"]]))[0];

/** Each wish is the name of one of an engine's methods, and what it is given; what comes of each is what comes. */
function wish(wishes) {
  return new Promise((wake) => {
    window.__granted = (came) => {
      window.__wishes = undefined;
      wake(came);
    };
    window.__wishes = wishes;
  });
}
