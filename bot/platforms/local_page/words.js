// The words of the page, as the server wrote them into it, and moments in words.

const all = JSON.parse(document.getElementById("words").textContent);

export const locale = document.documentElement.lang;

export function say(id) {
  if (!(id in all)) throw new Error(`no such word: ${id}`);
  return all[id];
}

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: "h23", ...options }));
  }
  return formats.get(key);
}

const DAY = { month: "long", day: "numeric", weekday: "short" };
const TIME = { hour: "2-digit", minute: "2-digit" };

export function dayInWords(moment, zone) {
  return format(zone, DAY).format(moment);
}

export function timeInWords(moment, zone) {
  return format(zone, TIME).format(moment);
}

export function momentInWords(moment, zone) {
  return `${dayInWords(moment, zone)} ${timeInWords(moment, zone)}`;
}

// What a picker gives is a wall time of the chat's zone: shown as it is, without any zone.
export function wallInWords(value) {
  const moment = new Date(value.length > 10 ? `${value}Z` : `${value}T00:00Z`);
  if (Number.isNaN(moment.getTime())) return value;
  return value.length > 10 ? momentInWords(moment, "UTC") : dayInWords(moment, "UTC");
}
