import { Refusal, type RefusalCode } from '@milepost/contract/refusals'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { MOST_ROWS, readTable } from './readTable.ts'
import { numberCell, partsOf, textCell, workbookOf } from './testing/workbooks.ts'
import { MOST_UNFOLDED_MB } from './workbook.ts'
import { decimalCell, writeCsv, writeXlsx } from './writeTable.ts'

const csv = (text: string, name = '表.csv') => readTable({ name, bytes: new TextEncoder().encode(text) })
async function refused(name: string, bytes: Uint8Array): Promise<RefusalCode | 'read'> {
  try {
    await readTable({ name, bytes })
    return 'read'
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code
    throw fault
  }
}

describe('a table written is read back as it was', () => {
  const columns = ['姓名', 'Score', 'Note, with "quotes"']
  const rows = [
    ['欧阳静', 92.5, 'a, "b"\nc'],
    ['𠮷野 李', 0, null],
    ["'=SUM(A1)", -3, '  '],
  ] as const

  test('as .xlsx', async () => {
    const table = await readTable({ name: '表.xlsx', bytes: (await writeXlsx('表.xlsx', columns, rows)).bytes })
    expect(table.columns).toEqual(columns)
    expect(table.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, '欧阳静', 92.5, 'a, "b"\nc'],
      [3, '𠮷野 李', 0, null],
      [4, "'=SUM(A1)", -3, null],
    ])
  })

  test('as .xlsx of twenty-one thousand cells, which are not written one by one', async () => {
    const many = Array.from({ length: 7000 }, (_, at) => rows[at % rows.length] ?? [])
    const longer = [...many, ['<&>"\u0001', 0.1, null]]
    const table = await readTable({ name: '表.xlsx', bytes: (await writeXlsx('表.xlsx', columns, longer)).bytes })
    expect(table.columns).toEqual(columns)
    expect(table.rows.length).toBe(7001)
    expect(table.rows.slice(-3).map(({ row, cells }) => [row, ...cells])).toEqual([
      [7000, "'=SUM(A1)", -3, null],
      [7001, '欧阳静', 92.5, 'a, "b"\nc'],
      [7002, '<&>"', 0.1, null],
    ])
  })

  test('as .csv; nothing is a formula when a spreadsheet opens it', async () => {
    const { bytes } = writeCsv('表.csv', columns, [...rows, ['=1+1', 1, '@x'], ['-5', 2, '+86 10'], ['-x', 3, null]])
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const table = await readTable({ name: '表.csv', bytes })
    expect(table.columns).toEqual(columns)
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['欧阳静', '𠮷野 李', "'=SUM(A1)", "'=1+1", '-5', "'-x"])
    expect(table.rows[0]?.cells[2]).toBe('a, "b"\nc')
    expect(table.rows[3]?.cells[2]).toBe("'@x")
  })
})

describe('files as offices keep them', () => {
  test('a .csv in GB18030, as Chinese Excel writes it, with rare characters', async () => {
    // 姓名,部门 / 单雄,养护科 / 㐂,东站 (the last name is a four-byte character)
    const bytes = Uint8Array.from([
      ...[0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb2, 0xbf, 0xc3, 0xc5, 0x0d, 0x0a],
      ...[0xb5, 0xa5, 0xd0, 0xdb, 0x2c, 0xd1, 0xf8, 0xbb, 0xa4, 0xbf, 0xc6, 0x0d, 0x0a],
      ...[0x81, 0x39, 0xee, 0x38, 0x2c, 0xb6, 0xab, 0xd5, 0xbe, 0x0d, 0x0a],
    ])
    const table = await readTable({ name: '人员.csv', bytes })
    expect(table.columns).toEqual(['姓名', '部门'])
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['单雄', '养护科'],
      [new TextDecoder('gb18030').decode(Uint8Array.from([0x81, 0x39, 0xee, 0x38])), '东站'],
    ])
  })

  test.each([
    ['UTF-16 LE with its mark, as Excel saves “Unicode text”', 'le', true],
    ['UTF-16 BE with its mark', 'be', true],
    ['UTF-16 LE without a mark', 'le', false],
    ['UTF-16 BE without a mark', 'be', false],
  ] as const)('a .txt in %s', async (_what, order, mark) => {
    const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}姓名\t学时\r\n单雄\t40\r\n李强\t8\r\n`, 'utf16le')
    const table = await readTable({ name: '人员.txt', bytes: order === 'le' ? bytes : bytes.swap16() })
    expect([table.columns, ...table.rows.map(({ cells }) => cells)]).toEqual([
      ['姓名', '学时'],
      ['单雄', '40'],
      ['李强', '8'],
    ])
  })

  test('tabs and semicolons as separators, a byte-order mark, blank lines and short rows', async () => {
    expect((await csv('﻿a;b\n1;2\n')).rows[0]?.cells).toEqual(['1', '2'])
    expect((await csv('a\tb\n1\t2,5\n', '表.tsv')).rows[0]?.cells).toEqual(['1', '2,5'])
    const table = await csv('a,b\n\n1\n , \n2,3\n')
    expect(table.rows).toEqual([
      { row: 3, cells: ['1'] },
      { row: 5, cells: ['2', '3'] },
    ])
  })

  test('a quotation mark inside a cell, as in 6" pipe, does not damage the file', async () => {
    expect((await csv('部位,规格\n排水,6" 管\n')).rows[0]?.cells).toEqual(['排水', '6" 管'])
  })

  test('rows are counted as the spreadsheet shows them, gaps included', async () => {
    const bytes = workbookOf([textCell('A1', '工号'), '', textCell('A3', '1001'), '', '', textCell('A6', '1002')])
    expect((await readTable({ name: '表.xlsx', bytes })).rows.map(({ row }) => row)).toEqual([3, 6])
  })

  test('a day is a day, a formula is its value, and a formula that failed is not an empty cell', async () => {
    const bytes = workbookOf([
      textCell('A1', '入职') + textCell('B1', '分') + textCell('C1', '率'),
      `${numberCell('A2', '46082', 1)}<c r="B2"><f>40+2</f><v>42</v></c><c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
    ])
    const [row] = (await readTable({ name: '表.xlsx', bytes })).rows
    expect(row?.cells).toEqual([new Date('2026-03-01T00:00:00Z'), 42, '#DIV/0!'])
  })
})

