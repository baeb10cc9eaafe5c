import { personScore } from '@milepost/appraisal/personScore'
import { closePeriod, createPeriods, readPeriods } from '@milepost/contract/run/periods'
import { runOfficialScores } from '@milepost/contract/run/scores'
import { importValues } from '@milepost/contract/run/values'
import { newId } from '../../platform/newId.ts'
import { type RunScene, seedRunScene } from '../../run/testing/runScene.ts'
import type { Client, TestApp } from '../../testing/testApp.ts'

/** A small bureau with values, ready to be scored: a public survey and two measures on the cards of the bureau, a station and a worker. */
export type OpenYear = RunScene & {
  readonly cards: { readonly bureau: string; readonly za: string; readonly lin: string }
  /** Closes the year and fixes the scores. */
  score(office: Client, reason?: string): Promise<string>
  /** Grades that stand, one new person each: name and number of everybody, in order. */
  addFinalGrades(grades: readonly string[]): Promise<{ name: string; employeeNo: string }[]>
  /** An appraisal of a person of the scene, scored by heads from a run. */
  addAppraisal(personId: string, given: AppraisalGiven): Promise<string>
}

type AppraisalGiven = {
  readonly runId: string
  readonly cardId: string
  readonly standing: string
  readonly proposed: string
  readonly grade: string | null
  readonly participation?: object
}

const GRADED = { row: 'graded', takesPart: true, grade: 'graded', inSeatBase: true, reasons: [], citations: [] }
const file = (...rows: string[]) => ({ name: 'values.csv', bytes: `指标编码,填报对象,期间,实际值\n${rows.join('\n')}` })

export async function seedOpenYear(app: TestApp, office: Client): Promise<OpenYear> {
  const scene = await seedRunScene(app)
  const institution_id = app.institutionId
  const level = await scene.addMeasure({ code: 'LVL', frequency: 'year', missing: 'zero' })
  const cost = await scene.addMeasure({ code: 'COST', frequency: 'year', missing: 'exclude', unit: '=km' })
  const up = { kind: 'ratio_up', target: '90' } as const
  const lines = [
    { measureId: level, weightBp: 8000, rule: up },
    { measureId: cost, weightBp: 2000, rule: up },
  ]
  const cards = {
    bureau: await scene.addCard({}, lines),
    za: await scene.addCard({ unitId: scene.units.ZA }, lines),
    lin: await scene.addCard({ personId: scene.people.lin, unitId: scene.units.ZA1 }, [{ measureId: level, weightBp: 10000, rule: up }]),
  }
  await office.call(createPeriods, { cycleId: scene.cycleId, kinds: ['year'], dueAfterDays: 10 })
  await office.call(importValues, { step: 'save' }, file('LVL,GLJ,2026,80', 'LVL,ZA,2026,0', 'COST,ZA,2026,95', 'LVL,1003,2026,88.888'))
  return {
    ...scene,
    cards,
    score: async (by, reason = '') => {
      for (const { periodId, state } of (await by.call(readPeriods, { cycleId: scene.cycleId })).periods)
        if (state !== 'closed') await by.call(closePeriod, { periodId, waivers: [], waiveRest: '本年无此项任务' })
      return (await by.call(runOfficialScores, { cycleId: scene.cycleId, reason })).runId
    },
    addFinalGrades: async (grades) => {
      const people = grades.map((grade, at) => ({
        grade,
        id: newId(),
        name: `钱多${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'[at]}`,
        no: `NO-77${at}`,
      }))
      await app.inInstitution(async (tx) => {
        const { post_id } = await tx
          .selectFrom('post')
          .select('post_id')
          .where('institution_id', '=', institution_id)
          .executeTakeFirstOrThrow()
        for (const { grade, id, name, no } of people) {
          await tx
            .insertInto('person')
            .values({ institution_id, person_id: id, employee_no: no, name, name_key: no, joined_on: '2020-01-01' })
            .execute()
          const place = { unit_id: scene.units.ZB, post_id }
          await tx
            .insertInto('assignment')
            .values({ institution_id, assignment_id: newId(), person_id: id, ...place, is_head: false, valid_from: '2020-01-01' })
            .execute()
          const appraisal = { appraisal_id: newId(), cycle_id: scene.cycleId, person_id: id, ...place, state: 'final', grade }
          await tx
            .insertInto('appraisal')
            .values({ institution_id, ...appraisal, participation: 'graded', participation_rule: JSON.stringify(GRADED) })
            .execute()
        }
      })
      return people.map(({ name, no }) => ({ name, employeeNo: no }))
    },
    addAppraisal: async (personId, given) => {
      const appraisal_id = newId()
      const evidence = [{ kind: 'scorecard', reference: `${given.runId}/${given.cardId}`, note: { zh: '', en: '' } }]
      const head = (score: string) => ({ kind: 'scored', score, evidence: [] }) as const
      const taken = {
        heads: {
          virtue: head('95'),
          ability: head('90'),
          diligence: head('90'),
          results: { kind: 'scored', score: '22222/225', evidence },
          integrity: head('100'),
        },
        weights: { virtue: 1500, ability: 1500, diligence: 1000, results: 5000, integrity: 1000 },
        veto: null,
      } as const
      const result = personScore(taken)
      await app.inInstitution(async (tx) => {
        const place = await tx
          .selectFrom('assignment')
          .select(['unit_id', 'post_id'])
          .where('institution_id', '=', institution_id)
          .where('person_id', '=', personId)
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('appraisal')
          .values({
            institution_id,
            appraisal_id,
            cycle_id: scene.cycleId,
            person_id: personId,
            ...place,
            state: given.grade === null ? 'proposed' : 'decided',
            participation: 'graded',
            participation_rule: JSON.stringify(given.participation ?? GRADED),
            score_run_id: given.runId,
            score_input: JSON.stringify({ ...taken, combined: {}, rulePack: 'test' }),
            score_result: JSON.stringify(result),
            official_score: result.kind === 'undefined' ? null : result.official,
            proposed_grade: given.proposed,
            standing: given.standing,
            grade: given.grade,
          })
          .execute()
      })
      return appraisal_id
    },
  }
}
