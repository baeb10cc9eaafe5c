import { type DefinitionCard, UNSAID } from '@milepost/contract/design/measure'
import type { ScoringRule } from '@milepost/scorecard/rules'
import { newId } from '../../platform/newId.ts'
import type { TestApp } from '../../testing/testApp.ts'

/**
 * A small bureau with one published scorecard, written straight into the tables: bureau GLJ; office YHK; stations ZA (with work
 * area ZA1) and ZB; head Chen and worker Lin in ZA1, head Zhou in ZA.
 */
export type RunScene = {
  readonly cycleId: string
  readonly scorecardId: string
  readonly objectiveId: string
  readonly units: Readonly<Record<'GLJ' | 'YHK' | 'ZA' | 'ZA1' | 'ZB', string>>
  readonly people: Readonly<Record<'zhou' | 'chen' | 'lin', string>>
  addMeasure(given: MeasureGiven): Promise<string>
  addCard(holder: CardHolder, lines: readonly LineGiven[], scorecardId?: string): Promise<string>
  addCycle(year: number): Promise<{ cycleId: string; scorecardId: string; objectiveId: string }>
}

type CardHolder = { readonly unitId?: string; readonly personId?: string }
export type LineGiven = {
  readonly measureId: string
  readonly weightBp: number
  readonly rule: ScoringRule
  readonly valueScope?: string
  readonly objectiveId?: string
}
type MeasureGiven = {
  readonly code: string
  readonly unit?: string
  readonly frequency?: DefinitionCard['frequency']
  readonly time?: string
  readonly units?: string
  readonly ratioScale?: string | null
  readonly missing?: string
  readonly minN?: number
  readonly computedFrom?: 'pavement' | 'survey'
  readonly veto?: boolean
  readonly formula?: string
}

const text = (word: string) => ({ zh: word, en: word })

export const definitionOf = (given: MeasureGiven): DefinitionCard => ({
  definition: text(given.code),
  purpose: text(given.code),
  formula: text(given.code),
  numerator: null,
  denominator: null,
  digits: 2,
  frequency: given.frequency ?? 'quarter',
  dataSource: text('ledger'),
  owner: text('养护科'),
  levels: ['institution', 'unit', 'person'],
  role: 'lag',
  control: 'own',
  accuracy: text('-'),
  limitations: text('-'),
  veto: given.veto ?? false,
  public: true,
  exampleRule: null,
  verified: true,
  ...UNSAID,
  calculation: given.formula ?? '',
  benchmarks: [],
})

