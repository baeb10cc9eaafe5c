import type { Bilingual } from '@milepost/terms/bilingual'
import { z } from 'zod'
import { type AppraisalRules, appraisalRules } from './schemas/appraisalRules.ts'

/** A region's or an institution's own rules: only what differs from the pack below, from a day on. */
export type Overlay = {
  readonly version: number
  readonly name: { readonly zh: string; readonly en: string }
  readonly source: string
  readonly inForceFrom: string
  readonly changes: unknown
}

export type LaidOver =
  | { readonly kind: 'rules'; readonly rules: AppraisalRules }
  | { readonly kind: 'faults'; readonly faults: readonly { readonly path: string; readonly message: Bilingual }[] }

/** What names an entry of a list: an entry of the same name is changed, any other added. */
const NAMES = ['id', 'code', 'grade', 'outcome', 'sanction'] as const

/** The pack with the changes in place of its own words and numbers, checked like the pack itself. It is never called verified: nobody has compared it with the official text. */
export function laidOver(pack: AppraisalRules, { version, name, source, inForceFrom, changes }: Overlay): LaidOver {
  const merged = merge(pack, changes) as AppraisalRules
  const own = {
    id: `${pack.id}-own-${version}`,
    version: String(version),
    title: name,
    source: { zh: source, en: source },
    verified: false,
    inForceFrom,
    inForceUntil: null,
  }
  const parsed = appraisalRules.safeParse({ ...merged, ...own })
  if (parsed.success) return { kind: 'rules', rules: parsed.data }
  return {
    kind: 'faults',
    faults: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: { zh: chinese(issue), en: issue.message } })),
  }
}

/** What is wrong with a value, in Chinese: the reader of a pack may not read English. */
function chinese(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return typeof issue.params?.zh === 'string' ? issue.params.zh : issue.message
  const said = z.locales.zhCN().localeError(issue as z.core.$ZodRawIssue)
  return (typeof said === 'string' ? said : said?.message) ?? issue.message
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const nameOf = (value: unknown): string | null => {
  if (!isObject(value)) return null
  const key = NAMES.find((one) => typeof value[one] === 'string')
  return key === undefined ? null : `${key} ${String(value[key])}`
}

function merge(below: unknown, above: unknown): unknown {
  if (above === undefined) return below
  if (isObject(below) && isObject(above)) {
    const keys = new Set([...Object.keys(below), ...Object.keys(above)])
    return Object.fromEntries([...keys].map((key) => [key, Object.hasOwn(above, key) ? merge(below[key], above[key]) : below[key]]))
  }
  if (Array.isArray(below) && Array.isArray(above) && above.length > 0 && above.every((one) => nameOf(one) !== null)) {
    const own = new Map(above.map((one) => [nameOf(one), one]))
    const known = new Set(below.map(nameOf))
    return [...below.map((one) => merge(one, own.get(nameOf(one)))), ...above.filter((one) => !known.has(nameOf(one)))]
  }
  return above
}

export type Difference = { readonly path: string; readonly before: string | null; readonly after: string | null }

/** What two packs say differently, leaf by leaf; entries of a list are found by their names. The heading of a pack is left out. */
export function differences(before: AppraisalRules, after: AppraisalRules): Difference[] {
  const heading = ['id', 'version', 'title', 'source', 'verified', 'inForceFrom', 'inForceUntil', 'issued']
  const leaves = (pack: AppraisalRules) =>
    new Map(Object.entries(pack).flatMap(([key, value]) => (heading.includes(key) ? [] : leavesOf(value, key))))
  const [was, is] = [leaves(before), leaves(after)]
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
}

function leavesOf(value: unknown, path: string): [string, string][] {
  if (Array.isArray(value)) return value.flatMap((one, at) => leavesOf(one, `${path}.${nameOf(one)?.split(' ')[1] ?? at}`))
  if (isObject(value)) return Object.entries(value).flatMap(([key, one]) => leavesOf(one, `${path}.${key}`))
  return [[path, String(value)]]
}
