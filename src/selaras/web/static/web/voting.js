// Saves each answer at once. What is not yet acknowledged waits in localStorage, so that a reload, a lost connection or a
// closed tab loses nothing; an answer carries an edition, so that sending it twice or out of turn does no harm.
"use strict";
{
  const sheet = document.querySelector(".vote-sheet");
  const words = sheet.dataset;
  const store = `selaras-vote-${words.round}-${words.voter}`;
  const boxes = new Map([...sheet.querySelectorAll("[data-item]")].map((box) => [box.dataset.item, box]));
  const csrf = sheet.querySelector("[name=csrfmiddlewaretoken]")?.value;
  const FIRST_PAUSE = 1000, LONGEST_PAUSE = 20000, PATIENCE = 15000, AT_ONCE = 50; // ms, ms, ms, answers in a post
  let sending = false, pause = FIRST_PAUSE, timer = 0, trouble = "";

  let memory = ""; // where a browser keeps nothing, as some do in private windows
  const outbox = () => {
    try { return JSON.parse(localStorage.getItem(store) || memory || "{}"); } catch { return JSON.parse(memory || "{}"); }
  };
  const keep = (answers) => {
    const text = JSON.stringify(answers);
    try { localStorage.setItem(store, text); } catch { memory = text; }
  };

  const inputs = (box) => [...box.querySelectorAll("input:not([type=hidden])")];
  const valueOf = (box) => {
    const chosen = inputs(box).filter((input) => input.checked);
    if (words.kind === "approval") return chosen.length > 0;
    if (words.kind === "question") return chosen.length ? chosen[0].value : null;
    return Object.fromEntries(chosen.map((input) => [input.name.slice(input.name.indexOf(".") + 1), Number(input.value)]));
  };
  const show = (box, value) => inputs(box).forEach((input) => {
    const key = input.name.slice(input.name.indexOf(".") + 1);
    input.checked = words.kind === "approval" ? value === true
      : words.kind === "question" ? value === input.value : Number(input.value) === value?.[key];
  });
  const isDone = (box) => {
    const names = new Set(inputs(box).map((input) => input.name));
    return names.size === inputs(box).filter((input) => input.checked).length;
  };

  const tell = () => {
    const waiting = Object.keys(outbox());
    const word = sheet.querySelector("[data-word]");
    const late = waiting.length > 0 && (pause > FIRST_PAUSE || !navigator.onLine);
    word.toggleAttribute("data-late", late || trouble !== "");
    const text = trouble || (late ? words.waiting.replace("#", waiting.length)
      : waiting.length ? words.saving : sheet.querySelector("[data-state]:not(:empty)") ? words.allSaved : "");
    if (word.textContent !== text) word.textContent = text;
    sheet.querySelector("[data-done]").textContent = [...boxes.values()].filter(isDone).length;
    sheet.querySelector("[data-next]")?.toggleAttribute("hidden", [...boxes.values()].every(isDone));
  };
  const state = (box, text) => { box.querySelector("[data-state]").textContent = text; };

  const changed = (box) => {
    const answers = outbox(), item = box.dataset.item;
    const edition = Math.max(Number(box.dataset.edition), answers[item]?.edition || 0) + 1;
    box.dataset.edition = edition;
    answers[item] = { edition, value: valueOf(box) };
    keep(answers);
    state(box, words.saving);
    tell();
    flush();
  };

  // The reply is the word of the slip itself: it settles what was sent, unless it was changed meanwhile.
  const settle = (sent, held) => {
    const answers = outbox();
    for (const [item, [edition, value]] of Object.entries(held)) {
      const box = boxes.get(item);
      if (answers[item] && answers[item].edition > sent[item].edition) continue;
      delete answers[item];
      box.dataset.edition = Math.max(edition, Number(box.dataset.edition));
      show(box, value);
      state(box, words.saved);
    }
    keep(answers);
  };

  const post = async (sent) => {
    const answers = Object.entries(sent).map(([item, { edition, value }]) => ({ item: Number(item), edition, value }));
    const reply = await fetch(words.send, {
      method: "POST", credentials: "same-origin", signal: AbortSignal.timeout?.(PATIENCE),
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf }, body: JSON.stringify({ answers }),
    });
    if (reply.ok) return settle(sent, (await reply.json()).answers);
    if (reply.status >= 500 || reply.status === 429) throw new Error(String(reply.status));
    const told = reply.headers.get("Content-Type")?.includes("json") ? (await reply.json()).message : words.reload;
    trouble = told; // a refusal: sending again changes nothing until the page is opened again
  };

  const flush = async () => {
    clearTimeout(timer);
    if (sending || trouble) return;
    const sent = Object.fromEntries(Object.entries(outbox()).slice(0, AT_ONCE));
    if (!Object.keys(sent).length) return;
    sending = true;
    try {
      await post(sent);
      pause = FIRST_PAUSE;
    } catch {
      timer = setTimeout(flush, pause * (0.5 + Math.random())); // 80 phones do not come back in step
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    sending = false;
    tell();
    if (pause === FIRST_PAUSE) flush();
  };

  const recall = () => {
    const answers = outbox();
    for (const [item, { edition }] of Object.entries(answers)) {
      const box = boxes.get(item);
      if (!box) { delete answers[item]; continue; } // no longer asked of this voter
      if (edition < Number(box.dataset.edition)) continue; // the slip knows better; its reply settles it
      box.dataset.edition = edition;
      show(box, answers[item].value);
      answers[item].value = valueOf(box);
      state(box, words.saving);
    }
    return answers;
  };
  const hearOtherTab = () => {
    const answers = recall();
    boxes.forEach((box, item) => { if (!answers[item] && box.querySelector("[data-state]").textContent) state(box, words.saved); });
    tell();
  };
  const next = () => {
    const open = [...boxes.values()].find((box) => !isDone(box));
    open?.scrollIntoView({ block: "start" });
    open && inputs(open)[0].focus({ preventScroll: true });
  };

  sheet.dataset.scripted = "";
  sheet.addEventListener("change", (event) => changed(event.target.closest("[data-item]")));
  sheet.addEventListener("submit", (event) => { event.preventDefault(); flush(); });
  sheet.querySelector("[data-next]")?.addEventListener("click", next);
  window.addEventListener("online", () => { pause = FIRST_PAUSE; flush(); });
  window.addEventListener("offline", tell);
  window.addEventListener("storage", (event) => { if (event.key === store) hearOtherTab(); });
  keep(recall());
  tell();
  flush();
}
