import { randomUUID } from 'node:crypto'
import { type Instrument, instrument } from '@milepost/contract/diagnose/instrument'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { StoredAnswers } from './storedAnswers.ts'

export async function insertQuestionnaire(
  tx: Tx,
  given: {
    institutionId: string
    questionnaireId: string
    code: string
    title: { zh: string; en: string }
    instrument: Instrument
    hash: string
  },
): Promise<void> {
  const newest = await tx
    .selectFrom('questionnaire')
    .select((on) => on.fn.max('version').as('version'))
    .where('institution_id', '=', given.institutionId)
    .where('code', '=', given.code)
    .executeTakeFirst()
  await tx
    .insertInto('questionnaire')
    .values({
      institution_id: given.institutionId,
      questionnaire_id: given.questionnaireId,
      code: given.code,
      version: (newest?.version ?? 0) + 1,
      title_zh: given.title.zh,
      title_en: given.title.en,
      body: JSON.stringify(given.instrument),
      body_hash: given.hash,
    })
    .execute()
}

export function findQuestionnaireByHash(tx: Tx, institutionId: string, code: string, hash: string) {
  return tx
    .selectFrom('questionnaire')
    .select('questionnaire_id')
    .where('institution_id', '=', institutionId)
    .where('code', '=', code)
    .where('body_hash', '=', hash)
    .executeTakeFirst()
}

/** Those of surveys: what a vote asks is made for it alone. */
export function listQuestionnaireRows(tx: Tx, institutionId: string) {
  const votes = tx.selectFrom('wave').select('questionnaire_id').where('institution_id', '=', institutionId).where('purpose', '=', 'vote')
  return tx
    .selectFrom('questionnaire')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('questionnaire_id', 'not in', votes)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
}

/** Bodies never change and are named by their hash, so one that was read and checked lately is not read again: a ballot would wait for it. */
const lately = new Map<string, Instrument>()
const MOST_KEPT = 20

export async function findQuestionnaire(tx: Tx, institutionId: string, questionnaireId: string) {
  const rows = tx.selectFrom('questionnaire').where('institution_id', '=', institutionId).where('questionnaire_id', '=', questionnaireId)
  const row = await rows.select(['questionnaire_id', 'code', 'version', 'title_zh', 'title_en', 'body_hash']).executeTakeFirst()
  if (!row) return null
  const known = lately.get(row.body_hash)
  if (known) return { ...row, instrument: known }
  const { body } = await rows.select('body').executeTakeFirstOrThrow()
  const read = instrument.parse(body)
  const [oldest] = lately.keys()
  if (lately.size >= MOST_KEPT && oldest !== undefined) lately.delete(oldest)
  lately.set(row.body_hash, read)
  return { ...row, instrument: read }
}

/** What the answers serve: the diagnosis, or a democratic vote of the appraisal. */
export type WavePurpose = 'survey' | 'vote'

export type NewWave = {
  institutionId: string
  waveId: string
  questionnaireId: string
  name: { zh: string; en: string }
  openedOn: string
  closesOn?: string | null
  collects?: 'import' | 'online'
  mode?: 'identified' | 'confidential' | 'anonymous'
  sharedLink?: boolean
  purpose?: WavePurpose
  strata: readonly { code: string; name: { zh: string; en: string }; population: number | null; ballotKey?: string | null }[]
}

export async function insertWave(tx: Tx, given: NewWave): Promise<void> {
  await tx
    .insertInto('wave')
    .values({
      institution_id: given.institutionId,
      wave_id: given.waveId,
      questionnaire_id: given.questionnaireId,
      name_zh: given.name.zh,
      name_en: given.name.en,
      opened_on: given.openedOn,
      closes_on: given.closesOn ?? null,
      collects: given.collects ?? 'import',
      mode: given.mode ?? 'anonymous',
      shared_link: given.sharedLink ?? false,
      purpose: given.purpose ?? 'survey',
    })
    .execute()
  await tx
    .insertInto('stratum')
    .values(
      given.strata.map((one, order) => ({
        institution_id: given.institutionId,
        wave_id: given.waveId,
        code: one.code,
        name_zh: one.name.zh,
        name_en: one.name.en,
        population: one.population,
        order_no: order,
        ballot_key: one.ballotKey ?? null,
      })),
    )
    .execute()
}

/** The surveys; votes are no part of a diagnosis. */
export function listWaveRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('wave')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('purpose', '=', 'survey')
    .orderBy('opened_on', 'desc')
    .orderBy('wave_id', 'desc')
    .execute()
}

/** A survey: to every screen of the diagnosis there are no others. */
export const findWave = (tx: Tx, institutionId: string, waveId: string) =>
  findBallotWave(tx, institutionId, waveId).where('purpose', '=', 'survey').executeTakeFirst()

/** A survey or a vote: what takes ballots in does not ask what they are about. */
export const findBallotWave = (tx: Tx, institutionId: string, waveId: string) =>
  tx.selectFrom('wave').selectAll().where('institution_id', '=', institutionId).where('wave_id', '=', waveId)

