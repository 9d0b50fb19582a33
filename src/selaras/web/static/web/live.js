// Asks again for a part of the page while somebody looks at it. A part that has not changed costs an empty 304; one that
// has is put in only where it differs, so that nothing flickers and no focus is lost.
"use strict";
{
  const PAUSE = 3000, LONGEST = 30000; // ms
  const live = (part) => {
    let tag = "", pause = PAUSE, standing = part.innerHTML;
    const ask = async () => {
      try {
        if (!document.hidden && !part.contains(document.activeElement)) await take();
        pause = PAUSE;
        part.removeAttribute("data-late");
      } catch {
        pause = Math.min(pause * 2, LONGEST);
        part.setAttribute("data-late", ""); // what stands may be old: the page says so
      }
      setTimeout(ask, pause);
    };
    const take = async () => {
      const headers = tag ? { "If-None-Match": tag } : {};
      const reply = await fetch(part.dataset.live, { credentials: "same-origin", cache: "no-store", headers });
      if (reply.status === 304) return;
      if (!reply.ok || reply.redirected) throw new Error(String(reply.status));
      const text = await reply.text();
      tag = reply.headers.get("ETag") || "";
      if (text !== standing) part.innerHTML = standing = text;
      part.dispatchEvent(new CustomEvent("live", { bubbles: true }));
    };
    setTimeout(ask, PAUSE);
  };
  document.querySelectorAll("[data-live]").forEach(live);
}
