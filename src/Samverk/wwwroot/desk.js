// Protokollsbordet och gruppernas sidor: sparar varje anteckning för sig en stund efter att någon slutat skriva, visar båda texterna när två
// har skrivit samma, och behåller i webbläsaren det som inte gick att spara.
const quiet = 1200
const again = 4000
const form = document.querySelector('form[data-notes]')
const said = document.querySelector('[data-said]')
const kept = `bord:${form.dataset.notes}:`
const timers = new Map()
let lostAt = ''

const clock = () => new Date().toLocaleTimeString('sv-SE', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Stockholm' }).replace(':', '.')
const say = words => { said.textContent = words }
const fields = note => [...note.querySelectorAll('input[name], select[name], textarea[name]')]

// ---- Keeping in the browser what the server has not said that it has ----
function values(note) {
  return fields(note).map(field => [field.name, field.type === 'checkbox' ? field.checked : field.value, field.value])
}

function keep(note, sent = false) {
  try { localStorage.setItem(kept + note.dataset.note, JSON.stringify({ at: Date.now(), sent, values: values(note) })) } catch { /* full or shut off: then only the page has it */ }
}

const forget = note => localStorage.removeItem(kept + note.dataset.note)

function restore(note) {
  const text = localStorage.getItem(kept + note.dataset.note)
  if (!text) return
  const { at, sent, values: typed } = JSON.parse(text)
  const version = typed.find(([name]) => name.endsWith('-version'))
  // Sent with the form, and it came through: the note has a newer version now.
  if (Date.now() - at > 14 * 24 * 3600 * 1000 || (sent && version && version[1] !== note.querySelector('[data-version]').value)) return forget(note)
  for (const [name, value, own] of typed) {
    const field = fields(note).find(f => f.name === name && (f.type !== 'checkbox' || f.value === own))
    if (!field || field.matches('[data-version]')) continue
    if (field.type === 'checkbox') field.checked = value
    else field.value = value
  }
  // The version that it was written on stands: if somebody has changed it since, both are shown.
  if (version) note.querySelector('[data-version]').value = version[1]
  say('Det du skrev senast finns kvar här och sparas nu.')
  save(note)
}

// ---- Saving ----
function later(note, wait) {
  clearTimeout(timers.get(note))
  timers.set(note, setTimeout(() => save(note), wait))
}

async function save(note) {
  if (note.dataset.saving) return later(note, quiet)
  note.dataset.saving = 'yes'
  const body = new FormData()
  body.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value)
  for (const field of fields(note)) if (field.type !== 'checkbox' || field.checked) body.append(field.name, field.value)
  const sent = JSON.stringify(values(note))
  try {
    const answer = await fetch(`${form.dataset.notes}/${note.dataset.note}`, { method: 'POST', body, redirect: 'manual', headers: { Accept: 'application/json' } })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return lapsed()
    if (answer.status === 422) return say(await answer.text())
    if (answer.status !== 200 && answer.status !== 409) throw new Error(answer.statusText)
    heard(note, await answer.json(), sent)
  } catch {
    lostAt ||= clock()
    say(`Ingen kontakt sedan ${lostAt}, det du skriver finns kvar här`)
    later(note, again)
  } finally {
    delete note.dataset.saving
  }
}

function heard(note, answer, sent) {
  lostAt = ''
  if (answer.code === 'stale-note') return conflict(note, answer)
  if (answer.refusal) return say(answer.refusal)
  note.querySelector('[data-version]').value = answer.version
  // Written more while the answer was on its way: that is saved next.
  const [now, then] = [values(note), JSON.parse(sent)].map(list => JSON.stringify(list.filter(([name]) => !name.endsWith('-version'))))
  if (now === then) forget(note)
  say(`${document.querySelector('#punkt .no')?.textContent ?? 'Det du skrev'} sparades ${answer.at}.`)
}

function lapsed() {
  say('Du har varit borta länge. ')
  const way = document.createElement('a')
  way.href = `/logga-in?till=${encodeURIComponent(location.pathname + location.search)}`
  way.textContent = 'Logga in igen, det du skrev finns kvar.'
  said.append(way)
}

function conflict(note, answer) {
  clearTimeout(timers.get(note))
  say('En text är ändrad av två. Välj vilken som ska gälla.')
  note.setAttribute('aria-current', 'true')
  const old = note.querySelector('.notice')
  const notice = document.createElement('div')
  notice.className = 'notice'
  notice.dataset.color = 'warning'
  notice.setAttribute('role', 'alert')
  const words = document.createElement('p')
  const strong = document.createElement('strong')
  strong.textContent = `${answer.byName} ändrade samma text ${answer.at}.`
  words.append(strong, ' Inget är borta. Välj vilken text som ska gälla.')
  const theirs = document.createElement('div')
  theirs.className = 'versions'
  const one = document.createElement('div')
  const label = document.createElement('span')
  label.className = 'label'
  label.textContent = `${answer.byName}, sparad ${answer.at}`
  const text = document.createElement('p')
  text.textContent = answer.theirs
  one.append(label, text)
  theirs.append(one)
  const acts = document.createElement('div')
  acts.className = 'acts'
  acts.dataset.color = 'accent'
  acts.append(act('Behåll min text', '', () => { note.querySelector('[data-version]').value = answer.version; notice.remove(); note.removeAttribute('aria-current'); save(note) }),
    act(`Ta ${answer.byName}s text`, 'secondary', () => { forget(note); location.reload() }))
  notice.append(words, theirs, acts)
  if (old) old.replaceWith(notice)
  else note.querySelector('.stackup').prepend(notice)
}

function act(words, variant, does) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'ds-button'
  button.dataset.small = ''
  if (variant) button.dataset.variant = variant
  button.textContent = words
  button.addEventListener('click', does)
  return button
}

form.addEventListener('input', event => {
  const note = event.target.closest('[data-note]')
  if (!note) return
  keep(note)
  later(note, quiet)
  if (event.target.matches('textarea')) grow(event.target)
})

// The form itself sends everything. It is kept until its answer shows that it arrived.
form.addEventListener('submit', () => {
  for (const timer of timers.values()) clearTimeout(timer)
  for (const note of form.querySelectorAll('[data-note]')) if (localStorage.getItem(kept + note.dataset.note)) keep(note, true)
})

function grow(area) {
  while (area.scrollHeight > area.clientHeight + 4 && area.rows < 24) area.rows += 1
}

// ---- Keys: Alt and a letter press the button that carries it ----
addEventListener('keydown', event => {
  if (!event.altKey || event.ctrlKey || event.metaKey) return
  const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!button) return
  event.preventDefault()
  button.click()
})

const differs = field => field.type === 'checkbox' ? field.checked !== field.defaultChecked
  : field.tagName === 'SELECT' ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(o => o.defaultSelected)) : field.value !== field.defaultValue

for (const note of form.querySelectorAll('[data-note]')) {
  // Before anything of what was kept is put back: what was typed while this script was on its way.
  if (fields(note).some(differs)) { keep(note); later(note, quiet) } else restore(note)
}
const last = [...form.querySelectorAll('[data-note]')].at(-1)
if (last && new URLSearchParams(location.search).has('ny')) last.querySelector('textarea, input:not([type=hidden]), select')?.focus()
