import type { Services } from '../platform/http/services.ts'
import { CommandFault } from './speaking.ts'

export type InstitutionRow = {
  readonly institutionId: string
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
}

export async function listInstitutions({ database }: Pick<Services, 'database'>): Promise<InstitutionRow[]> {
  const rows = await database.asOwner((tx) =>
    tx
      .selectFrom('institution')
      .select(['institution_id', 'code', 'name_zh', 'name_en'])
      .orderBy('created_at')
      .orderBy('institution_id')
      .execute(),
  )
  return rows.map((row) => ({ institutionId: row.institution_id, code: row.code, name: { zh: row.name_zh, en: row.name_en } }))
}

/** The institution of that code; without one, the only institution there is. */
export async function findInstitutionByCode(services: Pick<Services, 'database'>, code: string | undefined): Promise<string> {
  const all = await listInstitutions(services)
  const codes = all.map((one) => one.code)
  const [only] = all
  if (code === undefined && all.length === 1 && only) return only.institutionId
  const found = all.find((one) => one.code === code)
  if (found) return found.institutionId
  if (code !== undefined)
    throw new CommandFault({ zh: `没有编码为“${code}”的单位。`, en: `There is no institution with the code “${code}”.` }, codes)
  throw new CommandFault(
    all.length === 0
      ? { zh: '还没有任何单位。请先运行 milepost init。', en: 'There is no institution yet. Run `milepost init` first.' }
      : { zh: '有多个单位，请用 --institution 指定编码：', en: 'There are several institutions; name one by its code with --institution:' },
    codes,
  )
}
