// A form of an applicant on a telephone: keeps what is typed until the site has it, shows what is published already, makes
// photos small. Without this script the same form is an ordinary one.
"use strict";
{
  const form = document.querySelector("form[data-keep]");
  const words = form.dataset, store = `selaras-ask-${words.keep}`;
  const PAUSE = 700, FIRST_PAUSE = 2000, LONGEST_PAUSE = 60000, PATIENCE = 60000; // ms
  const state = form.querySelector("[data-state]");
  const named = [...form.elements].filter((one) => one.name && one.type !== "file" && one.type !== "submit" && one.type !== "hidden");
  let sending = false, pause = FIRST_PAUSE, timer = 0, pressed = Date.now(), button = null;

  // What was typed and not yet sent; never who somebody is, for a telephone is lent, lost, or someone else's
  const NIK = /(?:\d[ .-]?){16}/;
  const keep = (sent = false) => {
    const kept = named.filter((one) => !("private" in one.dataset) && !NIK.test(one.value));
    const typed = kept.map((one) => [one.name, one.type === "radio" || one.type === "checkbox" ? one.value : "", one.type === "radio" || one.type === "checkbox" ? one.checked : one.value]);
    const key = form.elements.submission?.value || "";
    try { localStorage.setItem(store, JSON.stringify({ key, typed, sent, pressed })); } catch { /* private window: nothing is kept */ }
  };
  const forget = () => { try { localStorage.removeItem(store); } catch { /* none */ } };
  const recall = () => {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(store) || "null"); } catch { /* unreadable: begin anew */ }
    if (!kept || form.querySelector(".notice-stop")) return;
    if (kept.key && form.elements.submission) form.elements.submission.value = kept.key; // the same request, not a second one
    let recalled = false;
    for (const [name, value, told] of kept.typed) {
      const one = named.find((field) => field.name === name && (value === "" || field.value === value));
      const part = typeof told === "boolean" ? "checked" : "value";
      if (!one || one[part] === told) continue;
      one[part] = told;
      recalled = true;
    }
    if (recalled && words.wordRecalled) state.textContent = words.wordRecalled;
    // It was sent once and never answered for, perhaps with the page closed meanwhile: it goes on by itself
    if (!("resend" in words) || !kept.sent) return;
    pressed = kept.pressed ?? pressed;
    send();
  };

  // What is published already
  const subject = words.hints && form.elements.subject, shown = form.querySelector("[data-hints-shown]");
  let waiting = 0, asked = null, last = "";
  const ask = async () => {
    const text = subject.value.trim();
    if (text.length < 4 || text === last) return;
    asked?.abort();
    asked = new AbortController();
    const body = new URLSearchParams({ subject: text, csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value });
    try {
      const reply = await fetch(words.hints, { method: "POST", credentials: "same-origin", body, signal: asked.signal });
      if (!reply.ok || reply.redirected) return;
      shown.innerHTML = await reply.text();
      last = text;
    } catch { /* no signal, or typed on: asked again with the next letter */ }
  };
  if (subject) {
    form.querySelector("[data-hints-button]").hidden = true;
    subject.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, PAUSE); });
  }

  // Photos
  let shrinking = Promise.resolve();
  const shrink = async (picker) => {
    const [file] = picker.files;
    if (!file?.type.startsWith("image/")) return;
    try {
      const files = new DataTransfer();
      files.items.add(await pictureFile(await smallPicture(file, Number(picker.dataset.shrink)), "foto.jpg"));
      if (files.files[0].size < file.size) picker.files = files.files;
      state.textContent = "";
    } catch { state.textContent = words.wordPhoto; }
  };
  for (const picker of form.querySelectorAll("input[type=file][data-shrink]")) {
    picker.addEventListener("change", () => { shrinking = shrinking.then(() => shrink(picker)); });
  }

  // Whoever is no longer signed in is led to the sign-in page: the site has nothing yet, so the form stays kept, and after
  // signing in the form's own page takes it up again
  const signInAgain = (reply) => {
    const door = new URL(reply.url), page = new URL(form.action);
    if (!reply.redirected || !door.searchParams.has("next")) return false;
    door.searchParams.set("next", page.pathname + page.search);
    location.assign(door);
    return true;
  };

  // Sending: what does not arrive is sent again by itself; what is refused is sent once more as an ordinary form, which
  // then tells beside the fields what is wrong. Each try sends what stands in the form by then, with the button pressed
  const asOrdinaryForm = () => {
    if (button?.name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value }));
    form.submit();
  };
  const send = async () => {
    clearTimeout(timer);
    if (sending) return;
    sending = true;
    const body = new FormData(form, button);
    // How long it lay here, so that the site can tell which of two words was said later; this clock need not be right
    const { waited } = form.elements;
    if (waited) { waited.value = Math.max(0, Math.round((Date.now() - pressed) / 1000)); body.set("waited", waited.value); }
    try {
      const headers = { Accept: "application/json" };
      const reply = await fetch(form.action, { method: "POST", credentials: "same-origin", headers, body, signal: AbortSignal.timeout?.(PATIENCE) });
      if (reply.status >= 500) throw new Error(String(reply.status));
      const told = reply.headers.get("Content-Type")?.includes("json") ? await reply.json() : null;
      if (signInAgain(reply)) return;
      if (reply.ok) { forget(); location.assign(told?.next || reply.url); return; }
      asOrdinaryForm();
    } catch {
      sending = false;
      state.textContent = words.wordOffline;
      timer = setTimeout(send, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  };
  form.addEventListener("submit", async (event) => {
    if ("plain" in (event.submitter?.dataset ?? {})) return; // shows the same page with remarks; what is typed stays kept
    event.preventDefault();
    pressed = Date.now();
    keep(true);
    button = event.submitter;
    await shrinking;
    send();
  });
  window.addEventListener("online", () => { if (timer) { pause = FIRST_PAUSE; send(); } });
  form.addEventListener("input", () => keep());
  form.addEventListener("change", () => keep());
  recall();
}
