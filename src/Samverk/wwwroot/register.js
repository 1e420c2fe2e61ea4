// Fills a register's filters with their counts, which the page itself does not wait for.
const asked = document.querySelector('a[data-counts]')

async function fill() {
  const panel = asked.closest('#urval')
  const ticked = new Set([...panel.querySelectorAll('input:checked')].map(box => `${box.name}=${box.value}`))
  const answer = await fetch(asked.dataset.counts, { headers: { accept: 'text/html' } })
  if (!answer.ok || answer.redirected) return
  const given = document.createElement('template')
  given.innerHTML = await answer.text()
  // What was ticked or typed while the counts were on their way stays.
  for (const box of given.content.querySelectorAll('input[type=checkbox]')) {
    const old = panel.querySelector(`input[name="${CSS.escape(box.name)}"][value="${CSS.escape(box.value)}"]`)
    if (old) box.checked = ticked.has(`${box.name}=${box.value}`)
  }
  for (const day of given.content.querySelectorAll('input[type=date]')) day.value = panel.querySelector(`#${day.id}`)?.value ?? day.value
  const total = given.content.querySelector('[data-total]')?.dataset.total
  const focused = panel.contains(document.activeElement) ? document.activeElement.id || `[name="${document.activeElement.name}"][value="${document.activeElement.value}"]` : null
  panel.replaceChildren(given.content)
  if (focused) panel.querySelector(focused.startsWith('[') ? focused : `#${focused}`)?.focus()
  const heading = document.getElementById('traffar')
  if (total && heading) heading.textContent = total
}

if (asked) await fill().catch(() => {})
