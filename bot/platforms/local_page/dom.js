// Building elements. Texts go in as text only: nothing that anybody wrote is ever read as HTML.

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

let noticeTimer;

// A line under the header, read out by screen readers. It stays until the next one if `stays`.
export function notice(words, { stays = false, bad = false } = {}) {
  const line = byId("notice");
  clearTimeout(noticeTimer);
  line.textContent = words;
  line.hidden = !words;
  line.classList.toggle("bad", bad);
  if (words && !stays) noticeTimer = setTimeout(() => notice(""), 5000);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without permission, or on an address that is not safe enough for the clipboard.
    const area = make("textarea", { class: "quiet", readonly: true, "aria-hidden": "true" });
    area.value = text;
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    before?.focus?.();
    return done;
  }
}
