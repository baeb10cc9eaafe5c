import { publicSnapshot } from '@milepost/contract/open/publications'
import { readSideBySide, type SideInstitution } from '@milepost/contract/open/sideBySide'
import type { Bilingual } from '@milepost/terms/bilingual'
import { dayIn } from '../../platform/http/clock.ts'
import { serveOutside } from '../../platform/http/serve.ts'
import { listCollected, listCollectedYears, listInstitutions, listPublished, listPublishedYears, listReporting } from './data.ts'

type Measure = { code: string; name: Bilingual; unit: Bilingual; better: 'up' | 'down' | 'band' }
type Row = { readonly year: number; readonly revision: number; readonly on: string; readonly snapshot: unknown }

/**
 * The institutions of the installation, and those elsewhere whose published file was brought in, beside each other: what anybody could
 * read one by one, and nothing else.
 */
export const readSideBySideRoute = serveOutside(readSideBySide, async ({ services, scene, input }) => {
  const { timeZone } = services.config
  const today = dayIn(timeZone, scene.now)
  const known = [
    ...(await services.database.asOwner((tx) => listPublishedYears(tx, today))),
    ...(await services.database.inInstitution(scene.institutionId, (tx) => listCollectedYears(tx, scene.institutionId))),
  ]
  const years = [...new Set(known.map((row) => row.year))].sort((a, b) => b - a)
  const year = input.year ?? years[0] ?? null
  const here = await services.database.asOwner(async (tx) => ({
    institutions: await listInstitutions(tx),
    published: newestOf(year === null ? [] : await listPublished(tx, today, year), (row) => row.institution_id),
  }))
  const elsewhere = await services.database.inInstitution(scene.institutionId, async (tx) => ({
    institutions: await listReporting(tx, scene.institutionId),
    collected: newestOf(year === null ? [] : await listCollected(tx, scene.institutionId, year), (row) => row.code),
  }))
  const measures = new Map<string, Measure>()
  const institutions = [
    ...here.institutions.map((one) => {
      const row = here.published.get(one.institution_id)
      const read = row?.published_at ? { ...row, on: dayIn(timeZone, row.published_at) } : null
      return lineOf({ code: one.code, name: { zh: one.name_zh, en: one.name_en }, source: 'here' }, read, measures)
    }),
    ...elsewhere.institutions.map((one) => {
      const row = elsewhere.collected.get(one.code)
      const read = row ? { ...row, on: dayIn(timeZone, row.collected_at) } : null
      return lineOf({ code: one.code, name: { zh: one.name_zh, en: one.name_en }, source: 'collected' }, read, measures)
    }),
  ]
  return { years, year, measures: [...measures.values()], institutions }
})

/** The first row of each: rows come newest revision first. */
function newestOf<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> {
  const newest = new Map<string, T>()
  for (const row of rows) if (!newest.has(keyOf(row))) newest.set(keyOf(row), row)
  return newest
}

function lineOf(
  whose: Pick<SideInstitution, 'code' | 'name' | 'source'>,
  row: Row | null,
  measures: Map<string, Measure>,
): SideInstitution {
  if (row === null) return { ...whose, published: null }
  const { score, perspectives, conditions } = publicSnapshot.parse(row.snapshot)
  const figures = perspectives.flatMap((perspective) => perspective.measures)
  for (const { code, name, unit, better } of figures) measures.set(code, measures.get(code) ?? { code, name, unit, better })
  return {
    ...whose,
    published: {
      revision: row.revision,
      publishedOn: row.on,
      score: score.official,
      band: score.band,
      onTarget: score.onTarget,
      measures: score.measures,
      conditions,
      figures: figures.map(({ code, actual, target, score: points, reached, n, interval }) => ({
        code,
        actual,
        target,
        score: points,
        reached,
        n,
        interval,
      })),
    },
  }
}
