// From the reply tree to bubbles and cards (`handlers/replies.py` tells what there is).

import { copy, make, notice } from "./dom.js";
import { say, wallInWords } from "./words.js";

const fileAddress = (blob) => `/local/file/${blob.split("/").map(encodeURIComponent).join("/")}`;

// `act` does what a button is for: press, pick and camera (`page.js`).
function buttonOf(button, message, act) {
  const attributes = { class: `button ${button.style ?? "plain"}`, type: "button" };
  switch (button.type) {
    case "press":
      return make("button", { ...attributes, onclick: () => act.press(button, message) }, button.label);
    case "pick":
      return make(
        "button",
        { ...attributes, "aria-haspopup": "dialog", onclick: () => act.pick(button, message) },
        button.label,
      );
    case "copy":
      return copyButton(button.label, button.text);
    case "camera":
      return make("button", { ...attributes, onclick: () => act.camera(button) }, button.label);
    case "link":
      return linkTo(button);
    default:
      return null;
  }
}

function linkTo({ url, label }) {
  if (!/^https?:\/\//i.test(url)) return null;
  return make(
    "a",
    { class: "button plain", href: url, target: "_blank", rel: "noopener noreferrer" },
    make("span", {}, label, make("span", { "aria-hidden": "true" }, "\u2060 ↗")),
    make("span", { class: "quiet" }, `(${say("new-tab")})`),
  );
}

function copyButton(label, text) {
  const button = make("button", { class: "button plain", type: "button" }, label);
  button.addEventListener("click", async () => {
    const done = await copy(text);
    notice(say(done ? "copied" : "copy-failed"), { bad: !done });
    if (!done) return;
    button.classList.add("did");
    button.textContent = `✓ ${say("copied")}`;
    setTimeout(() => {
      button.classList.remove("did");
      button.textContent = label;
    }, 2000);
  });
  return button;
}

// What most people press next comes first.
export function buttonsFor(buttons = [], message, act) {
  const first = buttons.filter((button) => button.style === "primary");
  const others = buttons.filter((button) => button.style !== "primary");
  return [...first, ...others].map((button) => buttonOf(button, message, act)).filter(Boolean);
}

function buttonsOf(node, message, act) {
  const buttons = buttonsFor(node.buttons, message, act);
  return buttons.length ? make("div", { class: "buttons" }, ...buttons) : null;
}

function textOf(node, message, act) {
  const buttons = buttonsOf(node, message, act);
  return make("div", { class: "bubble" }, make("p", { class: "words" }, node.words), buttons);
}

function valueOf(value) {
  if (typeof value === "string") return value;
  return make("time", { datetime: value.at }, value.words);
}

function progressOf({ done, total }) {
  const words = `${done} / ${total}`;
  return make(
    "div",
    { class: "progress" },
    make("progress", { value: String(done), max: String(total), "aria-label": words }),
    make("span", { "aria-hidden": "true" }, words),
  );
}

function cardOf(node, message, act) {
  const rows = (node.rows ?? []).map((row) =>
    make("div", {}, make("dt", {}, row.label), make("dd", {}, valueOf(row.value))),
  );
  const notes = (node.notes ?? []).map((note) => make("p", { class: "note" }, note));
  return make(
    "article",
    { class: `card ${node.tone ?? "case"}` },
    make("h2", {}, node.title),
    node.progress ? progressOf(node.progress) : null,
    rows.length ? make("dl", {}, ...rows) : null,
    ...notes,
    buttonsOf(node, message, act),
  );
}

function copyableOf(node) {
  return make(
    "div",
    { class: "bubble copyable" },
    node.label ? make("p", { class: "above" }, node.label) : null,
    make("p", { class: "words sample", lang: /[ぁ-んァ-ヶ一-龠]/.test(node.words) ? "ja" : "en" }, node.words),
    node.meaning ? make("p", { class: "meaning" }, node.meaning) : null,
    make("div", { class: "buttons" }, copyButton(say("copy"), node.words)),
  );
}

export function pictureOf(address, kind, name) {
  if (kind.startsWith("video/")) {
    return make("video", { src: address, controls: true, preload: "metadata", "aria-label": name || say("video") });
  }
  if (!kind.startsWith("image/")) return make("span", { class: "file" }, name || say("file"));
  const image = make("img", { src: address, alt: name || say("photo") });
  // A kind of picture that this browser cannot show (HEIC): its name instead.
  image.addEventListener("error", () =>
    image.replaceWith(make("span", { class: "file" }, name || say("photo"))),
  );
  return image;
}

function mediaOf(node) {
  const address = fileAddress(node.blob);
  return make(
    "figure",
    { class: "bubble media" },
    pictureOf(address, node.media_type, node.name),
    node.caption ? make("figcaption", {}, node.caption) : null,
    make(
      "div",
      { class: "buttons" },
      make(
        "a",
        { class: "button plain", href: address, download: node.name || true },
        say("save"),
        make("span", { class: "quiet" }, node.name || ""),
      ),
    ),
  );
}

// Drawn on the server. The caption tells all that the picture shows, so its name is enough as alt.
function drawingOf(node, message, act) {
  const { title, stage } = node.timeline;
  const address = `/local/drawing/${encodeURIComponent(message)}`;
  return make(
    "figure",
    { class: "bubble media drawing" },
    make("a", { href: address, target: "_blank", rel: "noopener" }, pictureOf(address, "image/png", `${title} ${stage}`)),
    make("figcaption", { class: "words" }, node.caption),
    buttonsOf(node, message, act),
  );
}

const KINDS = { text: textOf, card: cardOf, copyable: copyableOf, media: mediaOf, picture: drawingOf };

export function answerOf(content, message, act) {
  const { node, toast } = content;
  if (node && KINDS[node.type]) return KINDS[node.type](node, message, act);
  return toast ? make("p", { class: "toast" }, toast) : null;
}

// What the person did. `address` is a photo's: the chosen file, or its place in the store.
export function deedOf(content, address) {
  switch (content.type) {
    case "said":
      return make("div", { class: "bubble" }, make("p", { class: "words" }, content.text));
    case "pressed":
      return make("div", { class: "bubble pressed" }, make("p", { class: "words" }, content.label || "…"));
    case "picked":
      return make("div", { class: "bubble pressed" }, make("p", { class: "words" }, wallInWords(content.value)));
    case "media": {
      const kind = content.media_type ?? "";
      const name = content.name ?? "";
      const picture = address
        ? pictureOf(address, kind, name)
        : make("span", { class: "file" }, name || say(kind.startsWith("video/") ? "video" : "photo"));
      return make("figure", { class: "bubble media" }, picture);
    }
    default:
      return null;
  }
}

export { fileAddress };
