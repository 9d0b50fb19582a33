// Asks again for a part of the page every few seconds, while somebody looks at it.
"use strict";
{
  const PAUSE = 4000; // ms
  const part = document.querySelector("[data-progress]");
  const ask = async () => {
    if (document.hidden) return;
    try {
      const reply = await fetch(part.dataset.progress, { credentials: "same-origin" });
      if (reply.ok && !reply.redirected) part.innerHTML = await reply.text();
    } catch { /* no connection: what stands stays until the next time */ }
  };
  setInterval(ask, PAUSE);
}
