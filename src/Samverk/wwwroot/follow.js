// Följ: hämtar läget på nytt när servern säger att något har ändrats. Utan kontakt står det senaste kvar, och sidan säger det.
// Det som någon håller på med i det (ett val, en öppnad del, var tangentbordet står) är kvar när det nya kommer.
const place = document.querySelector('[data-follow]')
const said = document.querySelector('[data-followed]')
const told = document.querySelector('[data-told]')
const pause = 700
const clock = () => new Date().toLocaleTimeString('sv-SE', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Stockholm' }).replace(':', '.')
let fetching = false
let again = false

function put(html) {
  const next = document.createElement('template')
  next.innerHTML = html
  for (const field of place.querySelectorAll('input[id], select[id], textarea[id]')) {
    const same = next.content.getElementById(field.id)
    if (same && (same.tagName !== 'SELECT' || [...same.options].some(option => option.value === field.value))) same.value = field.value
  }
  for (const open of place.querySelectorAll('details[id][open]')) next.content.getElementById(open.id)?.setAttribute('open', '')
  const at = place.contains(document.activeElement) ? document.activeElement.closest('[id]')?.id : ''
  const inSummary = document.activeElement.tagName === 'SUMMARY'
  place.replaceChildren(next.content)
  const standing = at && document.getElementById(at)
  if (standing) (inSummary ? standing.querySelector('summary') : standing)?.focus({ preventScroll: true })
}

async function fresh() {
  if (fetching) { again = true; return }
  fetching = true
  try {
    const answer = await fetch(place.dataset.fragment, { redirect: 'manual' })
    if (answer.type === 'opaqueredirect') lapsed()
    else if (answer.ok) {
      put(await answer.text())
      if (said) said.textContent = place.querySelector('[data-say]')?.dataset.say ?? `Uppdaterat ${clock()}`
    }
  } catch { /* the stream tells when there is contact again */ }
  // Many who write at once are told of once in a while, not once each.
  setTimeout(() => { fetching = false; if (again) { again = false; fresh() } }, pause)
}

// A page where somebody writes isn't left: what they typed stands there, and its own saving says what has happened.
function lapsed() {
  if (!document.querySelector('form[data-notes]')) location.reload()
}

// ---- Acts in what is followed: sent without leaving the page, so that what is typed on it stays ----
async function act(button) {
  if (button.dataset.busy) return
  button.dataset.busy = 'yes'
  const body = new FormData()
  body.append('__RequestVerificationToken', button.form.elements.__RequestVerificationToken.value)
  body.append(button.name, button.value)
  for (const field of place.querySelectorAll('[data-with]')) { body.append(field.name, field.value); field.value = '' }
  let words = ''
  try {
    const answer = await fetch(place.dataset.acts, { method: 'POST', body, redirect: 'manual', headers: { Accept: 'application/json' } })
    if (answer.status === 409) words = (await answer.json()).refusal
    else if (answer.status !== 200) words = 'Du har varit borta länge. Läs om sidan och logga in igen.'
  } catch {
    words = 'Ingen kontakt. Försök igen.'
  }
  delete button.dataset.busy
  if (told) told.textContent = words
  fresh()
}

place.addEventListener('click', event => {
  const button = event.target.closest('button[data-live]')
  if (!button || !place.dataset.acts) return
  event.preventDefault()
  act(button)
})

// One stream per browser however many tabs: the tab that holds the lock listens and tells the others.
const channel = new BroadcastChannel(`samverk:${place.dataset.follow}`)
channel.addEventListener('message', fresh)
navigator.locks.request(`samverk:${place.dataset.follow}`, () => new Promise(() => {
  const source = new EventSource(place.dataset.follow)
  source.addEventListener('changed', () => { channel.postMessage('changed'); fresh() })
  source.addEventListener('error', () => { if (said) said.textContent = `Ingen kontakt sedan ${clock()}. Det som visas är det senaste.` })
  source.addEventListener('open', () => { fresh() })
}))
