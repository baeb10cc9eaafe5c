import { readScorecardVersions } from '@milepost/contract/design/versions'
import { Refusal } from '@milepost/contract/refusals'
import { schemeDifference } from '@milepost/scorecard/schemeDifference'
import { listCycles } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { listScorecardRows } from '../scorecard/data.ts'
import { findScorecardDesign } from '../scorecard/scorecardDesigns.ts'
import { listVersions } from './data.ts'
import { readSchemeText } from './keepVersion.ts'

export const readScorecardVersionsRoute = serve(readScorecardVersions, {
  run: async ({ tx, institutionId, input }) => {
    const { scorecardId } = input
    const scorecard = await findScorecardDesign(tx, institutionId, { scorecardId })
    const cycles = (await listCycles(tx, institutionId)).toSorted((a, b) => b.year - a.year)
    const own = cycles.find((cycle) => cycle.cycleId === scorecard?.cycleId)
    if (!scorecard || !own) throw new Refusal('not-found')
    const versions = await listVersions(tx, institutionId, scorecardId)
    const made = new Map((await listScorecardRows(tx, institutionId)).map((row) => [row.cycle_id, row.scorecard_id]))
    const before = cycles.find((cycle) => cycle.year < own.year && made.has(cycle.cycleId))
    const last = before ? (await listVersions(tx, institutionId, made.get(before.cycleId) ?? ''))[0] : undefined
    const earlier = before && last ? { year: before.year, row: last } : null
    const now = await readSchemeText(tx, institutionId, scorecardId)
    const newest = versions[0] ? { year: own.year, row: versions[0] } : earlier
    const changes = newest ? schemeDifference(newest.row.content, now) : []
    return {
      scorecard: { scorecardId, cycleId: own.cycleId, year: own.year, name: scorecard.name, state: scorecard.state },
      versions: versions.map((row, at) => {
        const from = versions[at + 1] ? { year: own.year, row: versions[at + 1]! } : earlier
        return {
          version: row.version,
          hash: row.hash,
          reason: row.reason,
          publishedAt: row.publishedAt.toISOString(),
          publishedBy: row.publishedBy,
          since: from ? { year: from.year, version: from.row.version } : null,
          changes: from ? schemeDifference(from.row.content, row.content) : [],
        }
      }),
      draft: newest && changes.length > 0 ? { since: { year: newest.year, version: newest.row.version }, changes } : null,
    }
  },
})
