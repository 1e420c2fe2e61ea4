// Single keys, only outside fields: / search, ? shortcuts, g and then a letter of the menu. Turned off at /kortkommandon.
const patience = 1500
let waitingUntil = 0

const writes = element => element.matches('input, textarea, select, [contenteditable]')

function search() {
  const fields = [...document.querySelectorAll('input[type=search]')]
  const field = fields.find(one => one.checkVisibility())
  field?.focus()
  field?.select()
  return Boolean(field)
}

function go(key) {
  const link = [...document.querySelectorAll('.menu a[data-key]')].find(one => one.dataset.key === key)
  if (link) location.assign(link.href)
  return Boolean(link)
}

function act(key) {
  if (performance.now() < waitingUntil) {
    waitingUntil = 0
    return go(key.toLowerCase())
  }
  if (key === 'g') waitingUntil = performance.now() + patience
  if (key === '/') return search()
  if (key === '?') location.assign('/kortkommandon')
  return key === '?'
}

addEventListener('keydown', event => {
  const isOurs = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !writes(event.target)
  if (isOurs && act(event.key)) event.preventDefault()
})
