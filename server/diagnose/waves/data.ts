import { randomUUID } from 'node:crypto'
import { type Instrument, instrument } from '@milepost/contract/diagnose/instrument'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

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

export function listQuestionnaireRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('questionnaire')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
}

export async function findQuestionnaire(tx: Tx, institutionId: string, questionnaireId: string) {
  const row = await tx
    .selectFrom('questionnaire')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .where('questionnaire_id', '=', questionnaireId)
    .executeTakeFirst()
  return row ? { ...row, instrument: instrument.parse(row.body) } : null
}

type NewWave = {
  institutionId: string
  waveId: string
  questionnaireId: string
  name: { zh: string; en: string }
  openedOn: string
  closesOn?: string | null
  collects?: 'import' | 'online'
  mode?: 'identified' | 'confidential' | 'anonymous'
  sharedLink?: boolean
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

export function listWaveRows(tx: Tx, institutionId: string) {
  return tx
    .selectFrom('wave')
    .selectAll()
    .where('institution_id', '=', institutionId)
    .orderBy('opened_on', 'desc')
    .orderBy('wave_id', 'desc')
    .execute()
}

export function findWave(tx: Tx, institutionId: string, waveId: string) {
  return tx.selectFrom('wave').selectAll().where('institution_id', '=', institutionId).where('wave_id', '=', waveId).executeTakeFirst()
}

export function listStrata(tx: Tx, institutionId: string, waveIds: readonly string[]) {
  if (waveIds.length === 0) return Promise.resolve([])
  return tx
    .selectFrom('stratum')
    .leftJoin('ballot.answer_sheet', (join) =>
      join
        .onRef('ballot.answer_sheet.institution_id', '=', 'stratum.institution_id')
        .onRef('ballot.answer_sheet.wave_id', '=', 'stratum.wave_id')
        .onRef('ballot.answer_sheet.stratum_code', '=', 'stratum.code'),
    )
    .select(['stratum.wave_id', 'stratum.code', 'stratum.name_zh', 'stratum.name_en', 'stratum.population', 'stratum.ballot_key'])
    .select(sql<number>`count(ballot.answer_sheet.sheet_id)::int`.as('answers'))
    .where('stratum.institution_id', '=', institutionId)
    .where('stratum.wave_id', 'in', [...waveIds])
    .groupBy([
      'stratum.wave_id',
      'stratum.code',
      'stratum.name_zh',
      'stratum.name_en',
      'stratum.population',
      'stratum.ballot_key',
      'stratum.order_no',
    ])
    .orderBy('stratum.order_no')
    .execute()
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

export type NewAnswer = { itemCode: string; value: string | null; choice: string | null; notApplicable: boolean }
export type NewText = { itemCode: string; said: string }
export type NewSheet = {
  sheetId: string
  stratum: string
  answeredOn: string | null
  sourceKey: string
  answers: readonly NewAnswer[]
  texts: readonly NewText[]
  channel?: 'import' | 'link' | 'shared' | 'paper'
  language?: string | null
  minutes?: number | null
  personId?: string | null
  batch?: string | null
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
      person_id: sheet.personId ?? null,
      batch: sheet.batch ?? null,
    }))
    await tx.insertInto('ballot.answer_sheet').values(rows).execute()
  }
  const answers = sheets.flatMap((sheet) =>
    sheet.answers.map((one) => ({
      institution_id: institutionId,
      sheet_id: sheet.sheetId,
      item_code: one.itemCode,
      value: one.value,
      choice: one.choice,
      not_applicable: one.notApplicable,
    })),
  )
  for (let at = 0; at < answers.length; at += 2000) {
    await tx
      .insertInto('ballot.answer')
      .values(answers.slice(at, at + 2000))
      .execute()
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
