// Följ: hämtar läget på nytt när servern säger att något har ändrats. Utan kontakt står det senaste kvar, och sidan säger det.
const place = document.querySelector('[data-follow]')
const said = document.querySelector('[data-said]')
const clock = () => new Date().toLocaleTimeString('sv-SE', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/Stockholm' }).replace(':', '.')
let fetching = false
let again = false

async function fresh() {
  if (fetching) { again = true; return }
  fetching = true
  try {
    const answer = await fetch(place.dataset.fragment, { redirect: 'manual' })
    if (answer.type === 'opaqueredirect') { location.reload(); return }
    if (answer.ok) {
      place.innerHTML = await answer.text()
      if (said) said.textContent = `Uppdaterat ${clock()}`
    }
  } catch { /* the stream tells when there is contact again */ }
  fetching = false
  if (again) { again = false; fresh() }
}

// One stream per browser however many tabs: the tab that holds the lock listens and tells the others.
const channel = new BroadcastChannel(`samverk:${place.dataset.follow}`)
channel.addEventListener('message', fresh)
navigator.locks.request(`samverk:${place.dataset.follow}`, () => new Promise(() => {
  const source = new EventSource(place.dataset.follow)
  source.addEventListener('changed', () => { channel.postMessage('changed'); fresh() })
  source.addEventListener('error', () => { if (said) said.textContent = `Ingen kontakt sedan ${clock()}. Det som visas är det senaste.` })
  source.addEventListener('open', () => { fresh() })
}))
