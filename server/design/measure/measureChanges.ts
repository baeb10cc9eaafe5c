import type { MeasureDraft } from '@milepost/contract/design/measure'
import type { Bilingual } from '@milepost/terms/bilingual'
import { DIRECTIONS, FREQUENCIES } from '@milepost/terms/strategy'
import { YES_NO } from '../../platform/spreadsheet/cellKinds.ts'
import type { CellChange } from '../../platform/spreadsheet/importRows.ts'
import {
  CONTROL_CHOICES,
  draftOfRow,
  MEASURE_COLUMNS,
  type MeasureRowValues,
  OVER_TIME,
  OVER_UNITS,
  ROLES,
  WHEN_MISSING,
  WHEN_UNDEFINED,
} from './fileColumns.ts'

type ColumnKey = keyof typeof MEASURE_COLUMNS

/**
 * A measure the institution has, with what a row of the file says of it. What the file has no column for stays (its purpose, the formula it is computed by, its
 * benchmarks), and a text the row repeats in one language keeps the words of the other.
 */
export function measureAfterRow(before: MeasureDraft, row: MeasureRowValues, inFile: ReadonlySet<string>): MeasureDraft {
  const now = draftOfRow(row)
  const said = <T>(key: ColumnKey, next: T, stands: T): T => (inFile.has(key) ? next : stands)
  const words = (key: ColumnKey, next: Bilingual, stands: Bilingual): Bilingual =>
    !inFile.has(key) || next.zh === stands.zh || next.zh === stands.en ? stands : next
  const named = (zh: ColumnKey, en: ColumnKey, next: Bilingual, stands: Bilingual, english: string): Bilingual => ({
    zh: said(zh, next.zh, stands.zh),
    en: inFile.has(en) && english !== '' ? english : next.zh === stands.zh ? stands.en : next.zh,
  })
  const [was, is] = [before.definition, now.definition]
  return {
    ...before,
    name: named('name', 'nameEn', now.name, before.name, row.nameEn),
    unit: named('unit', 'unitEn', now.unit, before.unit, row.unitEn),
    direction: now.direction,
    timeAggregation: now.timeAggregation,
    unitAggregation: now.unitAggregation,
    ratioScale: said('ratioScale', now.ratioScale, before.ratioScale),
    missingPolicy: said('missing', now.missingPolicy, before.missingPolicy),
    undefinedPolicy: said('whenUndefined', now.undefinedPolicy, before.undefinedPolicy),
    minN: said('leastAnswers', now.minN, before.minN),
    definition: {
      ...was,
      definition: words('definition', is.definition, was.definition),
      formula: words('formula', is.formula, was.formula),
      digits: said('digits', is.digits, was.digits),
      frequency: said('frequency', is.frequency, was.frequency),
      dataSource: words('source', is.dataSource, was.dataSource),
      owner: words('owner', is.owner, was.owner),
      role: said('role', is.role, was.role),
      control: said('control', is.control, was.control),
      public: said('public', is.public, was.public),
    },
  }
}

/** What a row changes of a measure that is there, column by column; empty: nothing. */
export function measureChanges(before: MeasureDraft, after: MeasureDraft): CellChange[] {
  const [was, is] = [cellsOf(before), cellsOf(after)]
  return (Object.keys(is) as (keyof typeof is)[]).flatMap((key) => {
    const [one, other] = [was[key], is[key]]
    return one.zh === other.zh && one.en === other.en ? [] : [{ column: MEASURE_COLUMNS[key].heading.zh, before: one, now: other }]
  })
}

const same = (text: string | number | null): Bilingual => ({ zh: String(text ?? ''), en: String(text ?? '') })
const plain = ({ zh, en }: Bilingual): Bilingual => ({ zh, en })

function cellsOf(of: MeasureDraft): Omit<Record<ColumnKey, Bilingual>, 'code'> {
  const { definition } = of
  return {
    name: same(of.name.zh),
    nameEn: same(of.name.en),
    unit: same(of.unit.zh),
    unitEn: same(of.unit.en),
    direction: plain(DIRECTIONS[of.direction]),
    overTime: plain(OVER_TIME[of.timeAggregation]),
    overUnits: plain(OVER_UNITS[of.unitAggregation]),
    ratioScale: same(of.ratioScale),
    missing: plain(WHEN_MISSING[of.missingPolicy]),
    whenUndefined: plain(WHEN_UNDEFINED[of.undefinedPolicy]),
    leastAnswers: same(of.minN),
    digits: same(definition.digits),
    frequency: plain(FREQUENCIES[definition.frequency]),
    definition: plain(definition.definition),
    formula: plain(definition.formula),
    source: plain(definition.dataSource),
    owner: plain(definition.owner),
    role: plain(ROLES[definition.role]),
    control: plain(CONTROL_CHOICES[definition.control]),
    public: plain(YES_NO[definition.public ? 'yes' : 'no']),
  }
}
