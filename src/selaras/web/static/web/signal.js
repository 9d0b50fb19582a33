// Measures how fast a small sample arrives, and writes it into the form. Without this script the field is filled in by hand.
"use strict";
{
  const button = document.querySelector("[data-speed]"), field = document.getElementById("kbps");
  const state = document.querySelector("[data-speed-state]");
  const PATIENCE = 60000; // ms
  const measure = async () => {
    button.disabled = true;
    state.textContent = "";
    try {
      const begun = performance.now();
      const reply = await fetch(button.dataset.speed, { cache: "no-store", signal: AbortSignal.timeout?.(PATIENCE) });
      if (!reply.ok) throw new Error(String(reply.status));
      const bytes = (await reply.arrayBuffer()).byteLength;
      field.value = Math.max(1, Math.round((bytes * 8) / (performance.now() - begun)));
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } catch { state.textContent = button.dataset.wordFailed; }
    button.disabled = false;
  };
  button.hidden = false;
  button.addEventListener("click", measure);
}
