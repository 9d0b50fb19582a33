// Computes the digest of a chosen file here, in the browser, and asks the page about it. The file is not sent.
"use strict";
{
  const chosen = document.getElementById("berkas");
  const field = document.getElementById("sidik");
  if (chosen && window.crypto?.subtle) { // only where the connection is a safe one
    chosen.parentElement.hidden = false;
    chosen.addEventListener("change", async () => {
      if (!chosen.files.length) return;
      const digest = await crypto.subtle.digest("SHA-256", await chosen.files[0].arrayBuffer());
      field.value = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      field.form.requestSubmit();
    });
  }
}