export function listStrata(tx: Tx, institutionId: string, waveIds: readonly string[]) {
  if (waveIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('stratum')
    .select(['wave_id', 'code', 'name_zh', 'name_en', 'population', 'ballot_key'])
    .where('institution_id', '=', institutionId)
    .where('wave_id', 'in', [...waveIds])
    .orderBy('order_no')
    .execute()
}

/** How many sheets each stratum of these waves holds. */
export async function countSheets(tx: Tx, institutionId: string, waveIds: readonly string[]) {
  if (waveIds.length === 0) return () => 0
  const rows = await tx
    .selectFrom('ballot.answer_sheet')
    .select(['wave_id', 'stratum_code'])
    .select(sql<number>`count(*)::int`.as('answers'))
    .where('institution_id', '=', institutionId)
    .where('wave_id', 'in', [...waveIds])
    .groupBy(['wave_id', 'stratum_code'])
    .execute()
  const counts = new Map(rows.map((row) => [`${row.wave_id} ${row.stratum_code}`, row.answers]))
  return (waveId: string, stratum: string) => counts.get(`${waveId} ${stratum}`) ?? 0
}

export async function setWaveClosed(tx: Tx, institutionId: string, waveId: string, day: string): Promise<void> {
  await tx.updateTable('wave').set({ closed_on: day }).where('institution_id', '=', institutionId).where('wave_id', '=', waveId).execute()
}

export async function listSourceKeys(tx: Tx, institutionId: string, waveId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('ballot.answer_sheet')
    .select('source_key')
    .where('institution_id', '=', institutionId)
    .where('wave_id', '=', waveId)
    .execute()
  return new Set(rows.map((row) => row.source_key))
}

export type NewText = { itemCode: string; said: string }
export type NewSheet = {
  sheetId: string
  stratum: string
  answeredOn: string | null
  sourceKey: string
  answers: StoredAnswers
  texts: readonly NewText[]
  channel?: 'import' | 'link' | 'shared' | 'paper'
  language?: string | null
  minutes?: number | null
  seconds?: number | null
  personId?: string | null
  batch?: string | null
  paperNo?: number | null
}

const BATCH = 500

export async function insertSheets(tx: Tx, given: { institutionId: string; waveId: string }, sheets: readonly NewSheet[]): Promise<void> {
  const { institutionId, waveId } = given
  for (let at = 0; at < sheets.length; at += BATCH) {
    const rows = sheets.slice(at, at + BATCH).map((sheet) => ({
      institution_id: institutionId,
      sheet_id: sheet.sheetId,
      wave_id: waveId,
      stratum_code: sheet.stratum,
      answered_on: sheet.answeredOn,
      source_key: sheet.sourceKey,
      channel: sheet.channel ?? 'import',
      language: sheet.language ?? null,
      minutes: sheet.minutes ?? null,
      seconds: sheet.seconds ?? null,
      person_id: sheet.personId ?? null,
      batch: sheet.batch ?? null,
      paper_no: sheet.paperNo ?? null,
      answers: JSON.stringify(sheet.answers),
    }))
    await tx.insertInto('ballot.answer_sheet').values(rows).execute()
  }
  await insertTexts(tx, given, sheets)
}

/** Each text under an id of its own, made by chance, so that nothing leads back to the sheet it came with. */
async function insertTexts(tx: Tx, given: { institutionId: string; waveId: string }, sheets: readonly NewSheet[]): Promise<void> {
  const texts = sheets.flatMap((sheet) =>
    sheet.texts.map((one) => ({
      institution_id: given.institutionId,
      text_id: randomUUID(),
      wave_id: given.waveId,
      stratum_code: sheet.stratum,
      item_code: one.itemCode,
      said: one.said,
    })),
  )
  texts.sort((a, b) => (a.text_id < b.text_id ? -1 : 1))
  for (let at = 0; at < texts.length; at += 2000) {
    await tx
      .insertInto('ballot.answer_text')
      .values(texts.slice(at, at + 2000))
      .execute()
  }
}

/** Waves that anybody may answer by an open link on a day; a questionnaire about the institution’s own problems is for the staff. */
export function listOpenToAnybody(tx: Tx, institutionId: string, today: string) {
  return tx
    .selectFrom('wave')
    .innerJoin('questionnaire', (join) =>
      join
        .onRef('questionnaire.institution_id', '=', 'wave.institution_id')
        .onRef('questionnaire.questionnaire_id', '=', 'wave.questionnaire_id'),
    )
    .innerJoin('institution', 'institution.institution_id', 'wave.institution_id')
    .select(['wave.wave_id', 'wave.name_zh', 'wave.name_en', 'wave.closes_on', 'institution.code'])
    .where('wave.institution_id', '=', institutionId)
    .where('wave.collects', '=', 'online')
    .where('wave.shared_link', '=', true)
    .where('wave.closed_on', 'is', null)
    .where('wave.opened_on', '<=', today)
    .where((on) => on.or([on('wave.closes_on', 'is', null), on('wave.closes_on', '>=', today)]))
    .where(sql<boolean>`not questionnaire.body @? '$.constructs[*] ? (@.kind == "problem")'`)
    .orderBy('wave.opened_on', 'desc')
    .execute()
}
