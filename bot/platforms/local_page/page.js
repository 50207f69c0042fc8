// The page as a whole: the conversation, what a person does, and the connection.

import { Clock } from "./clock.js";
import { Composer } from "./composer.js";
import { byId, notice } from "./dom.js";
import { Log } from "./log.js";
import { pick, prepare } from "./picker.js";
import { Queue, Stream, get } from "./server.js";
import { locale, say } from "./words.js";

const TRY_AGAIN = 1500;

const log = new Log({ press, pick: pickDate, camera: (button) => composer.camera(button.roll) });
// Warnings that a moved clock brings are no answer to what was said before.
const clock = new Clock(() => log.anchorAt(null));
const queue = new Queue({
  sent: (id) => {
    log.mark(id, "");
    speak();
  },
  waiting: (id) => {
    log.mark(id, "waiting");
    heard(id);
  },
  refused: (id, problem) => {
    log.mark(id, "failed");
    heard(id);
    notice(say(problem.status === 413 ? "too-large" : "failed"), { bad: true });
    speak();
  },
});
const composer = new Composer({
  said: (text) => act("/local/say", { text }, { type: "said", text }),
  chose: (file, address, album) =>
    act("/local/photo", { file, ...album }, { type: "media", name: file.name, media_type: file.type }, address),
});

function act(path, sent, content, address) {
  const id = queue.add(path, sent);
  log.add({ id, mine: true, at: clock.present.toISOString(), content }, { address });
  log.mark(id, "sending");
  unheard.add(id);
  typing();
}

function press(button, message) {
  const sent = { payload: button.payload, label: button.label, message };
  act("/local/press", sent, { type: "pressed", ...sent });
  byId("text").focus({ preventScroll: true });
}

function pickDate(button, message) {
  pick(button, (value) => {
    const sent = { payload: button.payload, value, label: button.label, message };
    act("/local/pick", sent, { type: "picked", ...sent });
  });
}

// An answer is due while the server says so, and before our own message has come back from it.
const unheard = new Set();
let isDue = false;

function heard(id) {
  if (unheard.delete(id)) typing();
}

function typing() {
  const shown = isDue || unheard.size > 0;
  byId("typing").hidden = !shown;
  if (shown && log.follows) log.toEnd();
}

function show(entry, live) {
  // Our own message came back: the server has it, even if its answer to us was lost.
  if (entry.mine) {
    log.mark(entry.id, "");
    heard(entry.id);
  }
  log.add(entry, { live });
  if (live && entry.content.node && entry.content.toast) notice(entry.content.toast);
}

function stateIs(state) {
  log.zone = state.clock.zone;
  clock.set(state.clock);
  isDue = state.waiting;
  typing();
  spoken = state.clock.locale;
  speak();
}

// The chat's language was changed: the words come with the page. What is on its way is waited
// for, so that nothing is lost by it; the server tells a change only once.
let spoken = locale;

function speak() {
  if (spoken !== locale && !queue.items.length) location.reload();
}

async function begin() {
  let history;
  try {
    history = await get("/local/history");
  } catch {
    notice(say("offline"), { stays: true, bad: true });
    setTimeout(begin, TRY_AGAIN);
    return;
  }
  notice("");
  stateIs(history);
  for (const entry of history.entries) show(entry, false);
  for (const item of queue.items) {
    const content = { ...item.content, type: KIND[item.path] };
    log.add({ id: item.id, mine: true, at: clock.present.toISOString(), content });
  }
  // Only from here on is anything read out: not the whole past at once.
  byId("scroll").setAttribute("aria-busy", "false");
  document.body.classList.add("ready");
  new Stream(history.mark, {
    entry: (entry) => show(entry, true),
    state: stateIs,
    lost: () => notice(say("offline"), { stays: true, bad: true }),
    found: () => notice(say("online")),
  });
  if (!history.entries.length && !queue.items.length) queue.add("/local/join", {});
  queue.run();
}

const KIND = { "/local/say": "said", "/local/press": "pressed", "/local/pick": "picked" };

prepare();
begin();
if (matchMedia("(pointer: fine)").matches) byId("text").focus();
