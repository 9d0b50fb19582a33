// The form of a proposal on a telephone: keeps what is typed, makes photos small before they travel, hands the whole to the
// outbox. Without this script the same form is an ordinary one.
"use strict";
{
  const form = document.querySelector(".proposal-form");
  const words = form.dataset;
  const draftKey = words.draft ? `selaras-draft-${words.draft}` : "";
  const picker = form.elements.photos, most = Number(words.photosMost), side = Number(words.side);
  const named = [...form.elements].filter((one) => one.name && !["csrfmiddlewaretoken", "photos", "submission", "seen"].includes(one.name));
  let photos = [];

  // Fields
  const values = () => Object.fromEntries(named.map((one) => [one.name, one.value]));
  const fill = (fields) => named.forEach((one) => {
    if (!(one.name in fields)) return;
    if (one === form.elements.place) chooseDistrictOf(fields[one.name]);
    one.value = fields[one.name];
  });
  const freshId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  // Errors beside the fields and a summary on top, as the server would have set them
  const beside = (one, sentence) => {
    const told = document.createElement("p");
    told.className = "field-error";
    told.id = `${one.id}_error`;
    told.textContent = sentence;
    one.before(told);
    one.setAttribute("aria-invalid", "true");
  };
  const clearErrors = () => {
    form.querySelectorAll(".field-error").forEach((one) => one.remove());
    form.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
    form.querySelector("[data-summary]").replaceChildren();
  };
  const tellErrors = (errors) => {
    clearErrors();
    const summary = document.createElement("div"), head = document.createElement("h2"), list = document.createElement("ul");
    summary.className = "notice notice-stop";
    summary.setAttribute("role", "alert");
    summary.tabIndex = -1;
    head.textContent = words.wordSummary;
    for (const [name, sentences] of Object.entries(errors)) {
      const one = form.elements[name], item = document.createElement("li"), way = document.createElement("a");
      if (one?.id) {
        beside(one, sentences[0]);
        way.href = `#${one.id}`;
        way.textContent = `${form.querySelector(`label[for="${one.id}"]`).firstChild.textContent.trim()}: ${sentences[0]}`;
        item.append(way);
      } else item.textContent = sentences[0];
      list.append(item);
    }
    summary.append(head, list);
    form.querySelector("[data-summary]").append(summary);
    summary.focus();
  };

  // Photos
  const showPhotos = () => form.querySelector("[data-photos]").replaceChildren(...photos.map((url, at) => {
    const item = document.createElement("li"), image = document.createElement("img");
    image.src = url;
    image.alt = `${at + 1}`;
    item.append(image);
    if (draftKey) {
      const remove = document.createElement("button");
      remove.type = "button";
      remove.className = "plain";
      remove.textContent = words.wordRemove;
      remove.addEventListener("click", () => { photos.splice(at, 1); showPhotos(); keep(); });
      item.append(remove);
    }
    return item;
  }));
  const takePhotos = async () => {
    const wanted = [...picker.files].slice(0, draftKey ? most - photos.length : most), small = [];
    document.getElementById(`${picker.id}_error`)?.remove();
    for (const file of wanted) {
      try { small.push(await smallPicture(file, side)); } catch { beside(picker, `${file.name}: ${words.wordPhoto}`); }
    }
    if (!draftKey) {
      const files = new DataTransfer();
      for (const [at, canvas] of small.entries()) {
        files.items.add(await pictureFile(canvas, `foto-${at + 1}.jpg`));
      }
      picker.files = files.files;
      photos = [];
    } else picker.value = "";
    photos.push(...small.map((canvas) => canvas.toDataURL("image/jpeg", 0.8)));
    showPhotos();
    keep();
  };
  picker.addEventListener("change", takePhotos);

  // The draft
  const kept = form.querySelector("[data-kept]");
  const keep = () => {
    if (!draftKey) return;
    const draft = { id: form.elements.submission.value, fields: values(), photos };
    try { localStorage.setItem(draftKey, JSON.stringify(draft)); kept.textContent = words.wordKept; } catch {
      try { localStorage.setItem(draftKey, JSON.stringify({ ...draft, photos: [] })); } catch { /* private window: nothing is kept */ }
      kept.textContent = words.wordFull;
    }
  };
  const restore = (entry) => {
    form.elements.submission.value = entry.id;
    fill(entry.fields);
    photos = entry.photos;
    showPhotos();
  };
  const empty = () => {
    form.reset();
    form.elements.submission.value = freshId();
    photos = [];
    showPhotos();
    clearErrors();
    localStorage.removeItem(draftKey);
    kept.textContent = "";
    filterPlaces();
  };
  const send = (event) => {
    event.preventDefault();
    if (!navigator.onLine && !form.reportValidity()) return;
    const entry = { id: form.elements.submission.value, fields: values(), photos };
    empty();
    document.dispatchEvent(new CustomEvent("selaras:send", { detail: entry }));
    document.querySelector("[data-outbox]").scrollIntoView({ block: "start" });
  };
  const isEmpty = () => !form.elements.title.value && !photos.length;
  const mend = (id) => {
    const asked = { id, entry: null };
    document.dispatchEvent(new CustomEvent("selaras:take", { detail: asked }));
    if (!asked.entry) return;
    restore(asked.entry);
    keep();
    tellErrors(asked.entry.errors || {});
  };

  // Villages of one district at a time, where there are several
  const place = form.elements.place;
  const groups = [...place.querySelectorAll("optgroup")].map((group) => group.cloneNode(true));
  let district = null;
  const filterPlaces = () => {
    if (!district) return;
    const value = place.value, first = place.querySelector("option[value='']");
    place.replaceChildren(...[first, ...(groups[district.value]?.cloneNode(true).children || [])].filter(Boolean));
    place.value = [...place.options].some((one) => one.value === value) ? value : "";
    place.closest(".field").hidden = district.value === "";
  };
  const chooseDistrictOf = (code) => {
    if (!district) return;
    const at = groups.findIndex((group) => [...group.children].some((one) => one.value === code));
    district.value = at < 0 ? "" : String(at);
    filterPlaces();
  };
  if (groups.length > 1) {
    const chosen = place.value, field = document.createElement("div"), label = document.createElement("label");
    district = document.createElement("select");
    field.className = "field";
    district.id = label.htmlFor = "pilih-kecamatan";
    label.textContent = words.wordDistrict;
    district.append(new Option("–", ""), ...groups.map((group, at) => new Option(group.label, String(at))));
    field.append(label, district);
    place.closest(".field").before(field);
    district.addEventListener("change", filterPlaces);
    chooseDistrictOf(chosen);
    place.value = chosen;
  }

  // The map, loaded only when it is asked for
  const map = form.querySelector("[data-map]");
  const degrees = (number) => number.toFixed(6).replace(".", ",");
  const load = (tag, wanted) => new Promise((ready, failed) => {
    const one = Object.assign(document.createElement(tag), wanted);
    one.onload = ready;
    one.onerror = failed;
    document.head.append(one);
  });
  const openMap = async (button) => {
    button.disabled = true;
    try {
      const [reply] = await Promise.all([fetch(map.dataset.points, { credentials: "same-origin" }),
        load("link", { rel: "stylesheet", href: map.dataset.style }), load("script", { src: map.dataset.script })]);
      drawMap((await reply.json()).points);
      button.parentElement.hidden = true;
    } catch { button.disabled = false; }
  };
  const drawMap = (points) => {
    const L = window.L, ink = getComputedStyle(form).color;
    map.hidden = false;
    const chart = L.map(map, { attributionControl: false });
    if (map.dataset.tiles) L.tileLayer(map.dataset.tiles, { maxZoom: 19 }).addTo(chart);
    const pin = L.circleMarker([0, 0], { radius: 10, color: ink, weight: 3, interactive: false });
    const put = (at) => {
      form.elements.latitude.value = degrees(at.lat);
      form.elements.longitude.value = degrees(at.lng);
      pin.setLatLng(at).addTo(chart);
      keep();
    };
    for (const point of points) {
      const mark = L.circleMarker(point.at, { radius: 7, color: ink, weight: 1 }).addTo(chart);
      mark.bindTooltip(point.name, { permanent: points.length <= 12 });
      mark.on("click", (event) => { L.DomEvent.stop(event); chooseDistrictOf(point.code); place.value = point.code; put(mark.getLatLng()); });
    }
    chart.on("click", (event) => put(event.latlng));
    chart.fitBounds(L.latLngBounds(points.map((point) => point.at)).pad(0.2), { maxZoom: 13 });
  };
  if (map) {
    form.querySelector("[data-map-way]").hidden = false;
    form.querySelector("[data-map-open]").addEventListener("click", (event) => openMap(event.currentTarget));
  }

  if (draftKey) {
    form.addEventListener("input", keep);
    form.addEventListener("change", keep);
    form.addEventListener("submit", send);
    document.addEventListener("selaras:refused", (event) => { if (isEmpty()) mend(event.detail.id); });
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(draftKey)); } catch { /* unreadable: begin anew */ }
    if (draft && !form.querySelector(".notice-stop")) { restore(draft); kept.textContent = words.wordKept; }
    if (location.hash.length > 30) mend(location.hash.slice(1));
    window.addEventListener("hashchange", () => { if (isEmpty()) mend(location.hash.slice(1)); });
  }
}
