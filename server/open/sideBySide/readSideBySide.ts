import { publicSnapshot } from '@milepost/contract/open/publications'
import { readSideBySide } from '@milepost/contract/open/sideBySide'
import { dayIn } from '../../platform/http/clock.ts'
import { serveOutside } from '../../platform/http/serve.ts'
import { listInstitutions, listPublished } from './data.ts'

/** The institutions of the installation beside each other, from published snapshots only: what anybody could read one by one. */
export const readSideBySideRoute = serveOutside(readSideBySide, async ({ services, input }) => {
  const { institutions, published } = await services.database.asOwner(async (tx) => ({
    institutions: await listInstitutions(tx),
    published: await listPublished(tx),
  }))
  const years = [...new Set(published.map((row) => row.year))]
  const year = input.year ?? years[0] ?? null
  const measures = new Map<
    string,
    { code: string; name: { zh: string; en: string }; unit: { zh: string; en: string }; better: 'up' | 'down' | 'band' }
  >()
  const lines = institutions.map((institution) => {
    const row = published.find((one) => one.institution_id === institution.institution_id && one.year === year)
    const line = { code: institution.code, name: { zh: institution.name_zh, en: institution.name_en } }
    if (!row?.published_at) return { ...line, published: null }
    const { score, perspectives } = publicSnapshot.parse(row.snapshot)
    const figures = perspectives.flatMap((perspective) => perspective.measures)
    for (const { code, name, unit, better } of figures) measures.set(code, measures.get(code) ?? { code, name, unit, better })
    return {
      ...line,
      published: {
        revision: row.revision,
        publishedOn: dayIn(services.config.timeZone, row.published_at),
        score: score.official,
        band: score.band,
        onTarget: score.onTarget,
        measures: score.measures,
        figures: figures.map(({ code, actual, target, reached }) => ({ code, actual, target, reached })),
      },
    }
  })
  return { years, year, measures: [...measures.values()], institutions: lines }
})
