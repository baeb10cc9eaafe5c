import type { codeLine } from '@milepost/contract/diagnose/interviews'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'
import { listOwnCodes } from './data.ts'

/** guid: of another program's file, where it came from one. */
export type Code = z.infer<typeof codeLine> & { readonly guid: string | null }

/** The library's codes, which stay as they are, and those of the institution; a code below another stands right after it. */
export async function codebookOf(tx: Tx, institutionId: string, library: Library): Promise<Code[]> {
  const given = library.interviewGuide.codebook.map((one): Code => ({ ...one, description: '', own: false, retired: false, guid: null }))
  const own = (await listOwnCodes(tx, institutionId)).map(
    (row): Code => ({
      code: row.code,
      parent: row.parent,
      kind: given.find((one) => one.code === row.parent)?.kind ?? 'own',
      name: { zh: row.name_zh, en: row.name_en || row.name_zh },
      description: row.description,
      own: true,
      retired: row.retired,
      guid: row.guid,
    }),
  )
  const all = [...given, ...own]
  const tops = all.filter((one) => one.parent === null)
  return tops.flatMap((top) => [top, ...all.filter((one) => one.parent === top.code)])
}

/** Whether a code belongs to another: itself, or one right below it. */
export const belongsTo = (codes: readonly Code[], code: string, top: string): boolean =>
  code === top || codes.find((one) => one.code === code)?.parent === top
