// Saves the notes by itself. What is not yet acknowledged waits in localStorage with the edition it was written over, so
// that a lost connection, a reload or a closed tab loses nothing.
"use strict";
{
  const form = document.querySelector("[data-note]");
  const words = form.dataset;
  const text = form.elements.text, edition = form.elements.edition, state = form.querySelector("[data-word]");
  const store = `selaras-note-${words.note}`;
  const AFTER = 1500, FIRST_PAUSE = 2000, LONGEST_PAUSE = 20000, PATIENCE = 15000; // ms
  let saved = text.value, sending = false, pause = FIRST_PAUSE, timer = 0;

  const tell = (word, late = false) => {
    if (state.textContent !== word) state.textContent = word;
    state.toggleAttribute("data-late", late);
  };
  const keep = () => {
    try { localStorage.setItem(store, JSON.stringify({ text: text.value, edition: edition.value })); } catch { /* none */ }
  };
  const forget = () => { try { localStorage.removeItem(store); } catch { /* none */ } };

  const merge = (standing) => {
    saved = standing.text;
    edition.value = standing.edition;
    if (text.value.trim() !== standing.text.trim()) text.value = `${text.value}\n\n${words.merge}\n${standing.text}`;
    keep();
  };

  const post = async (sent) => {
    const body = new URLSearchParams({ text: sent, edition: edition.value });
    const headers = { Accept: "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value };
    const request = { method: "POST", credentials: "same-origin", redirect: "error", headers, body };
    const reply = await fetch(form.action, { ...request, signal: AbortSignal.timeout?.(PATIENCE) });
    if (!reply.headers.get("Content-Type")?.includes("json")) throw new Error(String(reply.status));
    const told = await reply.json();
    if (reply.ok) { saved = sent; edition.value = told.edition; return words.saved; }
    if (reply.status === 409) merge(told);
    return told.message;
  };

  const save = async () => {
    clearTimeout(timer);
    if (sending || text.value === saved) return;
    sending = true;
    tell(words.saving);
    try {
      const sent = text.value, word = await post(sent);
      const settled = saved === text.value;
      tell(word, word !== words.saved);
      if (settled) forget();
      else if (word === words.saved) timer = setTimeout(save, AFTER);
      pause = FIRST_PAUSE;
    } catch {
      tell(words.waiting, true);
      timer = setTimeout(save, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
    sending = false;
  };

  const recall = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(store) || "null");
      if (!kept || kept.text === text.value) return forget();
      edition.value = kept.edition; // an older one than what stands: the reply brings both together
      text.value = kept.text;
      save();
    } catch { /* a browser that keeps nothing */ }
  };

  form.querySelector("[data-save]").hidden = true;
  text.addEventListener("input", () => { keep(); clearTimeout(timer); timer = setTimeout(save, AFTER); });
  text.addEventListener("blur", save);
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  window.addEventListener("online", () => { pause = FIRST_PAUSE; save(); });
  window.addEventListener("pagehide", () => { if (text.value !== saved) keep(); });
  recall();
}
