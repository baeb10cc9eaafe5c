import type { Tx } from '../../platform/database/database.ts'

export type Named = (name: string) => string

/**
 * How people are called on a paper in a language: for English the spelling on the register. A name that two people spell differently, and
 * one that is on no register, stays as it was written.
 */
export async function namesIn(tx: Tx, institutionId: string, language: 'zh' | 'en'): Promise<Named> {
  if (language === 'zh') return (name) => name
  const people = await tx
    .selectFrom('person')
    .select(['name', 'name_en'])
    .where('institution_id', '=', institutionId)
    .where('name_en', '<>', '')
    .execute()
  const spelt = new Map<string, string>()
  for (const { name, name_en } of people) spelt.set(name, spelt.has(name) && spelt.get(name) !== name_en ? name : name_en)
  return (name) => spelt.get(name) ?? name
}
