import { type InvalidField, Refusal } from '@milepost/contract/refusals'
import { namesDuring } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { namesIn } from './namesIn.ts'

type Given = {
  /** Everybody on the staff on one of these days counts. */
  readonly days: { readonly from: string; readonly to: string }
  /** What the public will read, by the pointer of its field. */
  readonly texts: Readonly<Record<string, string>>
}

/** The public page names nobody: a text that holds a full name of anybody on the staff is refused, field by field. */
export async function refuseNames(tx: Tx, institutionId: string, { days, texts }: Given): Promise<void> {
  const names = await namesDuring(tx, institutionId, days)
  const found = Object.entries(texts).flatMap(([pointer, text]) => namesIn(text, names).map((name) => ({ pointer, name })))
  if (found.length === 0) return
  const fields: InvalidField[] = found.map(({ pointer, name }) => ({
    pointer,
    zh: `含职工姓名“${name}”`,
    en: `holds “${name}”, the name of a member of staff`,
  }))
  throw new Refusal('name-in-public-text', { names: [...new Set(found.map((one) => one.name))] }, fields)
}
