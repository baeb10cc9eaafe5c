import { addDays } from '@milepost/appraisal/days'
import { purgeDue, readRetention } from '@milepost/contract/open/privacy'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { countDue, eraseDue, insertPurge, listPurges } from './purgeData.ts'
import { RETENTION } from './retentionRules.ts'

export const readRetentionRoute = serve(readRetention, {
  run: async ({ tx, institutionId, today }) => {
    const kinds = []
    for (const { kind, name, rule, days } of RETENTION) {
      const beforeDay = addDays(today, -days)
      kinds.push({ kind, name, rule, beforeDay, due: await countDue(tx, kind, { institutionId, before: beforeDay }) })
    }
    return {
      kinds,
      log: (await listPurges(tx, institutionId)).map((row) => ({
        kind: row.kind,
        beforeDay: row.before_day,
        erased: row.erased,
        reason: row.reason,
        purgedAt: row.purged_at.toISOString(),
        purgedBy: row.purged_by,
      })),
    }
  },
})

/** A named person erases what was looked at, or nothing. The log says how much and up to which day, never what. */
export const purgeDueRoute = serve(purgeDue, {
  run: async ({ tx, institutionId, input, today, now, actor, audit }) => {
    const { kind, expected, reason } = input
    const days = RETENTION.find((one) => one.kind === kind)?.days ?? 0
    const before = addDays(today, -days)
    const due = await countDue(tx, kind, { institutionId, before })
    if (due !== expected) throw new Refusal('purge-changed', { due, expected })
    const erased = await eraseDue(tx, kind, { institutionId, before })
    const purgeId = newId()
    await insertPurge(tx, institutionId, { purgeId, kind, before, erased, reason, at: now, by: actor.name })
    audit({ kind: 'purge', id: purgeId, detail: { kind, before, erased, reason } })
    return { erased }
  },
})
