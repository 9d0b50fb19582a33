// Sends what was written on this telephone as soon as there is a connection. Each entry carries the id that the form made,
// so that sending it twice makes one proposal. An entry leaves the telephone only when the site has answered for it.
"use strict";
{
  const box = document.querySelector("[data-outbox]");
  const words = box.dataset;
  const store = `selaras-outbox-${words.outbox}`;
  const FIRST_PAUSE = 2000, LONGEST_PAUSE = 60000, PATIENCE = 60000; // ms
  let sending = false, pause = FIRST_PAUSE, timer = 0;
  const done = [], heavy = new Map(); // heavy: photos of entries for which this telephone has no room

  const entries = () => { try { return JSON.parse(localStorage.getItem(store) || "[]"); } catch { return []; } };
  const keep = (list) => {
    try { localStorage.setItem(store, JSON.stringify(list)); } catch {
      list.forEach((one) => { if (one.photos.length) heavy.set(one.id, one.photos); });
      localStorage.setItem(store, JSON.stringify(list.map((one) => ({ ...one, photos: [] }))));
    }
  };
  const change = (id, how) => keep(entries().flatMap((one) => (one.id === id ? how(one) : [one])));

  const line = (title, state, address, link) => {
    const item = document.createElement("li"), strong = document.createElement("strong");
    strong.textContent = title;
    strong.lang = "id";
    item.append(strong, document.createElement("br"), state);
    if (address) {
      const way = document.createElement("a");
      way.href = address;
      way.textContent = link;
      item.append(" ", way);
    }
    return item;
  };
  const show = () => {
    const waiting = entries();
    box.hidden = !waiting.length && !done.length;
    box.querySelector("[data-outbox-list]").replaceChildren(
      ...waiting.map((one) => one.trouble === "refused"
        ? line(one.fields.title, words.wordRefused, `${words.send}#${one.id}`, words.wordMend)
        : line(one.fields.title, one.trouble === "sign-in" ? words.wordSignIn : sending && navigator.onLine ? words.wordSending : words.wordWaiting)),
      ...done.map((one) => line(one.title, `${words.wordSent}:`, one.address, one.number)));
  };

  const blobOf = (url) => {
    const bytes = atob(url.slice(url.indexOf(",") + 1));
    return new Blob([Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))], { type: "image/jpeg" });
  };
  const post = async (entry) => {
    const body = new FormData();
    Object.entries(entry.fields).forEach(([name, value]) => body.append(name, value));
    body.append("submission", entry.id);
    (heavy.get(entry.id) || entry.photos).forEach((url, at) => body.append("photos", blobOf(url), `foto-${at + 1}.jpg`));
    const csrf = document.querySelector("[name=csrfmiddlewaretoken]").value;
    const reply = await fetch(words.send, {
      method: "POST", credentials: "same-origin", signal: AbortSignal.timeout?.(PATIENCE),
      headers: { Accept: "application/json", "X-CSRFToken": csrf }, body,
    });
    if (reply.status >= 500 || reply.status === 429) throw new Error(String(reply.status));
    const told = reply.headers.get("Content-Type")?.includes("json") ? await reply.json() : null;
    if (reply.ok && told?.number) {
      change(entry.id, () => []);
      done.push(told);
    } else if (told?.errors) {
      change(entry.id, (one) => [{ ...one, trouble: "refused", errors: told.errors }]);
      document.dispatchEvent(new CustomEvent("selaras:refused", { detail: { id: entry.id } }));
    } else change(entry.id, (one) => [{ ...one, trouble: "sign-in" }]);
  };

  const flush = async () => {
    clearTimeout(timer);
    const entry = entries().find((one) => !one.trouble);
    if (sending || !entry) return show();
    sending = true;
    show();
    let failed = false;
    try { await post(entry); pause = FIRST_PAUSE; } catch {
      failed = true;
      timer = setTimeout(flush, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    sending = false;
    show();
    if (!failed) flush();
  };

  document.addEventListener("selaras:send", (event) => { keep([...entries(), event.detail]); pause = FIRST_PAUSE; flush(); });
  // Takes an entry out, for the form to mend it.
  document.addEventListener("selaras:take", (event) => {
    const one = entries().find((entry) => entry.id === event.detail.id);
    if (one) event.detail.entry = { ...one, photos: heavy.get(one.id) || one.photos };
    if (one) change(one.id, () => []);
    show();
  });
  window.addEventListener("online", () => { pause = FIRST_PAUSE; flush(); });
  window.addEventListener("offline", show);
  window.addEventListener("storage", (event) => { if (event.key === store) show(); });
  keep(entries().map((one) => (one.trouble === "sign-in" ? { ...one, trouble: undefined } : one))); // perhaps signed in again
  flush();
}
