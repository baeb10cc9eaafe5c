import { existsSync } from 'node:fs'
import { type AnswerRows, CsvRows, isPlainText } from './csvRows.ts'
import { readSheetFile } from './readInput.ts'
import { tableRows } from './tableRows.ts'

/** A sheet of answers: text straight from the file however long it is; a workbook, or text in UTF-16, as the import reads it. */
export async function openAnswers(file: string): Promise<AnswerRows> {
  if (/\.(csv|tsv|txt)$/i.test(file) && existsSync(file) && isPlainText(file)) return new CsvRows(file)
  return tableRows(await readSheetFile(file))
}
