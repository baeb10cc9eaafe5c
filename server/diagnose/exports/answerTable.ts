import { checkExport } from '@milepost/anonymity/exportCheck'
import { scaleOf } from '@milepost/contract/diagnose/asking'
import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import { Refusal } from '@milepost/contract/refusals'
import type { Sheet } from '../results/data.ts'
import { shuffled } from '../waves/shuffled.ts'
import type { StoredAnswers } from '../waves/storedAnswers.ts'
import type { SavCell, SavVariable } from './savFile.ts'

type Level = { readonly code: string; readonly name_zh: string; readonly name_en: string }
type Language = 'zh' | 'en'
export type AnswerTable = { readonly variables: readonly SavVariable[]; readonly rows: readonly (readonly SavCell[])[] }

/** What SPSS users write for "does not apply". */
const DOES_NOT_APPLY = 99

/** One row a sheet in random order, the level as its only division. Words of one's own are not on these rows. */
export function answerTable(given: {
  instrument: Instrument
  sheets: readonly Sheet[]
  levels: readonly Level[]
  language: Language
}): AnswerTable {
  const { instrument, sheets, levels, language } = given
  const items = instrument.items.filter((item) => item.kind !== 'text')
  const level: SavVariable = {
    name: 'LEVEL',
    measure: 'nominal',
    label: language === 'zh' ? '层级' : 'Level',
    kind: {
      of: 'number',
      labels: levels.map((one, at) => ({ value: at + 1, label: language === 'zh' ? one.name_zh : one.name_en || one.name_zh })),
      missing: null,
    },
  }
  const parts = items.flatMap((item) => variablesOf(instrument, item, language))
  const places = new Map(levels.map((one, at) => [one.code, at + 1]))
  const kept = sheets[0]?.answers.columns
  const columns = parts.map((part) => ({ read: part.read, answers: kept?.column(part.item) ?? [] }))
  const rows = shuffled(sheets).map((sheet) => {
    const row = new Array<SavCell>(1 + columns.length)
    row[0] = places.get(sheet.stratum) ?? 0
    for (const [at, { read, answers }] of columns.entries()) row[1 + at] = read(answers[sheet.answers.sheet] ?? null)
    return row
  })
  return { variables: [level, ...parts.map((part) => part.variable)], rows }
}

type Stored = StoredAnswers[number]
type Part = { readonly item: string; readonly variable: SavVariable; readonly read: (answer: Stored) => SavCell }

/** A variable an item; one for each option of an item that takes several. */
function variablesOf(instrument: Instrument, item: InstrumentItem, language: Language): Part[] {
  const label = item.text[language] || item.text.zh || item.text.en
  const numeric = (
    measure: SavVariable['measure'],
    labels: { value: number; label: string }[],
    read: Part['read'],
    name = item.code,
    text = label,
  ): Part => ({
    item: item.code,
    variable: {
      name,
      measure,
      label: text,
      kind: { of: 'number', labels, missing: labels.some((one) => one.value === DOES_NOT_APPLY) ? DOES_NOT_APPLY : null },
    },
    read,
  })
  const options = item.options ?? []
  if (item.kind === 'several' || item.kind === 'ranking')
    return options.map((option) =>
      numeric(
        item.kind === 'several' ? 'nominal' : 'ordinal',
        item.kind === 'several'
          ? [
              { value: 0, label: language === 'zh' ? '未选' : 'no' },
              { value: 1, label: language === 'zh' ? '选中' : 'yes' },
            ]
          : [],
        (answer) => {
          if (typeof answer !== 'string') return null
          const place = answer.split(',').indexOf(option.code)
          return item.kind === 'several' ? (place >= 0 ? 1 : 0) : place >= 0 ? place + 1 : null
        },
        `${item.code}_${option.code}`.replace(/[^\w]/g, '_'),
        `${label}: ${option.name[language] || option.name.zh}`,
      ),
    )
  if (item.kind === 'choice' && options.length > 0)
    return [
      numeric(
        'nominal',
        options.map((option, at) => ({ value: at + 1, label: option.name[language] || option.name.zh })),
        (answer) => {
          const at = options.findIndex((option) => option.code === answer)
          return at < 0 ? null : at + 1
        },
      ),
    ]
  if (item.kind === 'choice' || item.kind === 'date')
    return [
      {
        item: item.code,
        variable: { name: item.code, label, measure: 'nominal', kind: { of: 'text', bytes: item.kind === 'date' ? 10 : 600 } },
        read: (answer) => (typeof answer === 'string' ? answer : null),
      },
    ]
  if (item.kind === 'number') return [numeric('scale', [], numberOf)]
  const scale = scaleOf(instrument, item)
  const points = scale.points.map((point) => ({ value: point.value, label: point.name[language] || point.name.zh }))
  const absent = scale.notApplicable ? [{ value: DOES_NOT_APPLY, label: scale.notApplicable[language] || scale.notApplicable.zh }] : []
  return [numeric('ordinal', [...points, ...absent], (answer) => (answer === true ? DOES_NOT_APPLY : numberOf(answer)))]
}

const numberOf = (answer: Stored) => (typeof answer === 'number' ? answer : null)

/** Single rows leave the house only when nobody stands out by the level and by what one was asked about oneself, taken together. */
export function refuseRowsThatStandOut(
  sheets: readonly Sheet[],
  { leastCell, personal }: { leastCell: number; personal: readonly InstrumentItem[] },
): void {
  const names = ['LEVEL', ...personal.map((item) => item.code)]
  const said = (sheet: Sheet, item: InstrumentItem) => {
    const given = sheet.answers.get(item.code)
    return given ? (given.choice ?? (given.value === null ? null : String(given.value))) : null
  }
  const rows = sheets.map((sheet) => [sheet.stratum, ...personal.map((item) => said(sheet, item))])
  const table = { columns: names.map((name) => ({ name, kind: 'division' as const })), rows }
  const verdict = checkExport(table, { k: leastCell, divisionsAllowed: names.length, names: [] }, [])
  const found = verdict.findings.find((finding) => finding.code === 'rows-stand-out')
  if (found?.code !== 'rows-stand-out') return
  throw new Refusal('export-stands-out', { rows: found.inSmallGroups, unique: found.unique, by: names.slice(1), least: leastCell })
}
