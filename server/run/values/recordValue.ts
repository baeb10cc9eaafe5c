import { isComputedByFormula, type MeasureDesign } from '@milepost/contract/design/measure'
import { DONE } from '@milepost/contract/fields'
import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import type { Holder } from '@milepost/contract/run/holder'
import { recordValue, withdrawValue } from '@milepost/contract/run/values'
import { listMeasures } from '../../design/published.ts'
import { findPerson, listUnits } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { listPeriods } from '../periods/data.ts'
import { lockOpenPeriod } from '../periods/lockOpenPeriod.ts'
import { type StoredValue, valuesInForce } from './data.ts'
import { doubtsInWords, historiesOf } from './doubts.ts'
import { insertRevisions, waitForOtherWriters } from './insertData.ts'
import { type Figures, judgeFigures } from './judgeFigures.ts'
import { isSettled } from './judgeValues.ts'
import { lockInForce } from './lockInForce.ts'
import { refuseMixedGrain } from './saveStatements.ts'

/** One value entered by hand, or a correction: always a new revision. */
export const recordValueRoute = serve(recordValue, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    await waitForOtherWriters(tx, institutionId)
    const period = await lockOpenPeriod(tx, institutionId, input.periodId)
    const [measure] = await listMeasures(tx, institutionId, { measureIds: [input.measureId] })
    const holder = await normalHolder(tx, institutionId, input.holder)
    if (!measure || !holder) throw new Refusal('not-found')
    const stored = await valuesInForce(tx, institutionId, { measureIds: [measure.measureId], holders: [holder] })
    const periods = new Map((await listPeriods(tx, institutionId)).map((one) => [one.periodId, one]))
    refuseMixedGrain(
      stored.filter((one) => periods.get(one.periodId)?.cycleId === period.cycleId),
      { measure, period, level: holder.kind },
    )
    const speaks = input.state === 'reported' || input.state === 'estimated'
    if (speaks && isComputedByFormula(measure)) throw computedOne(measure)
    const figures: Figures = speaks ? input : { actual: null, numerator: null, denominator: null, n: null, detail: null }
    if (speaks && input.actual === null && input.numerator === null && input.detail === null) throw invalid([NOTHING_SAID])
    const judged = judgeFigures(figures, measure, period.kind)
    if (!judged.ok) throw invalid(judged.problems.map(({ field, message }) => ({ pointer: `/${field}`, ...message })))
    const before = stored.find((one) => one.periodId === period.periodId)
    const revision = (before?.revision ?? 0) + 1
    refuseStale(before, input)
    const { actual, numerator, denominator, n } = judged.figures
    const detail = judgedBy(judged.figures.detail, actor.name)
    const doubts = doubtsInWords(actual, measure, historiesOf(stored, periods)({ measureId: measure.measureId, holder, period }))
    if (doubts.length > 0 && input.confirmed !== true)
      throw new Refusal('value-implausible', { why: doubts.map((one) => one.zh), whyEn: doubts.map((one) => one.en) })
    if (doubts.length > 0 && input.note.length < FEWEST_LETTERS) throw invalid([NOTE_NEEDED])
    const [valueId = ''] = await insertRevisions(tx, institutionId, [
      {
        ...{ measureId: measure.measureId, periodId: period.periodId, holder, state: input.state },
        ...{ actual, numerator, denominator, n, detail, doubts, note: input.note },
        ...{ source: 'entry', revision, recordedAt: now, recordedByAccountId: actor.accountId, recordedBy: actor.name },
      },
    ])
    audit({
      kind: 'value',
      id: valueId,
      detail: {
        measure: measure.code,
        period: period.code,
        revision,
        state: input.state,
        actual,
        before: before?.actual ?? null,
        doubts: doubts.length,
      },
    })
    return { valueId, revision }
  },
})

/** There is no value after all: the last one stays readable, and counts no more. */
export const withdrawValueRoute = serve(withdrawValue, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const value = await lockInForce(tx, institutionId, input.valueId)
    if (value.state === 'withdrawn') throw new Refusal('value-not-in-force')
    const [measure] = await listMeasures(tx, institutionId, { measureIds: [value.measureId] })
    if (value.computed && measure) throw computedOne(measure)
    const nothing = { actual: null, numerator: null, denominator: null, n: null, detail: null }
    const by = { recordedAt: now, recordedByAccountId: actor.accountId, recordedBy: actor.name }
    const { measureId, periodId, holder, revision } = value
    await insertRevisions(tx, institutionId, [
      { measureId, periodId, holder, ...nothing, ...by, state: 'withdrawn', note: input.reason, source: 'entry', revision: revision + 1 },
    ])
    audit({ kind: 'value', id: value.valueId, detail: { period: value.periodCode, before: value.actual, reason: input.reason } })
    return DONE
  },
})

const computedOne = ({ code, definition }: MeasureDesign) => new Refusal('value-computed', { code, formula: definition.calculation })

const FEWEST_LETTERS = 4

/** A correction names the revision it corrects and its reason: whoever comes second is shown what the first has done. */
function refuseStale(before: StoredValue | undefined, input: { readonly baseRevision?: number | undefined; readonly note: string }): void {
  if (!before || before.state === 'withdrawn') return
  const { actual, numerator, denominator, state, revision, recordedBy } = before
  const now = actual ?? (numerator === null ? state : `${numerator} / ${denominator}`)
  if ((input.baseRevision ?? 0) !== revision)
    throw new Refusal('value-changed-meanwhile', {
      by: recordedBy,
      revision,
      now,
      state,
      actual,
      numerator,
      denominator,
      note: before.note,
    })
  if (isSettled(before) && input.note.length < FEWEST_LETTERS) throw invalid([NOTE_NEEDED])
}

/** A judgement is by the one who enters it, whatever name was sent. */
const judgedBy = (detail: Figures['detail'], name: string): Figures['detail'] =>
  detail?.judgement ? { ...detail, judgement: { ...detail.judgement, by: name } } : detail

const NOTE_NEEDED: InvalidField = {
  pointer: '/note',
  zh: '请写明更正的原因或确认的依据，至少 4 字。',
  en: 'Say why the value is corrected, or on what grounds it is confirmed: 4 characters at least.',
}
const invalid = (fields: readonly InvalidField[]) => new Refusal('input-invalid', { count: fields.length }, fields)
const NOTHING_SAID: InvalidField = {
  pointer: '/actual',
  zh: '请填写数值。没有数据时不必保存；不适用请选“申请不适用”。',
  en: 'Enter a figure. Where there is none, there is nothing to save; where the measure does not apply, ask for that.',
}

/** The bureau at the top of the tree is the institution itself. null: there is no such holder. */
async function normalHolder(tx: Tx, institutionId: string, holder: Holder): Promise<Holder | null> {
  if (holder.kind === 'institution') return holder
  if (holder.kind === 'person') return (await findPerson(tx, institutionId, holder.personId, '9999-12-31')) ? holder : null
  const unit = (await listUnits(tx, institutionId)).find((one) => one.unitId === holder.unitId)
  if (!unit) return null
  return unit.kind === 'bureau' ? { kind: 'institution' } : holder
}
