import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AnswerRows, BLANK, type ColumnKind, CsvRows, isPlainText, NOT_A_NUMBER } from './csvRows.ts'
import { tableRows } from './tableRows.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'milepost-csv-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let written = 0
function csv(content: string | Uint8Array): CsvRows {
  const place = path.join(folder, `${written++}.csv`)
  writeFileSync(place, content)
  return new CsvRows(place)
}

type Read = { heading: readonly string[]; rows: { row: number; cells: (number | string | null)[] }[]; filled: number }

/** Everything a source gives: numbers, labels as their text, blanks as null, and text where a number was wanted as "?". */
function everything(source: AnswerRows, kinds: readonly ColumnKind[]): Read {
  const values = new Float64Array(kinds.length)
  const rows: { row: number; cells: number[] }[] = []
  const filled = source.read(kinds, { values, row: (row) => rows.push({ row, cells: [...values] }) })
  const said = (value: number, column: number): number | string | null => {
    if (kinds[column] === 'skip' || value === BLANK) return null
    if (value === NOT_A_NUMBER) return '?'
    return kinds[column] === 'label' ? (source.labels[column]?.[value] ?? '!') : value
  }
  const result = { heading: source.heading, rows: rows.map(({ row, cells }) => ({ row, cells: cells.map(said) })), filled }
  source.close()
  return result
}
const cellsOf = (content: string | Uint8Array, kinds: readonly ColumnKind[]) =>
  everything(csv(content), kinds).rows.map(({ cells }) => cells)

describe('what a cell may hold', () => {
  test('digits, signs, points, blanks, full-width digits and text, each for what it is', () => {
    const content = 'q1,q2\n4,-2\n+3,2.50\n,  \n５,－１\nno,1e3\n1.,.5\n0007,12345678901234567\n'
    expect(cellsOf(content, ['number', 'number'])).toEqual([
      [4, -2],
      [3, 2.5],
      [null, null],
      [5, -1],
      ['?', '?'],
      ['?', '?'],
      [7, 12345678901234568],
    ])
  })

  test('a quoted cell may hold commas, quotes and line ends; a quoted number is a number', () => {
    const content = 'place,score\n"east, ""old"" road",5\n"two\nlines","4"\n"",3\n'
    expect(cellsOf(content, ['label', 'number'])).toEqual([
      ['east, "old" road', 5],
      ['two\nlines', 4],
      [null, 3],
    ])
  })

  test('labels keep their text: 7 and 07 are two, spaces around one are not part of it', () => {
    expect(cellsOf('unit\n7\n07\n 7\n5000\n5000\n', ['label']).flat()).toEqual(['7', '07', '7', '5000', '5000'])
  })

  test('columns that are not asked for are passed over, whatever they hold', () => {
    expect(cellsOf('a,b,c\n"x,\n""y""",2,z\n', ['skip', 'number', 'skip'])).toEqual([[null, 2, null]])
  })
})

describe('what a file may be', () => {
  test('line ends of any system, the last one missing or not', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const lines = ['1,2', '3,4']
      // a heading that ends in a bare return is one line with the rest for most programs: it is kept to LF and CRLF
      const heading = `a,b${end === '\r' ? '\n' : end}`
      for (const last of ['', end]) {
        expect(cellsOf(`${heading}${lines.join(end)}${last}`, ['number', 'number'])).toEqual([
          [1, 2],
          [3, 4],
        ])
      }
    }
  })

  test('the mark of UTF-8 is no part of the first name; tabs and semicolons part cells where the heading has them', () => {
    expect(csv('\uFEFFq1,q2\n1,2\n').heading).toEqual(['q1', 'q2'])
    expect(cellsOf('a\tb\n1\t2,5\n', ['number', 'label'])).toEqual([[1, '2,5']])
    expect(cellsOf('a;b\n1;2\n', ['number', 'number'])).toEqual([[1, 2]])
    expect(cellsOf('a;b,c\n1;2,3\n', ['label', 'number'])).toEqual([['1;2', 3]])
  })

  test('a Chinese file of an older program (GBK) is read as what it says', () => {
    const [section, open] = [
      [0xb6, 0xce],
      [0xb9, 0xab],
    ] as const
    const bytes = Uint8Array.from([...section, 0x2c, 0x71, 0x0a, ...open, ...section, 0x2c, 0x35, 0x0d, 0x0a, ...open, 0x2c, 0x0a])
    const { heading, rows } = everything(csv(bytes), ['label', 'number'])
    expect(heading).toEqual(['段', 'q'])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['公段', 5],
      ['公', null],
    ])
  })

  test('rows are counted as a spreadsheet counts them, empty ones too; cells that are not there are blank, those too many are nothing', () => {
    const { rows, filled } = everything(csv('a,b\n1\n\n,,\n4,5,6,7\n'), ['number', 'number'])
    expect(rows).toEqual([
      { row: 2, cells: [1, null] },
      { row: 5, cells: [4, 5] },
    ])
    expect(filled).toBe(2)
  })

  test('a heading alone has no rows; a quoted name may hold a comma and a line end', () => {
    expect(everything(csv('a,b'), ['number', 'number'])).toMatchObject({ rows: [], filled: 0 })
    const { heading, rows } = everything(csv('"a, first","b\nsecond"\n1,2\n'), ['number', 'number'])
    expect(heading).toEqual(['a, first', 'b\nsecond'])
    expect(rows.map(({ cells }) => cells)).toEqual([[1, 2]])
  })

  test('a quote that is never closed is refused, not read to the end of the file as one cell', () => {
    const source = csv(`a,b\n1,"never closed\n${'2,3\n'.repeat(400_000)}`)
    expect(() => everything(source, ['number', 'label'])).toThrow(RangeError)
  })

  test('a workbook or UTF-16 is no plain text', () => {
    const place = (bytes: number[]) => {
      const name = path.join(folder, `${written++}.bin`)
      writeFileSync(name, Uint8Array.from(bytes))
      return name
    }
    expect(isPlainText(place([0x61, 0x2c, 0x62]))).toBe(true)
    expect(isPlainText(place([0x50, 0x4b, 3, 4, 0, 0]))).toBe(false)
    expect(isPlainText(place([0xff, 0xfe, 0x61, 0x62]))).toBe(false)
    expect(isPlainText(place([]))).toBe(false)
  })
})

