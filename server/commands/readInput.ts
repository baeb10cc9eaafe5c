import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
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

/** Places named in one message. */
const NAMED = 8

/** A JSON file that must hold what the schema says; wrong places are named, in the words of a file and not of a form. */
export async function readJson<S extends z.ZodType>(file: string, schema: S): Promise<z.output<S>> {
  const text = (await readBytes(file)).toString('utf8')
  const read = schema.safeParse(jsonOf(file, text))
  if (read.success) return read.data
  const { issues } = read.error
  const left = issues.length - NAMED
  throw new CommandFault({ zh: `“${file}”的内容不是这个命令要的。`, en: `“${file}” does not hold what this command takes.` }, [
    ...issues.slice(0, NAMED).map(placeWords),
    ...(left > 0 ? [{ zh: `另有 ${left} 处`, en: `and ${left} more` }] : []),
  ])
}

function placeWords({ path: at, message, code }: z.core.$ZodIssue): { zh: string; en: string } {
  const place = `/${at.join('/')}`
  if (code === 'invalid_type' && message.includes('received undefined')) return { zh: `${place} 没有`, en: `${place} is missing` }
  return { zh: `${place} 不合要求（${message}）`, en: `${place} is not as it must be (${message})` }
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault
    throw new CommandFault({ zh: `“${file}”不是有效的 JSON：${fault.message}`, en: `“${file}” is not valid JSON: ${fault.message}` })
  }
}

export const readSheetFile = async (file: string): Promise<Table> => readTable({ name: path.basename(file), bytes: await readBytes(file) })