test('a formula that was never computed is not an empty cell either', async () => {
  const computed = '<c r="B2" t="str"><f>IF(1&gt;2,"x","")</f><v></v></c>'
  const never = '<c r="C2" s="1" t="str"><f>A2+40</f></c><c r="D2"><f t="shared" si="0"/></c>'
  const bytes = workbookOf([
    ['A', 'B', 'C', 'D'].map((column) => textCell(`${column}1`, column)).join(''),
    textCell('A2', '1') + computed + never,
  ])
  const [row] = (await readTable({ name: '表.xlsx', bytes })).rows
  expect(row?.cells).toEqual(['1', null, '=A2+40', '=?'])
})

describe('what a bad file gets', () => {
  test('the wrong kind, whatever it is called', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7\n\0\0binary')
    const oldExcel = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await refused('报告.pdf', pdf)).toBe('file-kind-unknown')
    expect(await refused('报告.csv', pdf)).toBe('file-kind-unknown')
    expect(await refused('旧表.xls', oldExcel)).toBe('file-kind-unknown')
    expect(await refused('旧表.xlsx', oldExcel)).toBe('file-kind-unknown')
    expect(await refused('空.xlsx', new Uint8Array())).toBe('file-kind-unknown')
  })

  test('an archive that is no workbook, is cut short, or has a byte changed', async () => {
    const whole = workbookOf([textCell('A1', '工号'), textCell('A2', '1001')])
    expect(await refused('表.xlsx', whole)).toBe('read')
    expect(await refused('表.xlsx', zipSync({ 'readme.txt': strToU8('no sheet') }))).toBe('file-damaged')
    expect(await refused('表.xlsx', whole.subarray(0, whole.length - 40))).toBe('file-damaged')
    expect(await refused('表.xlsx', whole.subarray(0, 300))).toBe('file-damaged')
    expect(await refused('表.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4]))).toBe('file-damaged')
  })

  test('a .csv whose quotation mark is never closed', async () => {
    expect(await refused('表.csv', new TextEncoder().encode('a,b\n"1,2\n'))).toBe('file-damaged')
  })

  test('a heading and nothing below', async () => {
    expect(await refused('表.csv', new TextEncoder().encode('姓名,部门\n'))).toBe('file-empty')
    expect(await refused('表.csv', new TextEncoder().encode('姓名,部门\n,\n ,\n'))).toBe('file-empty')
    expect(await refused('表.csv', new Uint8Array())).toBe('file-empty')
    expect(await refused('表.xlsx', workbookOf([textCell('A1', '姓名')]))).toBe('file-empty')
  })

  test('more rows than any institution has people', async () => {
    const lines = new TextEncoder().encode(`a\n${'1\n'.repeat(MOST_ROWS + 1)}`)
    expect(await refused('表.csv', lines)).toBe('too-many-rows')
  })
})

describe('an archive made to fill the memory', () => {
  const bomb = zipSync({
    ...partsOf([textCell('A1', 'x')]),
    'xl/worksheets/sheet2.xml': new Uint8Array((MOST_UNFOLDED_MB + 1) * 1_048_576),
  })

  test('is refused by the sizes it names, unread', async () => {
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refused('表.xlsx', bomb)).toBe('unfolds-too-large')
  })

  test('is refused though it names a small size', async () => {
    const lying = Buffer.from(bomb)
    const size = Buffer.alloc(4)
    size.writeUInt32LE((MOST_UNFOLDED_MB + 1) * 1_048_576)
    let changed = 0
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) {
      lying.writeUInt32LE(1000, at)
      changed += 1
    }
    expect(changed).toBeGreaterThan(0)
    expect(await refused('表.xlsx', lying)).toBe('file-damaged')
  })
})

test('a decimal goes out as a number when a spreadsheet keeps it as it is, and as text when it would not', () => {
  expect(['35', '0.1', '-12.50', '99.99', '0.000001', '123456789012345'].map(decimalCell)).toEqual([
    35, 0.1, -12.5, 99.99, 0.000001, 123456789012345,
  ])
  expect(['0.1234567890123456789', '12345678901234567'].map(decimalCell)).toEqual(['0.1234567890123456789', '12345678901234567'])
})
