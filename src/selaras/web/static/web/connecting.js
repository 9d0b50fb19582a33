// A line drawn with the mouse from box to box opens the form of their connection. Links do the same without this.
"use strict";
{
  const map = document.querySelector("svg[data-connecting]");
  const FEW = 8; // units of the drawing: less is a click whose hand shook
  let from, start;

  const at = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
  const box = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest("a[data-key]");
  const line = map?.querySelector("[data-drawn]");
  const far = (point) => Math.hypot(point.x - start.x, point.y - start.y) > FEW;
  const leave = () => {
    from = undefined;
    line.setAttribute("d", "");
  };

  map?.addEventListener("dragstart", (event) => event.preventDefault()); // else the browser drags the link
  map?.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0) return; // a finger moves the map; it taps two boxes
    from = event.target.closest("a[data-key]");
    start = at(event);
  });
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const point = at(event);
    if (far(point)) line.setAttribute("d", `M${start.x} ${start.y}L${point.x} ${point.y}`);
  });
  addEventListener("pointerup", (event) => {
    if (!from) return;
    const [first, second] = [from, box(event)];
    leave();
    if (!second || second === first) return;
    const query = new URLSearchParams({ dari: first.dataset.key, ke: second.dataset.key });
    if (map.dataset.agency) query.set("opd", map.dataset.agency);
    location.assign(`?${query}`);
  });
  addEventListener("keydown", (event) => event.key === "Escape" && from && leave());
}
