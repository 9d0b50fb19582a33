// A list worked off with the keyboard: J and K move, X ticks, A ticks all, Enter opens what is under the hand.
"use strict";
{
  const list = document.querySelector("[data-worklist]");
  const boxes = [...(list?.querySelectorAll("[name=pilih]") || [])];
  const typing = (one) => one.matches("textarea, select, input:not([type=checkbox])");
  const at = () => boxes.findIndex((box) => box.closest("tr").contains(document.activeElement));
  const move = (step) => boxes[Math.max(0, Math.min(boxes.length - 1, at() + step))]?.focus();
  const keys = {
    j: () => move(1),
    k: () => move(at() < 0 ? 1 : -1),
    x: () => { const box = boxes[at()]; if (box) box.checked = !box.checked; },
    a: () => { const all = boxes.every((box) => box.checked); boxes.forEach((box) => { box.checked = !all; }); },
    Enter: (event) => {
      if (document.activeElement !== boxes[at()]) return;
      event.preventDefault(); // a form would else be sent by its first button
      boxes[at()].closest("tr").querySelector("a").click();
    },
  };
  if (boxes.length) {
    list.querySelector("[data-keys]").hidden = false;
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]?.(event);
    });
  }
}
