/** Nothing in, what comes of votes and reports tested: shown at once, sent once, taken back where they fail. */
import { test } from "../harness.js";
import { click, gate, includes, pressed, same, sameList, talking, until } from "./mount.js";

export async function checkVoting() {
  await test("a vote is shown at once, sent, and told of", () =>
    talking({}, async (page, server, element) => {
      const told = [];
      document.body.addEventListener("satr-comment", ({ detail }) => told.push(detail), { once: true });
      const button = page.act("7", "up");
      button.focus();
      click(button);
      await until(() => pressed(page.act("7", "up")) === "true ۵", "it is shown");
      await until(() => told.length === 1, "it is told");
      sameList(server.sent, [{ act: "up" }], "what was sent");
      same(`${told[0].act} ${told[0].comment.id} ${told[0].comment.up} ${told[0].said}`, "up 7 5 nothing");
      same(page.focused(), button, "what has the focus");
      same(element.isConnected, true);
    }));

  await test("once more takes it back, the other takes its place", () =>
    talking({}, async (page, server) => {
      click(page.act("7", "up"));
      await until(() => server.votes.get("7") === "up", "it is taken");
      click(page.act("7", "down"));
      await until(() => server.votes.get("7") === "down", "the other is taken");
      same(pressed(page.act("7", "up")), "false ۴");
      same(pressed(page.act("7", "down")), "true ۲");
      await new Promise((resolve) => setTimeout(resolve, 20));
      click(page.act("7", "down"));
      await until(() => server.votes.get("7") === "none", "it is taken back");
      await until(() => pressed(page.act("7", "down")) === "false ۱", "that is shown");
    }));

  await test("of many clicks one is under way at a time, and the last is what is sent in the end", () =>
    talking({}, async (page, server) => {
      const slow = gate();
      server.next.push(async (_, answer) => (await slow.opened, answer()));
      for (const act of ["up", "down", "down", "up", "down"]) {
        click(page.act("7", act));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      same(pressed(page.act("7", "down")), "true ۲", "what is shown");
      same(server.sent.length, 1, "how many were sent");
      slow.open();
      await until(() => server.votes.get("7") === "down", "the last is taken");
      sameList(server.sent, [{ act: "up" }, { act: "down" }], "what was sent");
      same(pressed(page.act("7", "up")), "false ۴");
    }));

  await test("a vote that fails is taken back, and said, and may be given again", () =>
    talking({}, async (page, server) => {
      const slow = gate();
      server.next.push(async () => (await slow.opened, new Response("", { status: 500 })));
      click(page.act("6", "down"));
      await until(() => pressed(page.act("6", "down")) === "true ۲", "it is shown");
      slow.open();
      await until(() => pressed(page.act("6", "down")) === "false ۱", "it is taken back");
      includes(page.comment("6").textContent, "انجام نشد");
      click(page.act("6", "down"));
      await until(() => server.votes.get("6") === "down", "it is taken");
      await until(() => !page.comment("6").textContent.includes("انجام نشد"), "it no longer says that it failed");
    }));

  await test("a report is sent once, and said", () =>
    talking({}, async (page, server) => {
      const button = page.act("5", "report");
      click(button);
      click(button);
      await until(() => page.comment("5").textContent.includes("گزارش شما رسید"), "it is said");
      sameList(server.sent, [{ act: "report" }], "what was sent");
    }));

  await test("the page may keep a reader from it", () =>
    talking({}, async (page, server) => {
      const asked = [];
      page.element.addEventListener("satr-act", (event) => {
        asked.push(`${event.detail.act} ${event.detail.comment.id}`);
        event.preventDefault();
      });
      click(page.act("7", "up"));
      click(page.act("7", "report"));
      await new Promise((resolve) => setTimeout(resolve, 30));
      same(asked.join(), "up 7,report 7");
      same(server.sent.length, 0, "how many were sent");
      same(pressed(page.act("7", "up")), "false ۴");
    }));
}
