import { exportScheme, schemeFile, schemeSchema } from '@milepost/contract/design/exchange'
import { Refusal } from '@milepost/contract/refusals'
import { z } from 'zod'
import { findCycle } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { knownScorecard } from '../scorecard/draftScorecard.ts'
import { readSchemeText } from '../version/keepVersion.ts'

const file = (fileName: string, content: unknown) => ({
  fileName,
  mediaType: 'application/json; charset=utf-8',
  bytes: new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`),
})

export const exportSchemeRoute = serve(exportScheme, {
  run: async ({ tx, institutionId, input }) => {
    const row = await knownScorecard(tx, institutionId, input.scorecardId)
    const cycle = await findCycle(tx, institutionId, row.cycle_id)
    if (!cycle) throw new Refusal('not-found')
    const scheme = await readSchemeText(tx, institutionId, input.scorecardId)
    return file(
      `scheme-${cycle.year}.json`,
      schemeFile.parse({
        format: 'milepost-scheme',
        formatVersion: 1,
        year: cycle.year,
        state: row.state === 'published' ? 'published' : 'draft',
        hash: contentHash(scheme),
        scheme,
      }),
    )
  },
})

export const schemeSchemaRoute = serve(schemeSchema, {
  run: async () => file('scheme.schema.json', z.toJSONSchema(schemeFile)),
})
