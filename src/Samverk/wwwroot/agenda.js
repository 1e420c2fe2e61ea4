// Drag on the agenda: items to another place, matters from the backlog to theirs. The buttons beside them do the same
// without this; it only fills in the page's own forms and sends them.
const rows = () => [...document.querySelectorAll('tr[data-item]')]
const order = document.getElementById('ordning')
const waiting = document.getElementById('vantande')
let dragged = null

function lift(element, event) {
  dragged = element
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', element.dataset.item ?? element.dataset.waiting)
}

function mark(row, after) {
  for (const other of rows()) other.removeAttribute('data-drop')
  row?.setAttribute('data-drop', after ? 'after' : 'before')
}

const isAfter = (row, event) => event.clientY > row.getBoundingClientRect().top + row.getBoundingClientRect().height / 2

function drop(row, after) {
  const all = rows()
  if (dragged.dataset.waiting !== undefined) {
    waiting.elements.plats.value = all.indexOf(row) + (after ? 1 : 0)
    dragged.querySelector('button[name=arende]').click()
    return
  }
  const ids = all.filter(other => other !== dragged).map(other => other.dataset.item)
  const at = all.filter(other => other !== dragged).indexOf(row) + (after ? 1 : 0)
  if (row === dragged) return
  ids.splice(at, 0, dragged.dataset.item)
  order.elements.ordning.value = ids.join(',')
  order.requestSubmit()
}

for (const element of document.querySelectorAll('tr[data-item], li[data-waiting]')) {
  element.draggable = true
  element.addEventListener('dragstart', event => lift(element, event))
  element.addEventListener('dragend', () => { mark(null); dragged = null })
}
for (const row of rows()) {
  row.addEventListener('dragover', event => {
    if (!dragged) return
    event.preventDefault()
    mark(row, isAfter(row, event))
  })
  row.addEventListener('drop', event => {
    if (!dragged) return
    event.preventDefault()
    drop(row, isAfter(row, event))
  })
}
