// Granska: keeps what is typed, ties each fact to its place in the text, and answers J K V and Ctrl+Retur.
const quiet = 1500
const again = 10000
const form = document.getElementById('granskning')
const text = document.querySelector('.pane > .text')
const said = document.querySelector('[data-said]')
const confirmButton = document.querySelector('[data-confirm]')
const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches
// The frame has its keys only when the person has not turned single keys off.
const hasKeys = Boolean(document.querySelector('script[src*="/keys"]'))

// ---- Keeping ----
let timer = 0
let saving = null
let isStopped = false
let lostAt = ''

const clock = () => new Date().toLocaleTimeString('sv-SE', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Stockholm' }).replace(':', '.')

function later(wait) {
  clearTimeout(timer)
  if (!isStopped) timer = setTimeout(save, wait)
}

function save() {
  if (saving) return later(quiet)
  saving = send().finally(() => { saving = null })
}

async function send() {
  try {
    const answer = await fetch(form.dataset.draft, { method: 'POST', body: new FormData(form), redirect: 'error' })
    if (!answer.ok) throw new Error(answer.statusText)
    tell(await answer.json())
  } catch {
    lostAt ||= clock()
    said.textContent = `Ingen kontakt sedan ${lostAt}, det du skriver finns kvar här`
    later(again)
  }
}

function tell(answer) {
  lostAt = ''
  if (answer.refusal) {
    isStopped = true
    said.textContent = answer.refusal
    return
  }
  form.elements.Version.value = answer.version
  said.textContent = `Sparat ${answer.at}`
}

// ---- Fact and text ----
const facts = () => [...form.querySelectorAll('[data-fact]')].filter(fact => fact.checkVisibility())
const chosen = () => form.querySelector('[data-fact][aria-current]')
const pieces = key => text.querySelectorAll(`[data-in~="${CSS.escape(key)}"]`)

function choose(fact) {
  for (const old of document.querySelectorAll('.split [aria-current]')) old.removeAttribute('aria-current')
  fact.setAttribute('aria-current', 'true')
  for (const piece of pieces(fact.dataset.fact)) piece.setAttribute('aria-current', 'true')
}

function show(key) {
  const place = document.getElementById(`t-${key}`) ?? pieces(key)[0]
  if (!place) return
  const top = place.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop - text.clientHeight / 3
  text.scrollTo({ top, behavior: reduced ? 'auto' : 'smooth' })
}

function reach(fact) {
  choose(fact)
  show(fact.dataset.fact)
  const target = fact.matches('details') ? fact.querySelector('summary') : fact.matches('[tabindex]') ? fact : fact.querySelector('input, select, textarea')
  target?.focus({ preventScroll: true })
  fact.scrollIntoView({ block: 'nearest', behavior: reduced ? 'auto' : 'smooth' })
}

function step(by) {
  const all = facts()
  const at = all.indexOf(chosen())
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]
  if (next) reach(next)
}

const writes = element => element.matches('input:not([type=radio], [type=checkbox]), textarea, select')

function single(event) {
  if (!hasKeys || writes(event.target) || event.ctrlKey || event.metaKey || event.altKey) return false
  if (event.key === 'j') step(1)
  else if (event.key === 'k') step(-1)
  else if (event.key === 'v' && chosen()) show(chosen().dataset.fact)
  else return false
  return true
}

function listen() {
  const save = document.querySelector('[data-save]')
  if (save) save.hidden = true
  form.addEventListener('input', () => later(quiet))
  form.addEventListener('change', event => {
    const field = form.elements[event.target.dataset.fills]
    if (field) field.value = event.target.value
    later(quiet)
  })
  form.addEventListener('submit', event => {
    isStopped = true
    clearTimeout(timer)
    // What is being kept just now raises the version: the form goes when it has its answer.
    if (!saving) return
    event.preventDefault()
    saving.finally(() => form.requestSubmit(event.submitter))
  })
  addEventListener('keydown', event => {
    if (event.defaultPrevented) return
    const isConfirm = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && confirmButton
    if (isConfirm) form.requestSubmit(confirmButton)
    if (isConfirm || single(event)) event.preventDefault()
  })
}

function tie() {
  form.addEventListener('focusin', event => {
    const fact = event.target.closest('[data-fact]')
    if (!fact || fact === chosen()) return
    choose(fact)
    show(fact.dataset.fact)
  })
  form.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#t-"]')
    if (!link) return
    event.preventDefault()
    show(link.hash.slice('#t-'.length))
  })
  text.addEventListener('click', event => {
    const piece = event.target.closest('a.src')
    const fact = piece && form.querySelector(`[data-fact="${CSS.escape(piece.hash.slice('#f-'.length))}"]`)
    if (!fact) return
    event.preventDefault()
    if (fact.matches('details')) fact.open = true
    reach(fact)
  })
}

if (form && text) tie()
if (form?.dataset.draft) listen()
