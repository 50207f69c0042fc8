// The date picker: the browser's own field in a dialog, with 決定 and やめる.

import { byId } from "./dom.js";
import { say, wallInWords } from "./words.js";

let answer = null;

// The field follows the browser's own language; the words below it have the weekday.
function tell() {
  const { value } = byId("picker-value");
  byId("picker-words").textContent = value ? wallInWords(value) : "";
}

// In the chat's language: the browser's own bubble speaks the browser's, and vanishes.
function problemOf(field) {
  if (!field.value) return say("pick-missing");
  if (field.checkValidity()) return "";
  const range = [field.min, field.max].map((end) => (end ? wallInWords(end) : "")).join(" – ");
  return `${say("pick-range")} ${range}`;
}

export function prepare() {
  byId("picker-value").addEventListener("input", tell);
  byId("picker-cancel").addEventListener("click", () => byId("picker").close());
  byId("picker").addEventListener("close", () => {
    answer = null;
  });
  byId("picker").querySelector("form").addEventListener("submit", (event) => {
    const field = byId("picker-value");
    const problem = problemOf(field);
    if (!problem) {
      answer?.(field.value);
      return;
    }
    event.preventDefault();
    byId("picker-problem").textContent = problem;
    field.focus();
  });
}

// Minutes as the field wants them; a date alone takes no time.
const fitted = (text, isDate) => (text ? text.slice(0, isDate ? 10 : 16) : "");

export function pick({ mode, initial, earliest, latest, label }, chosen) {
  const isDate = mode === "date";
  const words = say(isDate ? "pick-date" : "pick-moment");
  const field = byId("picker-value");
  field.type = isDate ? "date" : "datetime-local";
  field.min = fitted(earliest, isDate);
  field.max = fitted(latest, isDate);
  field.value = fitted(initial, isDate);
  field.labels[0].textContent = words;
  byId("picker-title").textContent = label || words;
  byId("picker-problem").textContent = "";
  tell();
  answer = chosen;
  byId("picker").showModal();
  field.focus();
}
