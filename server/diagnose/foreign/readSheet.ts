import type { Instrument, InstrumentItem } from '@milepost/contract/diagnose/instrument'
import type { RowVerdict } from '@milepost/contract/importing'
import { type CellProblem, type ReadRow, readRows } from '../../platform/spreadsheet/columns.ts'
import type { Table } from '../../platform/spreadsheet/table.ts'
import { MOST_POINTS, onItsSide, optionsOf } from './foreign.ts'
import { SHEET_COLUMNS } from './sheetColumns.ts'

type Base = Pick<Instrument, 'scale' | 'leastCell' | 'severityBands'>
type Scale = NonNullable<Instrument['scales']>[number]
type Values = NonNullable<ReadRow<typeof SHEET_COLUMNS>['values']>
export type SheetQuestionnaire = { readonly instrument: Instrument | null; readonly rows: RowVerdict[] }

const CODE = /^[A-Za-z][\w-]{0,39}$/
const OPTIONED = ['choice', 'several', 'ranking']
/** As many items as a questionnaire may have. */
const MOST_ITEMS = 400

/** Every row of a plain table as an item, or what is wrong with it; the right rows make the questionnaire. `instrument` is null where none is right. */
export function readSheet(table: Table, base: Base): SheetQuestionnaire {
  const items: InstrumentItem[] = []
  const scales: Scale[] = []
  const constructs: Instrument['constructs'] = []
  const read = readRows(table, SHEET_COLUMNS)
  const wanted = new Set(read.map(({ known }) => known.code?.trim() ?? '').filter((code) => code !== ''))
  const freeCode = () => {
    let at = 1
    while (items.some((one) => one.code === `Q${at}`) || wanted.has(`Q${at}`)) at++
    return `Q${at}`
  }
  const rows = read.map((row): RowVerdict => {
    const key = row.known.code || row.known.zh || row.known.en || ''
    const problems = row.values === null ? row.problems : faultsOf(row.values, items, headingIn(table))
    if (row.values === null || problems.length > 0)
      return {
        row: row.row,
        key,
        verdict: 'wrong',
        problems: problems.map((one) => ({ ...one, message: { ...one.message } })),
        notes: [],
        changes: [],
      }
    const { values } = row
    const scale = values.kind === 'scale' && values.scale !== '' ? scaleNamed(scales, values.scale) : null
    const item: InstrumentItem = {
      code: values.code || freeCode(),
      kind: values.kind,
      construct: values.construct === '' ? null : constructNamed(constructs, values.construct),
      link: null,
      reverse: values.reversed === 'yes',
      text: { zh: values.zh, en: values.en },
      ...(scale === null ? {} : { scale }),
      ...(OPTIONED.includes(values.kind) ? { options: optionsIn(values.options) } : {}),
    }
    items.push(item)
    return { row: row.row, key: item.code, verdict: 'new', problems: [], notes: [], changes: [] }
  })
  const { scale, leastCell } = base
  return { rows, instrument: items.length === 0 ? null : { scale, scales, leastCell, severityBands: [], constructs, items } }
}

const partsOf = (text: string): string[] =>
  text
    .split(/[;；|┋\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** "1=男；2=女", or words alone, which are numbered. */
const optionsIn = (text: string) =>
  optionsOf(
    partsOf(text).map((part, at) => {
      const coded = /^([\w.-]{1,40})\s*[=＝]\s*(.+)$/.exec(part)
      return [coded?.[1] ?? String(at + 1), onItsSide(coded?.[2] ?? part)] as const
    }),
  )

/** A column as the file calls it. */
const headingIn = (table: Table) => (key: keyof typeof SHEET_COLUMNS) => {
  const plain = (heading: string) => heading.toLowerCase().replace(/[\s*＊]+/g, '')
  const { zh, en } = SHEET_COLUMNS[key].heading
  return table.columns.find((heading) => [key, zh, en].some((name) => plain(name) === plain(heading))) ?? zh
}

function faultsOf(values: Values, before: readonly InstrumentItem[], heading: ReturnType<typeof headingIn>): CellProblem[] {
  const found: CellProblem[] = []
  const say = (key: keyof typeof SHEET_COLUMNS, zh: string, en: string) => found.push({ column: heading(key), message: { zh, en } })
  const { code, kind } = values
  if (before.length >= MOST_ITEMS) say('code', `一份问卷最多 ${MOST_ITEMS} 题。`, `A questionnaire has at most ${MOST_ITEMS} items.`)
  if (values.zh === '' && values.en === '') say('zh', '请填写题目文字，中文或英文。', 'Enter the words of the question in either language.')
  if (code !== '' && !CODE.test(code))
    say(
      'code',
      `“${code}”不能作题号：须以字母开头，只用字母、数字、“-”和“_”。`,
      `“${code}” is no code: letters first, then letters, digits, - and _.`,
    )
  if (before.some((one) => one.code === code)) say('code', `题号“${code}”上面已经用过。`, `The code “${code}” stands above already.`)
  if (kind !== 'scale' && values.reversed === 'yes') say('reversed', '只有量表题可以反向计分。', 'Only an item on a scale can be reversed.')
  if (kind !== 'scale' && values.construct !== '')
    say('construct', '只有量表题可以属于构念。', 'Only an item on a scale can belong to a construct.')
  const points = partsOf(values.scale).length
  if (kind === 'scale' && values.scale !== '' && (points < 2 || points > MOST_POINTS))
    say(
      'scale',
      `请从低到高写出 2—${MOST_POINTS} 个选项，用分号隔开；留空则用主量表。`,
      `Write 2 to ${MOST_POINTS} points from the lowest up, with semicolons between them; blank takes the main scale.`,
    )
  if (!OPTIONED.includes(kind)) return found
  const options = optionsIn(values.options)
  if (options.length < 2 || options.length > 60)
    say('options', '请写出 2—60 个选项，用分号隔开。', 'Write 2 to 60 options with semicolons between them.')
  else if (new Set(options.map((one) => one.code)).size < options.length) say('options', '选项代码重复。', 'An option code is used twice.')
  return found
}

/** The code of the scale with these words; alike ones are one. */
function scaleNamed(scales: Scale[], words: string): string {
  const points = partsOf(words).map((word, at) => ({ value: at + 1, name: onItsSide(word) }))
  const same = scales.find((one) => JSON.stringify(one.points) === JSON.stringify(points))
  if (same) return same.code
  const code = `scale${scales.length + 1}`
  const name = onItsSide(`${partsOf(words)[0]} … ${partsOf(words).at(-1)}`)
  scales.push({ code, name, least: 1, most: points.length, points, notApplicable: null })
  return code
}

/** "P1 目标不清": code and name; a code or a name alone serves as both. */
function constructNamed(constructs: Instrument['constructs'], said: string): string {
  const apart = /^([A-Za-z][\w-]{0,19})(?:[\s:：、]+(.+))?$/.exec(said)
  const named = apart?.[2] ?? said
  const known = constructs.find((one) => (apart ? one.code === apart[1] : [one.name.zh, one.name.en].includes(said)))
  if (known) return known.code
  let at = constructs.length + 1
  while (constructs.some((one) => one.code === `C${at}`)) at++
  const code = apart?.[1] ?? `C${at}`
  constructs.push({ code, kind: 'other', name: onItsSide(named) })
  return code
}
