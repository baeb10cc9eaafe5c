import { type Bureau, insertBureau } from '../../design/testing/bureau.ts'
import type { Tx } from '../../platform/database/database.ts'
import { newId } from '../../platform/newId.ts'
import type { TestApp } from '../../testing/testApp.ts'

/** Unit code -> official score; the bureau's is the institution's card. The work area GL01-1 has none and shares in its station. */
const UNIT_SCORES = { BUREAU: '84.50', YH: '92.00', BG: '78.00', GL01: '88.25' } as const

/** Everybody under the staff rules: what they ended the year with, and the unit and post of it. */
const APPRAISED = [
  { no: 'H1', score: '93.10', grade: 'excellent' },
  { no: 'E1', score: '88.40', grade: 'qualified' },
  { no: 'S1', score: '90.05', grade: 'qualified' },
  { no: 'W1', score: '81.30', grade: 'qualified' },
  { no: 'W2', score: '64.00', grade: 'basic' },
  { no: 'G1', score: null, grade: 'ungraded' },
] as const

const GRADED = { row: 'graded', takesPart: true, grade: 'graded', inSeatBase: true, reasons: [], citations: [] }

type Appraised = { readonly no: string; readonly score: string | null; readonly grade: string; readonly state: 'decided' | 'final' }

/** Appraised and graded in the place held; gives the place. */
async function insertAppraised(
  tx: Tx,
  { institution_id, bureau }: { readonly institution_id: string; readonly bureau: Bureau },
  { no, score, grade, state }: Appraised,
) {
  const person_id = bureau.people.get(no) ?? ''
  const place = await tx
    .selectFrom('assignment')
    .select(['unit_id', 'post_id'])
    .where('institution_id', '=', institution_id)
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('appraisal')
    .values({
      ...{ institution_id, appraisal_id: newId(), cycle_id: bureau.cycleId, person_id, ...place, state, grade },
      ...{ participation: 'graded', participation_rule: JSON.stringify(GRADED), official_score: score },
    })
    .execute()
  return place
}

export type DecidedYear = Bureau & {
  /** Makes every grade final, as closing the notice does. */
  readonly makeFinal: () => Promise<void>
  /** Grades somebody who was not among them, when all is final. */
  readonly gradeLate: (no: string, score: string, grade: string) => Promise<void>
}

/** A bureau at the end of a year: official unit scores, grades decided and posted, the notice still open. */
export async function insertDecidedYear(app: TestApp, year: number): Promise<DecidedYear> {
  const bureau = await insertBureau(app, year)
  const institution_id = app.institutionId
  const { cycleId: cycle_id } = bureau
  const run_id = newId()
  await app.inInstitution(async (tx) => {
    const scorecard_id = newId()
    await tx.insertInto('scorecard').values({ institution_id, scorecard_id, cycle_id, name_zh: '计分卡', name_en: 'Scorecard' }).execute()
    await tx
      .insertInto('score_run')
      .values({ institution_id, run_id, cycle_id, revision: 1, engine_version: '1.0.0', input_hash: '', ran_at: new Date(), ran_by: '' })
      .execute()
    for (const [code, official_score] of Object.entries(UNIT_SCORES)) {
      const card_id = newId()
      const holder_kind = code === 'BUREAU' ? 'institution' : 'unit'
      const unit_id = code === 'BUREAU' ? null : (bureau.units.get(code) ?? null)
      await tx.insertInto('card').values({ institution_id, card_id, scorecard_id, holder_kind, unit_id }).execute()
      const frozen = { input: '{}', result: '{}', coverage_bp: 10_000, status: 'B', provisional: false }
      await tx
        .insertInto('card_score')
        .values({ institution_id, run_id, card_id, official_score, ...frozen })
        .execute()
    }
    for (const [at, one] of APPRAISED.entries()) {
      const place = await insertAppraised(tx, { institution_id, bureau }, { ...one, state: 'decided' })
      await tx
        .updateTable('post')
        .set({ coefficient_hundredths: 100 + 10 * at })
        .where('post_id', '=', place.post_id)
        .execute()
    }
    await tx.insertInto('calendar_year').values({ institution_id, year, source_zh: '测试', source_en: 'test' }).execute()
  })
  return {
    ...bureau,
    makeFinal: () =>
      app.inInstitution(async (tx) => {
        await tx.updateTable('appraisal').set({ state: 'final' }).where('institution_id', '=', institution_id).execute()
      }),
    gradeLate: (no, score, grade) =>
      app.inInstitution(async (tx) => {
        await insertAppraised(tx, { institution_id, bureau }, { no, score, grade, state: 'final' })
      }),
  }
}
