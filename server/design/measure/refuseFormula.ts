import type { MeasureDraft } from '@milepost/contract/design/measure'
import { Refusal } from '@milepost/contract/refusals'
import { checkFormulas } from '@milepost/scorecard/formula/checkFormulas'
import { FORMULA_FAULTS } from '@milepost/scorecard/formula/formulaTree'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { listMeasureRows } from './data.ts'
import { measureOfRow, newestOfEach } from './measureDesigns.ts'

type Computed = Pick<MeasureDraft, 'code' | 'unit' | 'definition'>

/** A formula must be readable, name measures there are, give the declared unit and not go round in a circle with the others. */
export async function refuseFormula(tx: Tx, institutionId: string, library: Library, draft: Computed): Promise<void> {
  if (draft.definition.calculation === '') return
  const held = newestOfEach((await listMeasureRows(tx, institutionId)).map(measureOfRow))
  const known = new Map([
    ...library.measures.measures.map(({ code, unit }) => [code, { code, unit: unit.zh }] as const),
    ...[...held, draft].map(({ code, unit, definition: { calculation } }) => {
      const measure = { code, unit: unit.zh || unit.en }
      return [code, calculation === '' ? measure : { ...measure, formula: calculation }] as const
    }),
  ])
  const finding = checkFormulas([...known.values()]).findings.find(
    (one) => one.code === draft.code || (one.circle?.includes(draft.code) ?? false),
  )
  if (!finding) return
  const words = FORMULA_FAULTS[finding.because]
  const more = finding.circle ? [...finding.circle, finding.circle[0]].join(' → ') : (finding.found ?? '')
  const tail = more === '' ? { zh: '', en: '' } : { zh: `：${more}`, en: `: ${more}` }
  throw new Refusal('formula-wrong', { code: draft.code }, [
    {
      pointer: '/definition/calculation',
      zh: `${words.zh}${tail.zh}（第 ${finding.at + 1} 个字符）`,
      en: `${words.en}${tail.en} (character ${finding.at + 1})`,
    },
  ])
}
