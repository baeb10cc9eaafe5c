import { Refusal } from '@milepost/contract/refusals'
import type { Bilingual } from '@milepost/terms/bilingual'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Library } from '../platform/library.ts'
import { newId } from '../platform/newId.ts'
import { insertLinks } from './accounts/links.ts'
import { openYear } from './calendar/openYear.ts'

const LINK_HOURS = 24

export type NewInstitution = {
  readonly code: string
  readonly name: Bilingual
  /** A demonstration: one-click sign-in on this machine. */
  readonly demo: boolean
  readonly now: Date
}

export type Initialised = {
  readonly institutionId: string
  /** Token of the link that makes the first administrator: to be printed once. Its address is `/link/<token>`. */
  readonly firstAdministratorLink: string
  readonly linkExpiresAt: Date
}

/** A new institution, in one transaction: its working days from the library, no account, no password, one link valid for a day. */
export function initialiseInstitution(
  database: Database,
  library: Library,
  { code, name, demo, now }: NewInstitution,
): Promise<Initialised> {
  return database.asOwner(async (tx) => {
    const institutionId = newId()
    const inserted = await tx
      .insertInto('institution')
      .values({ institution_id: institutionId, code, name_zh: name.zh, name_en: name.en, demo, created_at: now })
      .onConflict((on) => on.column('code').doNothing())
      .executeTakeFirst()
    if (inserted.numInsertedOrUpdatedRows !== 1n) throw new Refusal('institution-code-taken', { code })
    for (const year of library.calendars.keys()) await openYear(tx, institutionId, { year, library })
    return { institutionId, ...(await issueFirstAdministratorLink(tx, institutionId, now)) }
  })
}

/** Also for an installation whose administrators can no longer sign in: whoever holds the machine may name a new one. */
export async function issueFirstAdministratorLink(tx: Tx, institutionId: string, now: Date) {
  const linkExpiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000)
  const [token = ''] = await insertLinks(
    tx,
    institutionId,
    { purpose: 'first-administrator', accountIds: [null], expiresAt: linkExpiresAt },
    now,
  )
  return { firstAdministratorLink: token, linkExpiresAt }
}
