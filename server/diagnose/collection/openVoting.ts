import type { Instrument } from '@milepost/contract/diagnose/instrument'
import type { Bilingual } from '@milepost/terms/bilingual'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import { insertQuestionnaire } from '../waves/data.ts'
import { findAskedByBallot } from '../waves/findAsked.ts'
import { type BallotKey, startCollecting } from './collecting.ts'
import { putPaper } from './enterPaper.ts'
import type { NewInvitation } from './rosterData.ts'

type Voting = {
  readonly institutionId: string
  readonly waveId: string
  readonly name: Bilingual
  readonly title: Bilingual
  readonly openedOn: string
  readonly closesOn: string
  /** What is asked: one choice an item, every item of the same options. */
  readonly items: readonly { readonly code: string; readonly text: Bilingual }[]
  readonly options: readonly { readonly code: string; readonly name: Bilingual }[]
  readonly groups: readonly { readonly code: string; readonly name: Bilingual; readonly population: number | null }[]
  readonly keys: readonly BallotKey[]
  readonly invitations: readonly NewInvitation[]
  readonly unlisted: readonly string[]
}

/** A vote by blind ballots: a wave that is asked and collected like an anonymous survey and belongs to no diagnosis. */
export async function openVoting(tx: Tx, { title, items, options, groups, ...voting }: Voting): Promise<void> {
  const questionnaireId = newId()
  const instrument: Instrument = {
    scale: { least: 1, most: options.length, points: [], notApplicable: { zh: '不适用', en: 'Does not apply' } },
    constructs: [],
    items: items.map(({ code, text }) => ({
      code,
      kind: 'choice',
      construct: null,
      link: null,
      reverse: false,
      text: { ...text },
      options: options.map((one) => ({ code: one.code, name: { ...one.name } })),
      required: true,
    })),
    leastCell: 5,
    severityBands: [],
  }
  await insertQuestionnaire(tx, {
    institutionId: voting.institutionId,
    questionnaireId,
    code: `vote-${voting.waveId}`,
    title,
    instrument,
    hash: contentHash(instrument),
  })
  await startCollecting(tx, { ...voting, questionnaireId, mode: 'anonymous', purpose: 'vote', strata: groups })
}

type Stack = Parameters<typeof putPaper>[2] & { readonly institutionId: string; readonly waveId: string; readonly today: string }

/** Paper ballots of a vote, typed in as one stack. */
export async function putPaperBallots(tx: Tx, { institutionId, waveId, today, ...stack }: Stack): Promise<void> {
  await putPaper(tx, await findAskedByBallot(tx, institutionId, waveId), stack, today)
}
