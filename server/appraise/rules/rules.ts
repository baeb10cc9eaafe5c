import { checkedRules } from '@milepost/appraisal/normChecks'
import { layRules, type ownPack, readRules, tryRules, withdrawRules } from '@milepost/contract/appraise/rules'
import { DONE } from '@milepost/contract/fields'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { looserThan } from '../../../library/looserRules.ts'
import { differences, laidOver } from '../../../library/overlay.ts'
import { rulesInForce } from '../../../library/rulePack.ts'
import { listCycles } from '../../institution/published.ts'
import { appendAudit } from '../../platform/audit/appendAudit.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve, serveOutside } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import { forgetLibraryOf, libraryOf } from '../../platform/rules/libraryOf.ts'
import { ratingItems } from '../rating/items.ts'
import { insertOwnPack, listOwnPacks, withdrawOwnPack } from './data.ts'

const changes = z.record(z.string(), z.unknown())

export const readRulesRoute = serve(readRules, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const on = input.on ?? today
    const pack = rulesInForce(library, on)
    const national = library.appraisalRules
    const isOwn = library.ownRules?.includes(pack) ?? false
    const known = new Map(national.rules.map((rule) => [rule.id, JSON.stringify(rule)]))
    const machine = new Set(checkedRules())
    return {
      on,
      pack: { id: pack.id, title: pack.title, source: pack.source, verified: pack.verified, inForceFrom: pack.inForceFrom },
      quota: { normalBp: pack.quota.normalBp, raisedBp: pack.quota.raisedBp, loweredBp: pack.quota.loweredBp },
      rules: pack.rules.map((rule) => ({
        ...rule,
        article: rule.article ?? '',
        from: isOwn && known.get(rule.id) !== JSON.stringify(rule) ? ('own' as const) : ('national' as const),
        checked: machine.has(rule.id),
      })),
      numbers: {
        heads: pack.heads.map(({ code, name, weightBp }) => ({ code, name, weightBp })),
        raterGroups: pack.raterGroups.map(({ code, weightBp }) => ({ code, weightBp })),
        quota: { normalBp: pack.quota.normalBp, raisedBp: pack.quota.raisedBp, loweredBp: pack.quota.loweredBp },
        noticeWorkingDays: pack.notice.workingDays,
      },
      items: ratingItems({ ...library, appraisalRules: pack }).map(({ postClasses, ...item }) => ({ ...item, forms: [...postClasses] })),
      differences: differences(national, pack),
      own: (await listOwnPacks(tx, institutionId)).map((row) => ({
        overlayId: row.overlay_id,
        version: row.version,
        name: { zh: row.name_zh, en: row.name_en },
        source: row.source,
        inForceFrom: row.in_force_from,
        changes: changes.parse(row.changes),
        hash: row.body_hash,
        laidBy: row.laid_by,
        laidAt: row.laid_at.toISOString(),
        withdrawnBy: row.withdrawn_by,
      })),
    }
  },
})

type Pack = z.infer<typeof ownPack>

/** The pack over whatever is in force on its first day; every fault is named by its place in the file, and so is what the state does not allow. */
function judge(pack: Pack, library: Library, version: number) {
  const below = rulesInForce(library, pack.inForceFrom)
  const laid = laidOver(below, { ...pack, version })
  if (laid.kind === 'faults') throw new Refusal('rules-wrong', { count: laid.faults.length }, laid.faults.map(atItsPlace))
  const looser = looserThan(rulesInForce({ ...library, ownRules: [] }, pack.inForceFrom), laid.rules)
  if (looser.length > 0) throw new Refusal('rules-looser', { count: looser.length }, looser.map(atItsPlace))
  return differences(below, laid.rules)
}

const atItsPlace = ({ path, message }: { readonly path: string; readonly message: { readonly zh: string; readonly en: string } }) => ({
  pointer: '/changes',
  zh: `${path || '整体'}：${message.zh}`,
  en: `${path || 'the whole'}: ${message.en}`,
})

/** A year whose appraisal has begun keeps its rules. */
async function refuseBegun(tx: Tx, institutionId: string, from: string): Promise<void> {
  const begun = (await listCycles(tx, institutionId)).find(
    ({ stage, endsOn }) => endsOn >= from && (stage === 'appraise' || stage === 'reward' || stage === 'open' || stage === 'closed'),
  )
  if (begun) throw new Refusal('rules-too-late', { year: begun.year, after: begun.endsOn })
}

export const tryRulesRoute = serve(tryRules, {
  run: async ({ tx, institutionId, input, library }) => {
    const found = judge(input, library, 1)
    await refuseBegun(tx, institutionId, input.inForceFrom)
    return { differences: found }
  },
})

export const layRulesRoute = serveOutside(layRules, async ({ services, scene, input }) => {
  const { institutionId, actor, now } = scene
  const { database } = services
  const version = await database.inInstitution(institutionId, async (tx) => {
    const library = await libraryOf(database, tx, { institutionId, base: services.library })
    const next = ((await listOwnPacks(tx, institutionId))[0]?.version ?? 0) + 1
    const found = judge(input, library, next)
    await refuseBegun(tx, institutionId, input.inForceFrom)
    const overlayId = newId()
    const hash = contentHash(input)
    await insertOwnPack(tx, { institutionId, overlayId, version: next, ...input, hash, by: actor.name, at: now })
    const subject = { kind: 'rules', id: overlayId, detail: { version: next, hash, changes: found.length, from: input.inForceFrom } }
    await appendAudit(tx, { institutionId, actor, now, action: layRules.audit ?? '', subject })
    return next
  })
  forgetLibraryOf(database, institutionId)
  return { version }
})

export const withdrawRulesRoute = serveOutside(withdrawRules, async ({ services, scene, input }) => {
  const { institutionId, actor, now } = scene
  const { database } = services
  await database.inInstitution(institutionId, async (tx) => {
    const pack = (await listOwnPacks(tx, institutionId)).find((one) => one.overlay_id === input.overlayId)
    if (!pack || pack.withdrawn_at !== null) throw new Refusal('not-found')
    await refuseBegun(tx, institutionId, pack.in_force_from)
    await withdrawOwnPack(tx, { institutionId, overlayId: pack.overlay_id, by: actor.name, at: now })
    const subject = { kind: 'rules', id: pack.overlay_id, detail: { version: pack.version } }
    await appendAudit(tx, { institutionId, actor, now, action: withdrawRules.audit ?? '', subject })
  })
  forgetLibraryOf(database, institutionId)
  return DONE
})