test('where a piece of four megabytes ends in the middle of a row, a cell, a sign or a line end, nothing is lost or doubled', () => {
  // rows of many lengths, so that the border falls in ever new places; quotes, CRLF and signs of three bytes among them
  const names = ['east', '"west, far"', '北段', '"say ""yes"""', '']
  const said = ['east', 'west, far', '北段', 'say "yes"', null]
  let text = 'serial,name,score\r\n'
  const expected: [number, string | null, number | null][] = []
  let state = 7
  for (let at = 0; text.length < 9_000_000; ) {
    const lines: string[] = []
    for (let k = 0; k < 20_000; k++, at++) {
      state = (state * 48_271) % 2_147_483_647
      const score = state % 7 === 0 ? null : state % 100_000
      lines.push(`${at},${names[state % 5]},${score ?? ''}${state % 3 === 0 ? '.5' : ''}`)
      const fraction = state % 3 === 0 ? 0.5 : 0
      expected.push([at, said[state % 5]!, score === null ? (fraction ? Number.NaN : null) : score + fraction])
    }
    text += `${lines.join(state % 2 === 0 ? '\r\n' : '\n')}\n`
  }
  const source = csv(text)
  for (const again of [1, 2]) {
    const values = new Float64Array(3)
    let [seen, wrong] = [0, 0]
    const filled = source.read(['number', 'label', 'number'], {
      values,
      row: (row) => {
        const [serial, name, score] = expected[seen++]!
        const label = values[1] === BLANK ? null : source.labels[1]?.[values[1]!]
        const wanted = score === null ? BLANK : Number.isNaN(score) ? NOT_A_NUMBER : score
        if (row !== serial + 2 || values[0] !== serial || label !== name || values[2] !== wanted) wrong++
      },
    })
    expect({ again, seen, wrong, filled }).toEqual({ again, seen: expected.length, wrong: 0, filled: expected.length })
  }
  source.close()
})

const cell = fc.oneof(
  fc.constant(''),
  fc.integer({ min: -9999, max: 99_999 }).map(String),
  fc.tuple(fc.nat(99), fc.nat(99)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('a,b', 'say "so"', 'two\nlines', '北站', ' padded ', '7', '07', 'x\ty', ';'),
)
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

test('law: whatever the cells, the file gives what the same table gives from memory', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (table, end, lastEnd) => {
        const filled = table.filter((row) => row.some((text) => text !== ''))
        const text = ['a,b,c', ...filled.map((row) => row.map(quoted).join(','))].join(end) + (lastEnd ? end : '')
        const kinds: ColumnKind[] = ['number', 'label', 'number']
        const fromFile = everything(csv(text), kinds)
        const fromMemory = everything(
          tableRows({
            name: 't',
            columns: ['a', 'b', 'c'],
            rows: filled.map((row, at) => ({ row: at + 2, cells: row.map((one) => one || null) })),
          }),
          kinds,
        )
        expect(fromFile.rows.map(({ cells }) => cells)).toEqual(fromMemory.rows.map(({ cells }) => cells))
      },
    ),
    { numRuns: 60 },
  )
})

test('a workbook’s cells: numbers as they are, text that is one as well, dates and truths are none', () => {
  const rows = [1, '2', ' ３ ', '', 'x', true, Number.NaN, null].map((one, at) => ({ row: at + 2, cells: [one] }))
  const { rows: read } = everything(tableRows({ name: 't', columns: ['q'], rows }), ['number'])
  expect(read.map(({ cells }) => cells[0])).toEqual([1, 2, 3, null, '?', '?', '?', null])
})
