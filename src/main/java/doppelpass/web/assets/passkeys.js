// Passkeys: a form that asks the device before it is sent; shown where the browser can.
"use strict";
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  async function challenge(form) {
    const answer = await fetch(form.dataset.challenge, { method: "POST", headers: { "X-CSRF-TOKEN": form.elements._csrf.value } });
    if (!answer.ok) throw new Error(String(answer.status));
    const options = await answer.json();
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    if (options.excludeCredentials) options.excludeCredentials = known(options.excludeCredentials);
    if (options.allowCredentials) options.allowCredentials = known(options.allowCredentials);
    return { publicKey: options };
  }
  const told = (c, response) => JSON.stringify({
    id: c.id, rawId: text(c.rawId), type: c.type, response,
    clientExtensionResults: c.getClientExtensionResults(), authenticatorAttachment: c.authenticatorAttachment });
  async function create(form) {
    const c = await navigator.credentials.create(await challenge(form));
    return told(c, { attestationObject: text(c.response.attestationObject), clientDataJSON: text(c.response.clientDataJSON),
      transports: c.response.getTransports?.() ?? [] });
  }
  async function get(form) {
    const c = await navigator.credentials.get(await challenge(form));
    const r = c.response;
    return told(c, { authenticatorData: text(r.authenticatorData), clientDataJSON: text(r.clientDataJSON),
      signature: text(r.signature), userHandle: r.userHandle ? text(r.userHandle) : null });
  }

  document.addEventListener("submit", async (e) => {
    const form = e.target.closest("[data-passkey]");
    if (!form) return;
    e.preventDefault();
    const said = form.querySelector("[data-passkey-error]");
    said.hidden = true;
    try {
      form.elements.credential.value = await (form.dataset.passkey === "create" ? create : get)(form);
      form.submit();
    } catch {
      said.hidden = false;
    }
  });
  if (window.PublicKeyCredential && navigator.credentials) {
    document.querySelectorAll("[data-passkey]").forEach((form) => { form.hidden = false; });
    document.querySelectorAll("[data-passkey-missing]").forEach((note) => { note.hidden = true; });
  }
})();
