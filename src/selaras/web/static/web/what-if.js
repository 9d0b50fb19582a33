// Sliders beside the number fields, and the answer while one turns them. Only what differs travels; nothing is stored.
"use strict";
{
  const PAUSE = 120; // ms of rest before it is asked
  const form = document.getElementById("andai");
  const answer = document.getElementById("jawaban");
  const fields = [...form.querySelectorAll("[data-base]")];
  const whole = new Intl.NumberFormat("id-ID");
  const read = (text) => Number(text.replace(/[.\s]/g, ""));
  let waiting, asked;

  const question = () => {
    const query = new URLSearchParams({ keputusan: form.dataset.keputusan });
    for (const field of fields) {
      if (field.value.trim() !== "" && read(field.value) !== Number(field.dataset.base)) query.set(field.name, field.value.trim());
    }
    return query;
  };

  const ask = async () => {
    const query = question();
    history.replaceState(null, "", `?${query}`);
    query.set("bagian", "1");
    asked?.abort();
    asked = new AbortController();
    try {
      const reply = await fetch(`?${query}`, { signal: asked.signal, credentials: "same-origin" });
      if (reply.ok && !reply.redirected) answer.innerHTML = await reply.text();
    } catch (gone) {
      if (gone.name !== "AbortError") form.dataset.failed = "1"; // the button still asks
    }
  };

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };

  for (const slider of form.querySelectorAll("input[type=range]")) {
    const field = document.getElementById(slider.dataset.for);
    const base = Number(field.dataset.base);
    const money = "money" in field.dataset;
    const place = () => {
      const value = read(field.value);
      if (Number.isFinite(value)) slider.value = money ? (base ? Math.round((value / base - 1) * 100) : 0) : value;
      slider.setAttribute("aria-valuetext", field.value);
    };
    slider.hidden = false;
    place();
    slider.addEventListener("input", () => {
      const value = money ? Math.round(base * (100 + Number(slider.value)) / 100) : Number(slider.value);
      field.value = money ? whole.format(value) : String(value);
      slider.setAttribute("aria-valuetext", field.value);
      later();
    });
    field.addEventListener("input", () => { place(); later(); });
  }
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
}
