// Results while typing: a list under each field with data-suggest. Arrows choose, Enter goes there, Esc closes. Without this the field is a plain form.
const patience = 150
const shortest = 2

for (const field of document.querySelectorAll('input[data-suggest]')) listen(field)

function listen(field) {
  const list = document.createElement('ul')
  const said = document.createElement('span')
  list.id = `forslag-${document.querySelectorAll('.suggestions').length}`
  list.className = 'suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Förslag')
  said.className = 'ds-sr-only'
  said.setAttribute('role', 'status')
  field.closest('form').append(list, said)
  field.autocomplete = 'off'
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) field.setAttribute(name, value)

  let timer = 0
  let asked = ''
  let chosen = -1

  function close() {
    clearTimeout(timer)
    asked = ''
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    field.removeAttribute('aria-activedescendant')
    chosen = -1
  }

  function option(suggestion, index) {
    const item = document.createElement('li')
    item.id = `${list.id}-${index}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    item.dataset.address = suggestion.address
    item.append(suggestion.text)
    const kind = [suggestion.kind, suggestion.note].filter(Boolean).join(' · ')
    if (kind) item.append(Object.assign(document.createElement('small'), { textContent: kind }))
    // Before the field loses focus, which would close the list.
    item.addEventListener('pointerdown', event => {
      event.preventDefault()
      location.assign(suggestion.address)
    })
    return item
  }

  function show(suggestions) {
    if (suggestions.length === 0) {
      said.textContent = 'Inga förslag'
      return close()
    }
    list.replaceChildren(...suggestions.map(option))
    list.hidden = false
    chosen = -1
    field.removeAttribute('aria-activedescendant')
    field.setAttribute('aria-expanded', 'true')
    said.textContent = suggestions.length === 1 ? '1 förslag' : `${suggestions.length} förslag`
  }

  async function ask() {
    const text = asked = field.value.trim()
    if (text.length < shortest) return close()
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(text)}`)
      // Typed on meanwhile, or closed: the answer is to an old question.
      if (answer.ok && asked === text && document.activeElement === field) show(await answer.json())
    } catch { /* no contact just now: the form itself still searches */ }
  }

  function choose(index) {
    const options = [...list.children]
    chosen = (index + options.length + 1) % (options.length + 1)
    options.forEach((one, i) => one.setAttribute('aria-selected', String(i === chosen)))
    const one = options[chosen]
    if (!one) return field.removeAttribute('aria-activedescendant')
    field.setAttribute('aria-activedescendant', one.id)
    one.scrollIntoView({ block: 'nearest' })
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, patience)
  })
  field.addEventListener('blur', close)
  field.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      return close()
    }
    if (list.hidden) return
    if (event.key === 'ArrowDown') choose(chosen + 1)
    // Past the last, or before the first, is the field itself.
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? list.children.length - 1 : chosen - 1 < 0 ? list.children.length : chosen - 1)
    else if (event.key === 'Enter' && list.children[chosen]) location.assign(list.children[chosen].dataset.address)
    else return
    event.preventDefault()
  })
}
