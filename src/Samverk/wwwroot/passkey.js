// Passkeys: asks the server for a question, lets the browser's authenticator answer it, and sends the answer as a plain form.
const can = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON && navigator.credentials)

async function answer(form) {
  const data = new FormData(form)
  data.delete('svar')
  const asked = await fetch(form.dataset.question, { method: 'POST', body: new URLSearchParams(data) })
  if (!asked.ok) throw new Error(`${asked.status}`)
  const question = await asked.json()
  const credential = form.dataset.passkey === 'make'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) })
  return JSON.stringify(credential.toJSON())
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const [button, failed] = [form.querySelector('[type=submit]'), form.querySelector('[data-passkey-failed]')]
  form.querySelector('[data-passkey-can]').hidden = !can
  form.querySelector('[data-passkey-cannot]').hidden = can
  form.addEventListener('submit', async event => {
    event.preventDefault()
    failed.hidden = true
    button.disabled = true
    try {
      form.elements.svar.value = await answer(form)
      form.submit()
    } catch {
      failed.hidden = false
      button.disabled = false
    }
  })
}
