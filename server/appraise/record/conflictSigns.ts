import { mutualLifts } from '@milepost/appraisal/mutualLift'
import { answerConflictSign, type conflictSign, readConflictSigns } from '@milepost/contract/appraise/conflicts'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { mean } from '@milepost/statistics/moments'
import { z } from 'zod'
import { type Cycle, findCycle, listPeopleDuring } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { appraisalRows } from '../data.ts'
import { listRoles } from '../raters/data.ts'
import { listRatings } from '../rating/data.ts'
import { listRemedyCases } from '../results/data.ts'
import { listCleared, saveCleared } from './conflictData.ts'
import { areTied, insertTie, tiesInForce } from './tiesData.ts'

type Sign = { sign: z.infer<typeof conflictSign>; personId: string; otherPersonId: string; lifts: string[] }
const items = z.record(z.string(), z.string())

/** What the tables give away: ratings between people who are tied, pairs who nominated or lift each other, and superiors rating somebody who went against an earlier grade. */
async function findSigns(tx: Tx, institutionId: string, cycle: Cycle): Promise<Sign[]> {
  const personOf = new Map(
    (await appraisalRows(tx, institutionId, cycle.cycleId).execute()).map((row) => [row.appraisal_id, row.person_id]),
  )
  const ties = await tiesInForce(tx, institutionId)
  const ratings = (await listRatings(tx, institutionId, cycle.cycleId)).flatMap((one) => {
    const ratee = personOf.get(one.appraisal_id)
    const values = Object.values(items.parse(one.items)).map(Number)
    if (ratee === undefined || one.rater_person_id === null || values.length === 0) return []
    return [{ group: one.rater_group, rater: one.rater_person_id, ratee, mean: mean(values) }]
  })
  const tied = ratings
    .filter((one) => areTied(ties, one.rater, one.ratee))
    .map((one): Sign => ({ sign: 'rated-though-tied', personId: one.rater, otherPersonId: one.ratee, lifts: [] }))
  const lifting = mutualLifts(ratings).map(
    (one): Sign => ({
      sign: 'lift-each-other',
      personId: one.one,
      otherPersonId: one.other,
      lifts: [one.oneGave.toFixed(1), one.otherGave.toFixed(1)],
    }),
  )
  const nominated = (await listRoles(tx, institutionId, cycle.cycleId)).flatMap((role) => {
    const ratee = personOf.get(role.appraisalId)
    return role.kind === 'nominated' && role.state !== 'refused' && ratee !== undefined ? [{ rater: role.raterPersonId, ratee }] : []
  })
  const each = nominated
    .filter((one) => one.rater < one.ratee && nominated.some((other) => other.rater === one.ratee && other.ratee === one.rater))
    .map((one): Sign => ({ sign: 'nominated-each-other', personId: one.rater, otherPersonId: one.ratee, lifts: [] }))
  const complained = new Set(
    (await listRemedyCases(tx, institutionId)).flatMap((one) => (one.cycleId === cycle.cycleId ? [] : [one.personId])),
  )
  const complaints = ratings
    .filter((one) => one.group === 'superior' && complained.has(one.ratee))
    .map((one): Sign => ({ sign: 'complained-about-rater', personId: one.ratee, otherPersonId: one.rater, lifts: [] }))
  const known = new Set<string>()
  return [...tied, ...each, ...lifting, ...complaints].filter((one) => {
    const mark = `${one.sign} ${one.personId} ${one.otherPersonId}`
    const isNew = !known.has(mark) && (one.sign === 'rated-though-tied' || !areTied(ties, one.personId, one.otherPersonId))
    known.add(mark)
    return isNew
  })
}

export const readConflictSignsRoute = serve(readConflictSigns, {
  run: async ({ tx, institutionId, input }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const signs = await findSigns(tx, institutionId, cycle)
    const cleared = await listCleared(tx, institutionId, cycle.cycleId)
    const people = new Map(
      (await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })).map((one) => [one.personId, one.name]),
    )
    const named = (personId: string) => ({ personId, name: people.get(personId) ?? '' })
    return {
      signs: signs.map(({ sign, personId, otherPersonId, lifts }) => {
        const found = cleared.find((one) => one.sign === sign && one.personId === personId && one.otherPersonId === otherPersonId)
        return {
          sign,
          person: named(personId),
          other: named(otherPersonId),
          lifts,
          cleared: found ? { reason: found.reason, by: found.by } : null,
        }
      }),
    }
  },
})

/** Found, it is a tie like one that was declared: the voice is gone from now on. Cleared, it stays on record with its reason. */
export const answerConflictSignRoute = serve(answerConflictSign, {
  run: async ({ tx, institutionId, input, actor, now, today, audit }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    const sign = cycle && (await findSigns(tx, institutionId, cycle)).find((one) => isSame(one, input))
    if (!cycle || !sign) throw new Refusal('not-found')
    if (actor.personId === input.personId || actor.personId === input.otherPersonId) throw new Refusal('not-permitted')
    const { personId, otherPersonId } = input
    if (input.verdict === 'tied') {
      const tie = {
        institutionId,
        tieId: newId(),
        personId,
        otherPersonId,
        kind: 'interest',
        by: actor.name,
        accountId: actor.accountId,
        on: today,
      }
      if (!(await insertTie(tx, tie))) throw new Refusal('tie-known')
    } else {
      await saveCleared(tx, {
        institutionId,
        cycleId: cycle.cycleId,
        sign: input.sign,
        personId,
        otherPersonId,
        reason: input.reason,
        by: actor.name,
        at: now,
      })
    }
    audit({
      kind: 'cycle',
      id: cycle.cycleId,
      detail: { sign: input.sign, personId, otherPersonId, verdict: input.verdict, reason: input.reason },
    })
    return DONE
  },
})

const isSame = (one: Sign, other: { sign: string; personId: string; otherPersonId: string }) =>
  one.sign === other.sign && one.personId === other.personId && one.otherPersonId === other.otherPersonId
