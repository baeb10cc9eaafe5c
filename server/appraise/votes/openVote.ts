import { openVote } from '@milepost/contract/appraise/democraticVotes'
import type { InputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import { DECIDED_GRADES, GRADES } from '@milepost/terms/grades'
import { newBallotKeys, openVoting } from '../../diagnose/published.ts'
import { listPeople, listUnits, openCycle, type Person, type Unit, unitsBelow } from '../../institution/published.ts'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import { serveOutside } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { libraryOf } from '../../platform/rules/libraryOf.ts'
import { rulesOf } from '../rulePack.ts'
import { insertVote, itemOf, type Subject } from './data.ts'

type Input = InputOf<typeof openVote>
export const ABSTAIN = { code: 'abstain', name: { zh: '不了解（弃权）', en: 'Do not know (abstain)' } }

/** Makes the vote with its voters and a key for each group that votes online. Keys are made before the transaction opens. */
export const openVoteRoute = serveOutside(openVote, async ({ services, scene, input }) => {
  const { institutionId, actor, now } = scene
  refuseUnfit(input)
  const online = input.groups.filter((one) => one.way === 'online')
  const keys = await newBallotKeys(online.map((one) => one.code))
  const [voteId, waveId] = [newId(), newId()]
  await services.database.inInstitution(institutionId, async (tx) => {
    const cycle = await openCycle(tx, institutionId, input.cycleId)
    const library = await libraryOf(services.database, tx, { institutionId, base: services.library })
    const { vote } = rulesOf(library, cycle.endsOn)
    const people = await listPeople(tx, institutionId, input.opensOn)
    const units = await listUnits(tx, institutionId)
    const subjects = subjectsOf(input, people, units)
    await openVoting(tx, {
      institutionId,
      waveId,
      name: input.name,
      title: { zh: '民主测评', en: 'Democratic evaluation' },
      openedOn: input.opensOn,
      closesOn: input.closesOn,
      items: subjects.map((one, at) => ({ code: itemOf(at + 1), text: one.name })),
      options: [...DECIDED_GRADES.map((code) => ({ code, name: { zh: GRADES[code].zh, en: GRADES[code].en } })), ABSTAIN],
      groups: input.groups.map(({ code, name, way, handedOut }) => ({ code, name, population: way === 'paper' ? handedOut : null })),
      keys,
      invitations: votersOf(input, { people, units, subjects }),
      unlisted: input.groups.filter((one) => one.way === 'paper').map((one) => one.code),
    })
    await insertVote(tx, {
      institutionId,
      voteId,
      cycleId: cycle.cycleId,
      waveId,
      groups: input.groups.map(({ code, weightBp, way }) => ({ code, weightBp, way })),
      rules: { worth: vote.worth, minimum: vote.minimum },
      openedBy: actor.name,
      subjects,
    })
    const subject = { kind: 'vote', id: voteId, detail: { subjects: subjects.length, groups: input.groups.length } }
    await appendAudit(tx, { institutionId, actor, now, action: openVote.audit ?? '', subject })
  })
  return { voteId }
})

function refuseUnfit(input: Input): void {
  const total = input.groups.reduce((sum, one) => sum + one.weightBp, 0)
  if (total !== 10_000) throw new Refusal('vote-weights-wrong', { total: total / 100 })
  const codes = input.groups.map((one) => one.code)
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice !== undefined) throw new Refusal('code-taken', { code: twice })
  const fields = [
    ...(input.closesOn < input.opensOn ? [{ pointer: '/closesOn', zh: '截止日期早于开始日期。', en: 'It closes before it opens.' }] : []),
    ...input.groups.flatMap((one, at) =>
      one.way === 'paper' && one.handedOut === null
        ? [{ pointer: `/groups/${at}/handedOut`, zh: '请填写发出的纸质票数。', en: 'Say how many paper ballots are handed out.' }]
        : [],
    ),
  ]
  if (fields.length > 0) throw new Refusal('input-invalid', { count: fields.length }, fields)
}

/** Each named as on the ballot: the person with unit and post, or the unit. */
function subjectsOf(input: Input, people: readonly Person[], units: readonly Unit[]): Omit<Subject, 'item'>[] {
  const unitName = (unitId: string) => units.find((one) => one.unitId === unitId)?.name ?? { zh: '', en: '' }
  return input.subjects.map(({ kind, id }) => {
    if (kind === 'unit') {
      const unit = units.find((one) => one.unitId === id)
      if (!unit) throw new Refusal('not-found')
      return { personId: null, unitId: id, name: { zh: unit.name.zh, en: unit.name.en || unit.name.zh } }
    }
    const person = people.find((one) => one.personId === id)
    if (!person) throw new Refusal('not-found')
    const of = unitName(person.unitId)
    const { title } = person.post
    return {
      personId: id,
      unitId: null,
      name: {
        zh: `${person.name}（${of.zh} ${title.zh}）`,
        en: `${person.nameEn || person.name} (${of.en || of.zh}, ${title.en || title.zh})`,
      },
    }
  })
}

type Around = { readonly people: readonly Person[]; readonly units: readonly Unit[]; readonly subjects: readonly Omit<Subject, 'item'>[] }

/** Who gets a link: each person once, in the first group that has them; nobody who is voted on, since nobody judges the own case (Art. 39). */
function votersOf(input: Input, { people, units, subjects }: Around) {
  const taken = new Set(subjects.flatMap((one) => (one.personId === null ? [] : [one.personId])))
  return input.groups
    .filter((group) => group.way === 'online')
    .flatMap((group) => {
      const within = group.unitIds.length === 0 && group.names.length > 0 ? new Set<string>() : withinOf(group.unitIds, units)
      const staff = people.filter((one) => within.has(one.unitId) && !taken.has(one.personId) && isPart[group.part](one))
      for (const one of staff) taken.add(one.personId)
      const line = { stratum: group.code }
      return [
        ...staff.map((one) => ({ ...line, invitationId: newId(), personId: one.personId, name: one.name })),
        ...group.names.map((name) => ({ ...line, invitationId: newId(), personId: null, name })),
      ]
    })
}

const withinOf = (unitIds: readonly string[], units: readonly Unit[]): ReadonlySet<string> =>
  unitIds.length === 0 ? new Set(units.map((one) => one.unitId)) : new Set(unitIds.flatMap((unitId) => [...unitsBelow(units, unitId)]))

const isPart: Readonly<Record<Input['groups'][number]['part'], (person: Person) => boolean>> = {
  everybody: () => true,
  leaders: ({ track }) => track === 'leader',
  heads: ({ track, isHead }) => track !== 'leader' && isHead,
  others: ({ track, isHead }) => track !== 'leader' && !isHead,
}
