/** A page in, the states out that a reader brings it to, beside the one it comes in. */
import { until } from "./frame.js";

/** Each by what it is called: what of the page leads to it, how one comes there, and back. */
const STATES = [
  {
    name: "with a picture of the gallery open",
    find: (page) => page.querySelector('.satr-gallery [data-act="view"]'),
    async bring(page, link) {
      link.click();
      await until(() => page.querySelector("dialog[open]") !== null);
    },
    leave: (page) => page.querySelector("dialog")?.close(),
  },
  {
    name: "with a note open",
    find: (page) => page.querySelector(".satr-note-ref > a"),
    async bring(page, reference) {
      reference.click();
      await until(() => page.querySelector(".satr-preview") !== null);
    },
    leave: (page) => page.querySelector(".satr-preview")?.hidePopover(),
  },
  {
    name: "with its data",
    find: (page) => page.querySelector('[name="tab"][value="data"]'),
    bring: (_, tab) => tab.click(),
  },
  {
    name: "with its options",
    find: (page) => page.querySelector('[name="tab"][value="options"]'),
    bring: (_, tab) => tab.click(),
  },
  {
    name: "with a text mended and an edit open",
    find: (page) => page.querySelector('#samples > [value="damaged"]'),
    async bring(page, sample) {
      if (page.querySelector(".word") === null) sample.click();
      await until(() => page.querySelector(".word") !== null);
      page.querySelector(".word").click();
    },
    leave: (page) => page.querySelector('#note button[value="0"]').click(),
  },
  {
    name: "in its host's own sheet, at night",
    find: (page) => page.querySelector('[name="mode"][value="light"]'),
    async bring(page, choice) {
      choice.click();
      page.querySelector("#night").click();
      await until(() => page.querySelector("satr-article > .satr .satr-body") !== null);
    },
    async leave(page) {
      page.querySelector('[name="mode"][value=""]').click();
      page.querySelector("#night").click();
      await until(() => page.querySelector("satr-article").shadowRoot.querySelector(".satr-body") !== null);
    },
  },
];

export function statesOf(page) {
  return STATES.filter(({ find }) => find(page)).map(({ name, find, bring, leave = () => {} }) => ({
    name,
    bring: () => bring(page, find(page)),
    leave: () => leave(page),
  }));
}
