// Talking with the server: what a person does waits in a queue until the server has it, and what
// is new comes as server-sent events. Both begin again by themselves.

const KEPT = "funso-waiting";
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;

export class Refused extends Error {
  constructor(status, problem) {
    super(problem);
    this.status = status;
    this.problem = problem;
  }
}

async function read(response) {
  const content = await response.json().catch(() => ({}));
  if (response.ok) return content;
  throw new Refused(response.status, content.problem ?? "");
}

export async function get(path) {
  return read(await fetch(path, { headers: { Accept: "application/json" } }));
}

export async function post(path, content) {
  const form = content instanceof FormData;
  return read(
    await fetch(path, {
      method: "POST",
      headers: form ? {} : { "Content-Type": "application/json" },
      body: form ? content : JSON.stringify(content),
    }),
  );
}

export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// One after another and in order: a later message must not overtake one that could not be sent.
export class Queue {
  constructor({ sent, waiting, refused }) {
    this.tell = { sent, waiting, refused };
    this.items = JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
    this.running = false;
  }

  add(path, content, id = newId()) {
    this.items.push({ id, path, content });
    this.keep();
    this.run();
    return id;
  }

  // A chosen file cannot be kept over a reload; everything typed and pressed can.
  keep() {
    const plain = this.items.filter((item) => !(item.content.file instanceof Blob));
    sessionStorage.setItem(KEPT, JSON.stringify(plain));
  }

  async run() {
    if (this.running) return;
    this.running = true;
    let pause = FIRST_PAUSE;
    while (this.items.length) {
      const item = this.items[0];
      try {
        await post(item.path, body(item));
        this.done(item);
        this.tell.sent(item.id);
        pause = FIRST_PAUSE;
      } catch (problem) {
        if (problem instanceof Refused && problem.status < 500) {
          this.done(item);
          this.tell.refused(item.id, problem);
          continue;
        }
        this.tell.waiting(item.id);
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    }
    this.running = false;
  }

  done(item) {
    this.items = this.items.filter((other) => other !== item);
    this.keep();
  }
}

function body({ id, content }) {
  if (!(content.file instanceof Blob)) return { ...content, id };
  const form = new FormData();
  form.append("id", id);
  for (const name of ["album", "album_size"]) if (content[name]) form.append(name, content[name]);
  form.append("file", content.file, content.file.name || "photo");
  return form;
}

// `entry`, `state`, `lost` and `found` are told as they happen.
export class Stream {
  constructor(mark, tell) {
    this.mark = mark;
    this.tell = tell;
    this.pause = FIRST_PAUSE;
    this.isLost = false;
    this.open();
  }

  open() {
    const source = new EventSource(`/local/stream?after=${encodeURIComponent(this.mark)}`);
    source.addEventListener("open", () => {
      this.pause = FIRST_PAUSE;
      if (this.isLost) this.tell.found();
      this.isLost = false;
    });
    source.addEventListener("entry", (event) => {
      this.mark = event.lastEventId || this.mark;
      this.tell.entry(JSON.parse(event.data));
    });
    source.addEventListener("state", (event) => this.tell.state(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      // Opened anew by hand: the browser's own retry gives up for good at the first bad answer.
      source.close();
      if (!this.isLost && this.pause > FIRST_PAUSE) {
        this.isLost = true;
        this.tell.lost();
      }
      setTimeout(() => this.open(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    });
  }
}
