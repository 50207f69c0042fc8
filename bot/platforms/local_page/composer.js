// Where a person writes and attaches: what is typed is kept until the server has it.

import { byId, make, notice } from "./dom.js";
import { pictureOf } from "./bubbles.js";
import { newId } from "./server.js";
import { say } from "./words.js";

const DRAFT = "funso-draft";
const LARGEST = 50 * 1024 * 1024;

export class Composer {
  constructor({ said, chose }) {
    this.tell = { said, chose };
    this.text = byId("text");
    this.files = [];
    this.text.value = sessionStorage.getItem(DRAFT) ?? "";
    this.text.addEventListener("input", () => this.keep());
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("paste", (event) => this.paste(event));
    byId("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    byId("attach").addEventListener("click", () => byId("files").click());
    for (const input of [byId("files"), byId("camera")]) {
      input.addEventListener("change", () => {
        this.attach([...input.files]);
        input.value = "";
      });
    }
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      this.attach([...event.dataTransfer.files]);
    });
    this.grow();
  }

  keep() {
    sessionStorage.setItem(DRAFT, this.text.value);
    this.grow();
  }

  grow() {
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight + 2, 160)}px`;
  }

  key(event) {
    // While a Japanese input method is open, Enter only takes its suggestion. 229: Safari.
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    const touch = matchMedia("(pointer: coarse)").matches;
    if (event.shiftKey || touch) return;
    event.preventDefault();
    this.send();
  }

  paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.attach(files);
  }

  camera(roll) {
    byId(roll ? "files" : "camera").click();
  }

  attach(files) {
    for (const file of files) {
      if (file.size > LARGEST) notice(say("too-large"), { bad: true, stays: true });
      else this.files.push({ file, address: URL.createObjectURL(file) });
    }
    this.draw();
    this.text.focus();
  }

  draw() {
    const list = byId("attached");
    list.hidden = !this.files.length;
    list.replaceChildren(
      ...this.files.map((chosen) =>
        make(
          "li",
          {},
          chosen.file.type.startsWith("image/")
            ? pictureOf(chosen.address, chosen.file.type, chosen.file.name)
            : make("span", { class: "file" }, chosen.file.name),
          make(
            "button",
            {
              type: "button",
              "aria-label": `${say("remove")}: ${chosen.file.name}`,
              onclick: () => {
                this.files = this.files.filter((other) => other !== chosen);
                URL.revokeObjectURL(chosen.address);
                this.draw();
                this.text.focus();
              },
            },
            "×",
          ),
        ),
      ),
    );
  }

  send() {
    const words = this.text.value.trim();
    // What is sent together is answered together.
    const album = this.files.length > 1 ? { album: newId(), album_size: this.files.length } : {};
    for (const chosen of this.files) this.tell.chose(chosen.file, chosen.address, album);
    this.files = [];
    this.draw();
    if (words) this.tell.said(words);
    this.text.value = "";
    this.keep();
    this.text.focus();
  }
}
