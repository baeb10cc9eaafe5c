import type { JudgedRow } from '../../../platform/spreadsheet/importRows.ts'
import type { Code } from '../codebook.ts'
import { guidOfCode } from './guids.ts'
import type { QdaCode } from './readQda.ts'

export type TakenCode = {
  readonly kind: 'code'
  readonly code: string
  readonly parent: string | null
  readonly name: string
  readonly description: string
  readonly guid: string
  readonly retired: boolean
}
export type JudgedCodes = {
  readonly rows: readonly JudgedRow<TakenCode>[]
  /** From the guid of the file to the code here. */
  readonly codeOf: ReadonlyMap<string, string>
}

/**
 * Codes of another program beside those here: the same guid is the same code and stays as it is here; a new one comes in under a code of its own. Two levels: a
 * deeper code is placed right below its topmost one, and the row says so.
 */
export function judgeCodes(given: readonly QdaCode[], codes: readonly Code[], institutionId: string): JudgedCodes {
  const known = new Map(codes.map((one) => [guidOfCode(institutionId, one), one]))
  const taken = new Set(codes.map((one) => one.code))
  const codeOf = new Map<string, string>()
  const topOf = new Map<string, string>()
  const rows = given.map((one, at): JudgedRow<TakenCode> => {
    const top = one.above === null ? one.guid : (topOf.get(one.above) ?? one.guid)
    topOf.set(one.guid, top)
    const place = { row: at + 1, key: one.name || one.guid }
    if (!/^[0-9a-f-]{36}$/.test(one.guid))
      return {
        ...place,
        judged: wrong(
          'guid',
          '编码没有 guid，无法与引用对应。请用原程序重新导出。',
          'The code has no guid, so nothing can refer to it. Export it again from the program it comes from.',
        ),
      }
    if (codeOf.has(one.guid)) return { ...place, judged: wrong('guid', '同一 guid 出现两次。', 'The same guid stands twice.') }
    if (one.name.trim() === '') return { ...place, judged: wrong('name', '编码没有名称。', 'The code has no name.') }
    // an export of another institution that uses this program: other guids, but the library's own words
    const here =
      known.get(one.guid) ?? codes.find((each) => [each.name.zh, each.name.en].some((name) => one.name.trim() === `${each.code} ${name}`))
    if (here) {
      codeOf.set(one.guid, here.code)
      return { ...place, judged: { verdict: 'same' } }
    }
    const code = freeCode(one.name, one.guid, taken)
    taken.add(code)
    codeOf.set(one.guid, code)
    const parent = top === one.guid ? null : (codeOf.get(top) ?? null)
    const notes =
      one.depth < 2
        ? []
        : [
            {
              column: 'Code',
              message: {
                zh: '原在第三级或更深，放在其一级编码之下。',
                en: 'It stood on the third level or deeper and is placed below its topmost code.',
              },
            },
          ]
    const save = {
      kind: 'code' as const,
      code,
      parent,
      name: one.name.trim().slice(0, 100),
      description: one.description.slice(0, 500),
      guid: one.guid,
      retired: !one.codable && one.depth > 0,
    }
    return { ...place, notes, judged: { verdict: 'new', save } }
  })
  return { rows, codeOf }
}

/** The first word where it can be a code and is free, else one made of the guid. */
function freeCode(name: string, guid: string, taken: ReadonlySet<string>): string {
  const [first = ''] = name.trim().split(/\s+/)
  return /^[A-Za-z0-9][\w.-]{0,39}$/.test(first) && !taken.has(first) ? first : `Q-${guid.slice(0, 8)}`
}

const wrong = (column: string, zh: string, en: string) => ({ verdict: 'wrong' as const, problems: [{ column, message: { zh, en } }] })
