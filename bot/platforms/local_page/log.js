// The conversation on the screen: each entry once, days between them, scrolled to its end.

import { answerOf, buttonsFor, deedOf, fileAddress } from "./bubbles.js";
import { byId, make } from "./dom.js";
import { dayInWords, say, timeInWords } from "./words.js";

const AT_END = 80;
const ANSWERS_FOR = 15_000;

export class Log {
  constructor(act) {
    this.act = act;
    this.list = byId("log");
    this.scroll = byId("scroll");
    this.shown = new Map();
    this.zone = "Asia/Tokyo";
    this.day = "";
    this.unread = 0;
    // One's own last message, while answers to it come in: a long answer is read from its start.
    this.anchor = null;
    this.top = 0;
    this.scroll.addEventListener("scroll", () => {
      // Only a person scrolls up: a picture that grows below the end moves nothing.
      const up = this.scroll.scrollTop < this.top;
      this.top = this.scroll.scrollTop;
      if (this.isAtEnd() || this.isAtAnchor()) this.follows = true;
      else if (up) this.follows = false;
      if (this.isAtEnd()) this.seenAll();
    });
    byId("further").addEventListener("click", () => {
      this.anchor = null;
      this.toEnd();
    });
    document.addEventListener("visibilitychange", () => document.hidden || this.seenAll());
    // Whoever reads further up is left there. Pictures and keyboards change heights afterwards.
    this.follows = true;
    const sizes = new ResizeObserver(() => this.follows && this.toEnd());
    sizes.observe(this.list);
    sizes.observe(this.scroll);
  }

  has(id) {
    return this.shown.has(id);
  }

  // `address`: a chosen photo that the server does not have yet.
  add(entry, { address = entry.blob && fileAddress(entry.blob), live = true } = {}) {
    if (this.has(entry.id)) return;
    const inside = entry.mine ? deedOf(entry.content, address) : answerOf(entry.content, entry.id, this.act);
    if (!inside) return;
    const moment = new Date(entry.at);
    this.separateDays(moment);
    const line = make(
      "div",
      { class: `line ${entry.mine ? "mine" : "theirs"}${live ? " fresh" : ""}` },
      make("span", { class: "quiet" }, `${say(entry.mine ? "me" : "bot")}: `),
      inside,
      make("time", { class: "when", datetime: entry.at }, timeInWords(moment, this.zone)),
    );
    this.shown.set(entry.id, line);
    this.list.append(line);
    this.offer(entry);
    if (entry.mine && live) this.anchorAt(line);
    if (this.follows || entry.mine) this.toEnd();
    if (!this.isAtEnd()) byId("further").hidden = false;
    if (live && !entry.mine && document.hidden) this.count(this.unread + 1);
  }

  separateDays(moment) {
    const day = dayInWords(moment, this.zone);
    if (day === this.day) return;
    this.day = day;
    this.list.append(make("p", { class: "day" }, make("span", {}, day)));
  }

  // The buttons of the last answer again, where the thumb is.
  offer(entry) {
    const chips = byId("chips");
    const buttons = entry.mine ? [] : entry.content.node?.buttons;
    chips.replaceChildren(...buttonsFor(buttons, entry.id, this.act));
    chips.hidden = !chips.childElementCount;
    chips.scrollLeft = 0;
  }

  // How one's own message fares: "sending", "waiting", "failed" or "".
  mark(id, state) {
    const line = this.shown.get(id);
    if (!line) return;
    line.querySelector(".fate")?.remove();
    line.classList.toggle("failed", state === "failed");
    const words = { sending: say("sending"), waiting: say("unsent"), failed: say("failed") }[state];
    // That it is on its way need not be read out; that it is not, must.
    if (words) line.append(make("span", { class: `fate ${state}`, "aria-hidden": state === "sending" && "true" }, words));
  }

  isAtEnd() {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < AT_END;
  }

  anchorAt(line) {
    clearTimeout(this.release);
    this.anchor = line;
    this.release = setTimeout(() => (this.anchor = null), ANSWERS_FOR);
  }

  get anchorTop() {
    return this.anchor ? this.anchor.offsetTop - 8 : Infinity;
  }

  isAtAnchor() {
    return Math.abs(this.scroll.scrollTop - this.anchorTop) < 4;
  }

  // To the end, but never past the beginning of the answer to one's own last message.
  toEnd() {
    this.follows = true;
    const end = this.scroll.scrollHeight - this.scroll.clientHeight;
    this.scroll.scrollTop = Math.min(end, this.anchorTop);
    if (this.isAtEnd()) this.seenAll();
  }

  seenAll() {
    byId("further").hidden = true;
    if (!document.hidden) this.count(0);
  }

  count(unread) {
    this.unread = unread;
    document.title = (unread ? `(${unread}) ` : "") + say("title");
  }
}
