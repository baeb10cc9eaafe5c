import { DONE } from '@milepost/contract/fields'
import { collectSnapshot, dropCollected } from '@milepost/contract/open/sideBySide'
import { Refusal } from '@milepost/contract/refusals'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { dropReporting, insertCollected, listInstitutions, saveReporting } from './data.ts'

/** The hash is that of the file's content: it can be compared with the one the institution prints on its own page. */
export const collectSnapshotRoute = serve(collectSnapshot, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const { code, name, snapshot } = input
    if ((await listInstitutions(tx)).some((one) => one.code === code)) throw new Refusal('institution-is-here', { code })
    await saveReporting(tx, institutionId, { code, name })
    if (snapshot === null) {
      audit({ kind: 'reporting-institution', id: code })
      return { hash: null, year: null }
    }
    const hash = contentHash(snapshot)
    await insertCollected(tx, institutionId, { code, year: snapshot.year, snapshot, hash, at: now, by: actor.name })
    audit({ kind: 'reporting-institution', id: code, detail: { year: snapshot.year, hash } })
    return { hash, year: snapshot.year }
  },
})

export const dropCollectedRoute = serve(dropCollected, {
  run: async ({ tx, institutionId, input, audit }) => {
    if (!(await dropReporting(tx, institutionId, input.code))) throw new Refusal('not-found')
    audit({ kind: 'reporting-institution', id: input.code })
    return DONE
  },
})
