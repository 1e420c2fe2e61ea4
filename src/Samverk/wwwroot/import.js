// Importera: files can be dropped anywhere on the form, sizes are told before they are sent, and what is being read is followed.
const patience = 2000
const form = document.querySelector('form[data-drop]')

function wrong(files) {
  const bytes = [...files].reduce((sum, file) => sum + file.size, 0)
  if (files.length > Number(form.dataset.mostFiles)) return `Det är ${files.length} filer. Lägg in högst ${form.dataset.mostFiles} i taget.`
  if (bytes > Number(form.dataset.mostBytes)) return 'Filerna är för stora tillsammans. Dela upp dem och lägg in en del i taget.'
  return ''
}

function told(files) {
  const said = form.querySelector('[data-said]')
  const problem = wrong(files)
  form.querySelector('input[type=file]').setCustomValidity(problem)
  said.textContent = problem || (files.length === 1 ? `${files[0].name} är vald` : `${files.length} filer är valda`)
}

function listen() {
  const chooser = form.querySelector('input[type=file]')
  chooser.addEventListener('change', () => told(chooser.files))
  form.addEventListener('dragover', event => {
    event.preventDefault()
    form.toggleAttribute('data-over', true)
  })
  form.addEventListener('dragleave', () => form.toggleAttribute('data-over', false))
  form.addEventListener('drop', event => {
    event.preventDefault()
    form.toggleAttribute('data-over', false)
    chooser.files = event.dataTransfer.files
    told(chooser.files)
  })
  form.addEventListener('submit', () => { form.querySelector('[data-said]').textContent = 'Filerna skickas' })
}

// While something is read, the list is fetched anew; at the end the page is, since its buttons change too.
async function follow() {
  const list = document.getElementById('framsteg')
  if (!list?.hasAttribute('data-waiting')) return
  await new Promise(resolve => setTimeout(resolve, patience))
  try {
    const answer = await fetch(location.href)
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('framsteg')
    if (fresh && !fresh.hasAttribute('data-waiting')) return location.reload()
    if (fresh && !list.contains(document.activeElement)) list.replaceWith(fresh)
  } catch { /* no contact just now: asked again in a moment */ }
  follow()
}

if (form) listen()
follow()
