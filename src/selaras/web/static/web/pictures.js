// Makes a photo small before it travels; other scripts of the page call it.
"use strict";
const smallPicture = async (file, side) => {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return canvas;
};
const pictureFile = async (canvas, name) => {
  const blob = await new Promise((ready) => canvas.toBlob(ready, "image/jpeg", 0.8));
  return new File([blob], name, { type: "image/jpeg" });
};
