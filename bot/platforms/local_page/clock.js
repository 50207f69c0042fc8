// The strip that moves this chat's clock.

import { byId, notice } from "./dom.js";
import { Refused, post } from "./server.js";
import { momentInWords, say } from "./words.js";

export class Clock {
  constructor(moves) {
    this.moves = moves;
    this.ahead = 0;
    this.zone = "Asia/Tokyo";
    this.buttons = [...document.querySelectorAll("[data-move]")];
    for (const button of this.buttons) {
      button.addEventListener("click", () => this.move(button.dataset.move));
    }
    setInterval(() => this.draw(), 1000);
  }

  // `now` is the chat's time as the server knew it: this machine's clock need not agree.
  set({ now, ahead, zone }) {
    this.ahead = ahead;
    this.zone = zone;
    this.base = new Date(now).getTime() - performance.now();
    this.draw();
  }

  get present() {
    return new Date((this.base ?? Date.now() - performance.now()) + performance.now());
  }

  draw() {
    const moved = this.ahead > 0;
    const time = byId("clock-time");
    const words = momentInWords(this.present, this.zone);
    if (time.textContent !== words) {
      time.textContent = words;
      time.dateTime = this.present.toISOString();
    }
    byId("clock-state").textContent = say(moved ? "clock-moved" : "clock-real");
    byId("clock").classList.toggle("moved", moved);
    this.buttons[0].setAttribute("aria-pressed", String(!moved));
  }

  async move(where) {
    if (this.moving) return;
    this.moving = true;
    this.lock(true);
    this.moves();
    notice(say("clock-moving"), { stays: true });
    const asked = /^\d+$/.test(where) ? { ahead_seconds: this.ahead + Number(where) } : { to: where };
    try {
      this.set(await post("/local/clock", asked));
      notice(`${say("clock-arrived")} ${momentInWords(this.present, this.zone)}`);
    } catch (problem) {
      const none = problem instanceof Refused && problem.problem === "no_deadline";
      notice(say(none ? "clock-none" : "offline"), { bad: !none });
    } finally {
      this.moving = false;
      this.lock(false);
    }
  }

  // Not `disabled`: that would throw away the focus of whoever uses the keyboard.
  lock(locked) {
    byId("clock").setAttribute("aria-busy", String(locked));
    for (const button of this.buttons) button.setAttribute("aria-disabled", String(locked));
  }
}
