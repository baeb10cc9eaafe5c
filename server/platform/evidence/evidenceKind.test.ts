import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { evidenceKind } from './evidenceKind.ts'

const office = (paths: readonly string[]) => zipSync(Object.fromEntries(paths.map((path) => [path, strToU8('<x/>')])))
const word = office(['[Content_Types].xml', 'word/document.xml'])
const PDF = strToU8('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj')
const reason = (name: string, bytes: Uint8Array) => {
  const verdict = evidenceKind(name, bytes)
  return 'fault' in verdict ? verdict.fault.en : verdict.kind
}

test('a file is what its bytes say', () => {
  expect(reason('巡查照片.JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpg')
  expect(reason('认定书.pdf', PDF)).toBe('pdf')
  expect(reason('说明.docx', word)).toBe('docx')
})

test('a name that says something else is refused: a picture called PDF, a sheet called letter, a program called either', () => {
  expect(reason('a.pdf', new Uint8Array([0xff, 0xd8, 0xff]))).toContain('not what its name says')
  expect(reason('a.xlsx', word)).toContain('no XLSX file')
  expect(reason('a.docx', strToU8('MZ\u0090'))).toContain('not what its name says')
  expect(reason('a.exe', strToU8('MZ\u0090'))).toContain('not taken')
  expect(reason('a.pdf', new Uint8Array())).toContain('empty')
})

test('macros, embedded programs and scripts are refused, by name and by content', () => {
  expect(reason('a.docm', word)).toContain('macros')
  expect(reason('a.docx', office(['word/document.xml', 'word/vbaProject.bin']))).toContain('macros')
  expect(reason('a.xlsx', office(['xl/workbook.xml', 'xl/activeX/activeX1.xml']))).toContain('embedded programs')
  expect(reason('a.pdf', strToU8('%PDF-1.7\n<</OpenAction <</S /JavaScript /JS (app.alert(1))>>>>'))).toContain('script')
})
