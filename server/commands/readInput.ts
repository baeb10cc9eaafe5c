import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { parseInput } from '../platform/http/parseInput.ts'
import { readTable } from '../platform/spreadsheet/readTable.ts'
import type { Table } from '../platform/spreadsheet/table.ts'
import { CommandFault } from './speaking.ts'

/** The bytes of a file the person named, or what is wrong with the name. */
async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (fault) {
    const missing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
    throw new CommandFault(
      missing
        ? { zh: `没有文件“${file}”。`, en: `There is no file “${file}”.` }
        : { zh: `无法读取文件“${file}”。`, en: `The file “${file}” cannot be read.` },
    )
  }
}

/** A JSON file that must hold what the schema says; every wrong place is named. */
export async function readJson<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  const text = (await readBytes(file)).toString('utf8')
  try {
    return parseInput(schema, JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    throw new CommandFault({ zh: `“${file}”不是有效的 JSON：${fault.message}`, en: `“${file}” is not valid JSON: ${fault.message}` })
  }
}

export const readSheetFile = async (file: string): Promise<Table> => readTable({ name: path.basename(file), bytes: await readBytes(file) })