export async function seedRunScene(app: TestApp): Promise<RunScene> {
  const institution_id = app.institutionId
  const units = { GLJ: newId(), YHK: newId(), ZA: newId(), ZA1: newId(), ZB: newId() }
  const people = { zhou: newId(), chen: newId(), lin: newId() }
  const insertCycle = async (year: number) => {
    const ids = { cycleId: newId(), scorecardId: newId(), objectiveId: newId() }
    const perspectiveId = newId()
    await app.inInstitution(async (tx) => {
      const own = { institution_id }
      const cycle = {
        cycle_id: ids.cycleId,
        year,
        starts_on: `${year}-01-01`,
        ends_on: `${year}-12-31`,
        name_zh: `${year} 年`,
        name_en: `${year}`,
      }
      await tx
        .insertInto('cycle')
        .values({ ...own, ...cycle })
        .execute()
      const named = { name_zh: '计分卡', name_en: 'Scorecard' }
      await tx
        .insertInto('scorecard')
        .values({ ...own, ...named, scorecard_id: ids.scorecardId, cycle_id: ids.cycleId, state: 'published' })
        .execute()
      const perspective = { perspective_id: perspectiveId, scorecard_id: ids.scorecardId, code: 'PS', order_no: 1, weight_bp: 10000 }
      await tx
        .insertInto('perspective')
        .values({ ...own, ...perspective, name_zh: '公众', name_en: 'Public' })
        .execute()
      const objective = {
        objective_id: ids.objectiveId,
        scorecard_id: ids.scorecardId,
        perspective_id: perspectiveId,
        code: 'O1',
        order_no: 1,
      }
      await tx
        .insertInto('objective')
        .values({ ...own, ...objective, name_zh: '好路', name_en: 'Good roads' })
        .execute()
    })
    return ids
  }
  await app.inInstitution(async (tx) => {
    const unit = (code: keyof typeof units, kind: string, parent: keyof typeof units | null, order: number) => ({
      institution_id,
      unit_id: units[code],
      code,
      name_zh: `部门${code}`,
      name_en: `Unit ${code}`,
      name_key: code,
      kind,
      parent_unit_id: parent === null ? null : units[parent],
      order_no: order,
    })
    await tx
      .insertInto('unit')
      .values(unit('GLJ', 'bureau', null, 0))
      .execute()
    await tx
      .insertInto('unit')
      .values([unit('YHK', 'office', 'GLJ', 1), unit('ZA', 'station', 'GLJ', 2), unit('ZB', 'station', 'GLJ', 3)])
      .execute()
    await tx
      .insertInto('unit')
      .values(unit('ZA1', 'work-area', 'ZA', 4))
      .execute()
    const post_id = newId()
    await tx
      .insertInto('post')
      .values({ institution_id, post_id, code: 'P1', title_zh: '养护工', title_en: 'Road worker', post_class: 'skilled-worker' })
      .execute()
    const person = (id: string, no: string, name: string) => ({
      institution_id,
      person_id: id,
      employee_no: no,
      name,
      name_key: name,
      joined_on: '2020-01-01',
    })
    await tx
      .insertInto('person')
      .values([person(people.zhou, '1001', 'zhou'), person(people.chen, '1002', 'chen'), person(people.lin, '1003', 'lin')])
      .execute()
    const assignment = (person_id: string, unit_id: string, is_head: boolean) => ({
      ...{ institution_id, assignment_id: newId(), person_id, unit_id, post_id, is_head, valid_from: '2020-01-01' },
    })
    await tx
      .insertInto('assignment')
      .values([assignment(people.zhou, units.ZA, true), assignment(people.chen, units.ZA1, true), assignment(people.lin, units.ZA1, false)])
      .execute()
  })
  const first = await insertCycle(2026)
  return {
    ...first,
    units,
    people,
    addCycle: insertCycle,
    addMeasure: async (given) => {
      const measure_id = newId()
      await app.inInstitution((tx) =>
        tx
          .insertInto('measure')
          .values({
            institution_id,
            measure_id,
            code: given.code,
            name_zh: `指标${given.code}`,
            name_en: `Measure ${given.code}`,
            definition: JSON.stringify(definitionOf(given)),
            unit_zh: given.unit ?? '%',
            unit_en: given.unit ?? '%',
            direction: 'up',
            time_aggregation: given.time ?? 'last',
            unit_aggregation: given.units ?? 'none',
            ratio_scale: given.ratioScale ?? null,
            missing_policy: given.missing ?? 'zero',
            min_n: given.minN ?? null,
            computed_from: given.computedFrom ?? null,
            library_code: given.computedFrom === 'pavement' ? given.code : null,
          })
          .execute(),
      )
      return measure_id
    },
    addCard: async (holder, lines, scorecardId = first.scorecardId) => {
      const card_id = newId()
      const holder_kind = holder.personId ? 'person' : holder.unitId ? 'unit' : 'institution'
      await app.inInstitution(async (tx) => {
        await tx
          .insertInto('card')
          .values({
            institution_id,
            card_id,
            scorecard_id: scorecardId,
            holder_kind,
            unit_id: holder.unitId ?? null,
            person_id: holder.personId ?? null,
            state: holder.personId ? 'agreed' : 'draft',
          })
          .execute()
        await tx
          .insertInto('card_measure')
          .values(
            lines.map((line, order_no) => ({
              institution_id,
              card_measure_id: newId(),
              card_id,
              measure_id: line.measureId,
              objective_id: line.objectiveId ?? first.objectiveId,
              order_no,
              weight_bp: line.weightBp,
              rule: JSON.stringify(line.rule),
              value_scope: line.valueScope ?? 'own',
            })),
          )
          .execute()
      })
      return card_id
    },
  }
}
