import type { Actor } from '@milepost/access/actor'
import { may } from '@milepost/access/may'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { checkRedLineNote, type RedLineNote, readRedLines, writeRedLineNote } from '@milepost/contract/run/reviews'
import { cardSubject, findCard, listMeasures } from '../../design/published.ts'
import { findCycle, findPerson, listPeopleDuring, openCycle } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { linesOf } from '../scoring/facts.ts'
import { liveScore } from '../scoring/liveScore.ts'
import { insertNote, listNotes, type RedNote, saveCheck } from './data.ts'
import { factOf } from './factOf.ts'
import { readReds } from './reds.ts'

export const readRedLinesRoute = serve(readRedLines, {
  run: async ({ tx, institutionId, input, actor, today }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const reds = await readReds(tx, institutionId, { cycle, today })
    const notes = await listNotes(tx, institutionId, { cycleId: cycle.cycleId })
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const names = new Map(people.map((person) => [person.personId, person.name]))
    const view = (note: RedNote) => noteView(note, { names, actor, today })
    const keyOf = (one: { cardId: string; measureId: string }) => `${one.cardId} ${one.measureId}`
    const red = new Set(reds.map(({ card, line }) => keyOf({ cardId: card.cardId, measureId: line.measureId })))
    const measures = new Map(
      (await listMeasures(tx, institutionId, { measureIds: [...new Set(notes.map((one) => one.measureId))] })).map((one) => [
        one.measureId,
        one,
      ]),
    )
    const past = []
    for (const note of notes.filter((one) => !red.has(keyOf(one)))) {
      const card = await findCard(tx, institutionId, note.cardId)
      const measure = measures.get(note.measureId)
      if (card && measure) past.push({ holder: card.name, code: measure.code, name: measure.name, note: view(note) })
    }
    return {
      lines: reds.map((red) => {
        const { card, line, why, actual, period, silent, target, score } = red
        const facts = factOf(red)
        return {
          ...{
            cardId: card.cardId,
            holderKind: card.holderKind === 'institution' ? ('institution' as const) : ('unit' as const),
            holder: card.name,
          },
          ...{
            measureId: line.measureId,
            code: line.code,
            name: line.name,
            unit: line.unit,
            digits: line.digits,
            why,
            actual,
            period,
            silent: [...silent],
            target,
            score,
          },
          fact: { zh: facts.map((one) => one.zh).join('，'), en: facts.map((one) => one.en).join(', ') },
          notes: notes.filter((note) => note.cardId === card.cardId && note.measureId === line.measureId).map(view),
          mayWrite: cycle.stage !== 'closed' && may(actor, 'red-line.write', { unitId: card.unitId }),
        }
      }),
      past,
      people: people.map(({ personId, name }) => ({ personId, name })),
    }
  },
})

function noteView(
  note: RedNote,
  { names, actor, today }: { names: ReadonlyMap<string, string>; actor: Actor; today: string },
): RedLineNote {
  const { noteId, fact, cause, action, ownerPersonId, dueOn, scoreThen, writtenBy, writtenAt, writtenByAccountId, check } = note
  const toCheck = check === null && dueOn < today
  return {
    ...{ noteId, fact, cause, action, dueOn, scoreThen, writtenBy, toCheck },
    owner: { personId: ownerPersonId, name: names.get(ownerPersonId) ?? '' },
    writtenAt: writtenAt.toISOString(),
    check: check && { ...check, at: check.at.toISOString() },
    mayCheck: toCheck && may(actor, 'red-line.check', { recordedByAccountId: writtenByAccountId }),
  }
}

export const writeRedLineNoteRoute = serve(writeRedLineNote, {
  subject: async ({ tx, institutionId, input }) => {
    const card = await cardSubject(tx, institutionId, input.cardId)
    return card && card.personId === null ? { unitId: card.unitId } : null
  },
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const card = await findCard(tx, institutionId, input.cardId)
    const line = card && linesOf(card).find((one) => one.measureId === input.measureId)
    const owner = await findPerson(tx, institutionId, input.ownerPersonId, today)
    if (!card || !line || !owner) throw new Refusal('not-found')
    const cycle = await openCycle(tx, institutionId, card.cycleId)
    if (input.dueOn < today) throw new Refusal('input-invalid', { count: 1 }, [PAST])
    const noteId = newId()
    const scoreThen = await scoreNow(tx, institutionId, { cardId: card.cardId, cardMeasureId: line.cardMeasureId, today })
    await insertNote(tx, institutionId, {
      ...{ noteId, cycleId: cycle.cycleId, cardId: card.cardId, measureId: line.measureId, scoreThen },
      ...{ fact: input.fact, cause: input.cause, action: input.action, ownerPersonId: input.ownerPersonId, dueOn: input.dueOn },
      ...{ writtenBy: actor.name, writtenByAccountId: actor.accountId, writtenAt: now },
    })
    audit({ kind: 'red-line-note', id: noteId, detail: { measure: line.code, scoreThen, dueOn: input.dueOn } })
    return { noteId }
  },
})

/** By somebody other than its writer, after its day; the score of that day is kept beside the verdict. */
export const checkRedLineNoteRoute = serve(checkRedLineNote, {
  subject: async ({ tx, institutionId, input }) => {
    const [note] = await listNotes(tx, institutionId, { noteId: input.noteId })
    return note ? { recordedByAccountId: note.writtenByAccountId } : null
  },
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const [note] = await listNotes(tx, institutionId, { noteId: input.noteId })
    const card = note && (await findCard(tx, institutionId, note.cardId))
    const line = card && linesOf(card).find((one) => one.measureId === note?.measureId)
    if (!note || !card) throw new Refusal('not-found')
    if (note.dueOn >= today) throw new Refusal('red-line-early', { dueOn: note.dueOn })
    const score = line ? await scoreNow(tx, institutionId, { cardId: card.cardId, cardMeasureId: line.cardMeasureId, today }) : null
    const check = { noteId: note.noteId, verdict: input.verdict, note: input.note, score, by: actor.name, at: now }
    if (!(await saveCheck(tx, institutionId, check))) throw new Refusal('red-line-checked')
    audit({ kind: 'red-line-note', id: note.noteId, detail: { verdict: input.verdict, before: note.scoreThen, after: score } })
    return DONE
  },
})

type Asked = { readonly cardId: string; readonly cardMeasureId: string; readonly today: string }

async function scoreNow(
  tx: Parameters<typeof liveScore>[0],
  institutionId: string,
  { cardId, cardMeasureId, today }: Asked,
): Promise<string | null> {
  const live = await liveScore(tx, institutionId, { cardId, today })
  const measure = live?.result.measures.find((one) => one.id === cardMeasureId)
  return measure ? (measure.pace?.official ?? measure.official) : null
}

const PAST = { pointer: '/dueOn', zh: '期限须在今天或以后。', en: 'The day must be today or later.' }
