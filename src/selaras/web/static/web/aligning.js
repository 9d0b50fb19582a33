// Matches confirmed with the keyboard: the next card is already there while the answer of the last one travels.
"use strict";
{
  const FEW = 5; // cards ahead below which more are fetched
  const PAUSE = 150; // ms of rest before the catalogue is asked
  const queue = document.querySelector("[data-queue]");
  const trouble = document.querySelector("[data-trouble]");
  const last = document.querySelector("[data-last]");
  const empty = document.querySelector("[data-empty]");
  const aside = new Set((queue.dataset.skipped || "").split(",").filter(Boolean)); // skipped, or on their way
  const done = []; // cards confirmed here, the last one last
  let sending = Promise.resolve();
  let fetching = null;
  let dry = false;
  let underway = 0; // answers that travel
  let waiting;

  const cards = () => [...queue.querySelectorAll("[data-card]")];
  const top = () => cards()[0];
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;
  const tell = (sentence) => { trouble.hidden = !sentence; trouble.firstElementChild.textContent = sentence || ""; };

  const show = (focus) => {
    cards().forEach((card, at) => { card.hidden = at > 0; });
    empty.hidden = Boolean(top()) || Boolean(fetching);
    const again = empty.querySelector("[data-again]");
    if (again) again.hidden = aside.size === 0;
    if (focus) top()?.querySelector("h2").focus({ preventScroll: true });
    if (cards().length < FEW && !dry) more();
  };

  const more = () => {
    if (fetching) return;
    const known = [...aside, ...cards().map((card) => card.dataset.card)].join(",");
    fetching = fetch(`${queue.dataset.cards}&lewati=${known}`, { credentials: "same-origin" })
      .then((reply) => (reply.ok && !reply.redirected ? reply.text() : ""))
      .then((html) => {
        const part = document.createElement("template");
        part.innerHTML = html;
        const shown = new Set([...aside, ...cards().map((card) => card.dataset.card)]);
        const fresh = [...part.content.querySelectorAll("[data-card]")].filter((card) => !shown.has(card.dataset.card));
        dry = fresh.length === 0;
        const alone = !top();
        queue.append(...fresh);
        fetching = null;
        show(alone);
      }, () => { fetching = null; });
  };

  const post = async (address, body) => {
    const headers = { "X-Selaras-Card": "1", "X-CSRFToken": token() };
    const reply = await fetch(address, { method: "POST", body, headers, credentials: "same-origin" });
    if (reply.redirected) throw new Error(queue.dataset.failed);
    const told = await reply.json();
    if (!reply.ok) throw new Error(told.error);
    const words = new Intl.NumberFormat("id-ID");
    document.querySelectorAll("[data-left]").forEach((one) => { one.textContent = words.format(told.left); });
    document.querySelectorAll("[data-hour]").forEach((one) => { one.textContent = words.format(told.hour); });
  };

  const send = (address, body, back) => {
    underway += 1;
    sending = sending.then(() => post(address, body)).catch((wrong) => {
      tell(wrong instanceof TypeError || wrong instanceof SyntaxError ? queue.dataset.failed : wrong.message);
      back();
      show(true);
    }).finally(() => { underway -= 1; });
  };

  const tellLast = () => {
    const one = done.at(-1);
    if (!one) { last.textContent = ""; return; }
    const number = one.card.querySelector(".over").textContent.split(",")[0];
    const button = document.createElement("button");
    button.className = "plain";
    button.innerHTML = `${queue.dataset.undoWord} <kbd>Z</kbd>`;
    button.addEventListener("click", undo);
    last.replaceChildren(`${number} → ${one.code || queue.dataset.none} `, button);
  };

  const choose = (card, value) => {
    const code = value.split(":")[1];
    const body = new URLSearchParams({ pilih: value });
    const form = card.querySelector("[data-choose]");
    card.remove();
    aside.add(card.dataset.card);
    const one = { card, code };
    done.push(one);
    tell("");
    send(form.action, body, () => {
      aside.delete(card.dataset.card);
      done.splice(done.indexOf(one), 1);
      queue.prepend(card);
      tellLast();
    });
    tellLast();
    show(true);
  };

  const undo = () => {
    const one = done.pop();
    if (!one) { last.querySelector("form")?.requestSubmit(); return; }
    queue.prepend(one.card);
    aside.delete(one.card.dataset.card);
    send(one.card.dataset.undo, new URLSearchParams(), () => {
      one.card.remove();
      aside.add(one.card.dataset.card);
      done.push(one);
      tellLast();
    });
    tellLast();
    show(true);
  };

  const skip = (card) => {
    aside.add(card.dataset.card);
    card.remove();
    show(true);
  };

  const search = (field) => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const card = field.closest("[data-card]");
      const reply = await fetch(`${field.dataset.search}?${new URLSearchParams({ q: field.value })}`, { credentials: "same-origin" });
      if (reply.ok && !reply.redirected) card.querySelector("[data-found]").innerHTML = await reply.text();
    }, PAUSE);
  };

  const move = (step) => {
    const buttons = [...top().querySelectorAll(".choose")];
    const at = buttons.indexOf(document.activeElement);
    buttons[at < 0 ? (step > 0 ? 0 : buttons.length - 1) : Math.max(0, Math.min(buttons.length - 1, at + step))].focus();
  };

  const inSearch = (event, field) => {
    const found = () => field.closest("[data-card]").querySelector("[data-found] .choose");
    if (event.key === "Escape") { field.closest("[data-card]").querySelector("h2").focus(); return true; }
    if (event.key === "Enter" || event.key === "ArrowDown") { found()?.focus(); return true; }
    return false;
  };

  const keys = {
    s: () => skip(top()),
    "/": () => top().querySelector("[data-search]").focus(),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const field = event.target.closest("[data-search]");
    if (field) { if (inSearch(event, field)) event.preventDefault(); return; }
    if (event.target.closest("input, textarea, select")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (key === "z") { event.preventDefault(); undo(); return; }
    if (!top()) return;
    const button = top().querySelector(`[data-key="${CSS.escape(key)}"]`);
    const act = button ? () => choose(top(), button.value) : keys[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  queue.addEventListener("submit", (event) => {
    if (event.target.matches("[data-choose]")) { event.preventDefault(); choose(event.target.closest("[data-card]"), event.submitter.value); }
    if (event.target.matches(".match-search")) { event.preventDefault(); search(event.target.querySelector("[data-search]")); }
  });
  queue.addEventListener("click", (event) => {
    const link = event.target.closest("[data-skip]");
    if (link) { event.preventDefault(); skip(link.closest("[data-card]")); }
  });
  queue.addEventListener("input", (event) => { if (event.target.matches("[data-search]")) search(event.target); });
  document.querySelector("[data-keys-told]").hidden = false;
  window.addEventListener("beforeunload", (event) => { if (underway) event.preventDefault(); });
  show(false);
}
