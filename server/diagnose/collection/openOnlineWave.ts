import { openOnlineWave } from '@milepost/contract/diagnose/collection'
import type { InputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import { listPeople, listUnits, unitsBelow } from '../../institution/published.ts'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serveOutside } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { findQuestionnaire } from '../waves/data.ts'
import { refuseTwice } from '../waves/refuseTwice.ts'
import { newBallotKeys, startCollecting } from './collecting.ts'
import type { NewInvitation } from './rosterData.ts'

type Input = InputOf<typeof openOnlineWave>

/** Makes the wave, its list of invited people and, for an anonymous one, a key for each stratum. Keys are made before the transaction opens. */
export const openOnlineWaveRoute = serveOutside(openOnlineWave, async ({ services, scene, input }) => {
  const { institutionId, actor, now } = scene
  refuseTwice(input.strata.map((one) => one.code))
  if (input.closesOn !== null && input.closesOn < input.opensOn)
    throw new Refusal('input-invalid', { count: 1 }, [
      { pointer: '/closesOn', zh: '截止日期早于开始日期。', en: 'It closes before it opens.' },
    ])
  if (input.sharedLink && input.mode !== 'anonymous')
    throw new Refusal('input-invalid', { count: 1 }, [
      { pointer: '/sharedLink', zh: '公开链接只能用于匿名调查。', en: 'An open link is for anonymous surveys only.' },
    ])
  const signs = input.mode === 'anonymous' && !input.sharedLink
  const keys = signs ? await newBallotKeys(input.strata.map(({ code }) => code)) : []
  const waveId = newId()
  await services.database.inInstitution(institutionId, async (tx) => {
    if (!(await findQuestionnaire(tx, institutionId, input.questionnaireId))) throw new Refusal('not-found')
    await startCollecting(tx, {
      institutionId,
      waveId,
      questionnaireId: input.questionnaireId,
      name: input.name,
      openedOn: input.opensOn,
      closesOn: input.closesOn,
      mode: input.mode,
      sharedLink: input.sharedLink,
      strata: input.strata,
      keys,
      invitations: input.sharedLink ? [] : await inviteesOf(tx, institutionId, input),
      unlisted: input.sharedLink ? input.strata.map(({ code }) => code) : [],
    })
    const subject = { kind: 'wave', id: waveId, detail: { mode: input.mode, strata: input.strata.length } }
    await appendAudit(tx, { institutionId, actor, now, action: openOnlineWave.audit ?? '', subject })
  })
  return { waveId }
})

/** People of the units named and of those below them, then the names typed in. Nobody is invited twice: the first stratum that has them keeps them. */
async function inviteesOf(tx: Tx, institutionId: string, input: Input): Promise<NewInvitation[]> {
  const units = await listUnits(tx, institutionId)
  const people = await listPeople(tx, institutionId, input.opensOn)
  const taken = new Set<string>()
  return input.strata.flatMap((stratum) => {
    const within = new Set(stratum.unitIds.flatMap((unitId) => [...unitsBelow(units, unitId)]))
    const staff = people.filter((person) => person.unitId !== null && within.has(person.unitId) && !taken.has(person.personId))
    for (const person of staff) taken.add(person.personId)
    const line = { stratum: stratum.code }
    return [
      ...staff.map((person) => ({ ...line, invitationId: newId(), personId: person.personId, name: person.name })),
      ...stratum.names.map((name) => ({ ...line, invitationId: newId(), personId: null, name })),
    ]
  })
}
