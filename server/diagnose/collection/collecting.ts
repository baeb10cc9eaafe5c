import { LEAST_FOR_KEY } from '@milepost/contract/diagnose/promises'
import { Refusal } from '@milepost/contract/refusals'
import { findInstitutionRow } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { emptyBoxes } from '../ballots/ballotData.ts'
import { countSheets, findBallotWave, insertWave, listStrata, type NewWave, setWaveClosed, type WavePurpose } from '../waves/data.ts'
import { newSigningPair } from './keys.ts'
import { countInvited, destroyKeys, listInvited, type NewInvitation, remindOpen, saveRoster, setTokens } from './rosterData.ts'
import { roundedCount, roundedToFives } from './roundedCount.ts'
import { hashed, linkOf, newToken } from './tokens.ts'

/** The one way in which ballots are asked for and come in: surveys of the diagnosis and votes of the appraisal both go it. */

type Stratum = NewWave['strata'][number]
export type BallotKey = { readonly stratum: string; readonly publicKey: string; readonly privateKey: string }

/** A key for each stratum; slow, so it is made before a transaction opens. */
export const newBallotKeys = (strata: readonly string[]): Promise<BallotKey[]> =>
  Promise.all(strata.map(async (stratum) => ({ stratum, ...(await newSigningPair()) })))

type Starting = Omit<NewWave, 'strata' | 'collects'> & {
  readonly strata: readonly Pick<Stratum, 'code' | 'name' | 'population'>[]
  readonly keys: readonly BallotKey[]
  readonly invitations: readonly NewInvitation[]
  /** Strata without a list: an open link, or paper alone. */
  readonly unlisted: readonly string[]
}

/** Makes a wave with its list of invited people; a stratum with too few of them for its kind of ballot is refused. */
export async function startCollecting(tx: Tx, { strata, keys, invitations, unlisted, ...wave }: Starting): Promise<void> {
  const invited = (code: string) => invitations.filter((one) => one.stratum === code).length
  for (const { code, name } of strata) {
    const least = keys.some((key) => key.stratum === code) ? LEAST_FOR_KEY : 1
    if (!unlisted.includes(code) && invited(code) < least)
      throw new Refusal('stratum-too-small', { name: name.zh, nameEn: name.en || name.zh, people: invited(code), least })
  }
  await insertWave(tx, {
    ...wave,
    collects: 'online',
    strata: strata.map(({ code, name, population }) => ({
      code,
      name,
      population: unlisted.includes(code) ? population : invited(code),
      ballotKey: keys.find((key) => key.stratum === code)?.publicKey ?? null,
    })),
  })
  await saveRoster(tx, wave, { invitations, keys })
}

type Asked = { readonly institutionId: string; readonly waveId: string; readonly purpose: WavePurpose }

async function findOnline(tx: Tx, { institutionId, waveId, purpose }: Asked) {
  const wave = await findBallotWave(tx, institutionId, waveId).where('purpose', '=', purpose).executeTakeFirst()
  if (wave?.collects !== 'online') throw new Refusal('not-found')
  return wave
}

async function findTaking(tx: Tx, asked: Asked) {
  const wave = await findOnline(tx, asked)
  if (wave.closed_on !== null) throw new Refusal('wave-closed')
  return wave
}

const codeOf = async (tx: Tx, institutionId: string) => (await findInstitutionRow(tx, institutionId)).code

/** How many answered, rounded: while ballots come in, a count that rises by one tells who has just answered. */
export async function collectionOf(tx: Tx, asked: Asked) {
  const { institutionId, waveId } = asked
  const wave = await findOnline(tx, asked)
  const strata = await listStrata(tx, institutionId, [waveId])
  const counts = await countInvited(tx, asked)
  const sheets = await countSheets(tx, institutionId, [waveId])
  return {
    mode: wave.mode as 'anonymous',
    sharedLink: wave.shared_link,
    path: linkOf({ code: await codeOf(tx, institutionId), waveId }),
    opensOn: wave.opened_on,
    closesOn: wave.closes_on,
    closedOn: wave.closed_on,
    strata: strata.map((stratum) => {
      const count = counts.find((one) => one.stratum_code === stratum.code)
      const invited = count?.invited ?? stratum.population ?? 0
      return {
        code: stratum.code,
        name: { zh: stratum.name_zh, en: stratum.name_en },
        invited,
        linksMade: count?.links ?? 0,
        answeredAbout: wave.shared_link ? roundedToFives(sheets(waveId, stratum.code)) : roundedCount(count?.answered ?? 0, invited),
        reminders: count?.reminders ?? 0,
      }
    }),
  }
}

/** Names and strata, never who answered. */
export async function invitedTo(tx: Tx, asked: Asked) {
  await findOnline(tx, asked)
  return (await listInvited(tx, asked)).map((row) => ({
    invitationId: row.invitation_id,
    name: row.name,
    stratum: row.stratum_code,
    hasLink: row.has_link,
  }))
}

/** Only the hash of a token is kept, so a link is seen once; a lost one is replaced. */
export async function issueLinks(tx: Tx, asked: Asked, invitationId?: string) {
  const wave = await findTaking(tx, asked)
  const invited = await listInvited(tx, asked)
  const chosen = invited.filter((row) => (invitationId ? row.invitation_id === invitationId : !row.has_link))
  if (invitationId && chosen.length === 0) throw new Refusal('not-found')
  const code = await codeOf(tx, asked.institutionId)
  const issued = chosen.map((row) => ({ row, token: newToken() }))
  await setTokens(
    tx,
    asked,
    issued.map(({ row, token }) => ({ invitationId: row.invitation_id, tokenHash: hashed(token) })),
  )
  return issued.map(({ row, token }) => ({
    invitationId: row.invitation_id,
    name: row.name,
    stratum: row.stratum_code,
    path: linkOf({ code, waveId: wave.wave_id, token }),
  }))
}

/** The reminder appears on the first page of those who have not answered; whoever reminds learns a rounded number. */
export async function remindThose(tx: Tx, asked: Asked): Promise<number | null> {
  await findTaking(tx, asked)
  const counts = await countInvited(tx, asked)
  const reminded = await remindOpen(tx, asked)
  return roundedCount(
    reminded,
    counts.reduce((sum, one) => sum + one.invited, 0),
  )
}

/** What still waits in the boxes becomes sheets, and nothing is signed any more; gives how many waited. */
export async function closeCollection(tx: Tx, asked: Asked, day: string): Promise<number> {
  await findTaking(tx, asked)
  const held = await emptyBoxes(tx, asked)
  await destroyKeys(tx, asked)
  await setWaveClosed(tx, asked.institutionId, asked.waveId, day)
  return held
}
