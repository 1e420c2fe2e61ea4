// Reads what Samverk publishes with parsers that others have written, and prints what they found as one line of JSON.
//   node formats.mjs atom|ical|rdf FILE
import { readFileSync } from 'node:fs'
import { parseAtomFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { RdfXmlParser } from 'rdfxml-streaming-parser'

const [kind, file] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')

const calendar = () => {
  const root = new ICAL.Component(ICAL.parse(text))
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return {
    version: root.getFirstPropertyValue('version'), method: root.getFirstPropertyValue('method'), zones: root.getAllSubcomponents('vtimezone').map(zone => zone.getFirstPropertyValue('tzid')),
    events: root.getAllSubcomponents('vevent').map(component => {
      const event = new ICAL.Event(component)
      return { uid: event.uid, summary: event.summary, location: event.location, start: event.startDate.toJSDate().toISOString(), zone: event.startDate.zone?.tzid ?? null, allDay: event.startDate.isDate, stamp: !!component.getFirstPropertyValue('dtstamp'),
        end: event.endDate?.toJSDate().toISOString() ?? null, sequence: event.sequence, status: component.getFirstPropertyValue('status'), description: event.description ?? null,
        organiser: event.organizer, attendees: event.attendees.map(one => ({ mail: one.getFirstValue(), name: one.getParameter('cn'), rsvp: one.getParameter('rsvp'), answer: one.getParameter('partstat') })) }
    }),
  }
}

const triples = () => new Promise((done, failed) => {
  const found = []
  const parser = new RdfXmlParser({ baseIRI: 'https://exempel.example/' })
  parser.on('data', t => found.push({ s: t.subject.value, blank: t.subject.termType === 'BlankNode' || t.object.termType === 'BlankNode', p: t.predicate.value, o: t.object.value, literal: t.object.termType === 'Literal' }))
  parser.on('error', failed)
  parser.on('end', () => done({ triples: found }))
  parser.end(text)
})

const read = { atom: () => parseAtomFeed(text), ical: calendar, rdf: triples }[kind]
console.log(JSON.stringify(await read()))
setInterval(() => { }, 1 << 30)
