import { findPersonalData, withoutPersonalData } from '@milepost/anonymity/personalData'
import { hiddenParts } from '@milepost/anonymity/suppression'
import { reportingRules } from '@milepost/anonymity/threshold'
import { passageOf } from '@milepost/contract/diagnose/sentences'
import { readVoices } from '@milepost/contract/diagnose/voices'
import { Refusal } from '@milepost/contract/refusals'
import { mean } from '@milepost/statistics/moments'
import type { Bilingual } from '@milepost/terms/bilingual'
import { listPeople } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { findWave, listStrata } from '../waves/data.ts'
import { belongsTo, codebookOf } from './codebook.ts'
import { type CodingRow, type InterviewRow, listCodings, listFinished, listInterviewRows } from './data.ts'

const ALL_LEVELS: Bilingual = { zh: '受访者（不分层级）', en: 'an interviewee (level not told)' }

export const readVoicesRoute = serve(readVoices, {
  run: async ({ tx, institutionId, input, library, today }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    if (!wave) throw new Refusal('not-found')
    return {
      wave: { zh: wave.name_zh, en: wave.name_en },
      ...(await voicesOf(tx, { institutionId, waveId: input.waveId, library, today })),
    }
  },
})

type Asked = { readonly institutionId: string; readonly waveId: string; readonly library: Library; readonly today: string }

/**
 * What the interviews say, for people who do not code: how many raised each code, by levels of at least the least number of interviewees (one more
 * is hidden where the rest would give a small one away), and passages marked as quotable with what identifies somebody taken out.
 */
export async function voicesOf(tx: Tx, { institutionId, waveId, library, today }: Asked) {
  const rows = await listInterviewRows(tx, institutionId, waveId)
  const ids = rows.map((row) => row.interview_id)
  const codings = await listCodings(tx, institutionId, ids)
  const finished = await listFinished(tx, institutionId, ids)
  const counted = rows.filter(
    (row) =>
      row.transcript !== null &&
      (codings.some((one) => one.interview_id === row.interview_id) || finished.some((one) => one.interview_id === row.interview_id)),
  )
  const levels = (await listStrata(tx, institutionId, [waveId])).map((one) => ({
    code: one.code,
    name: { zh: one.name_zh, en: one.name_en || one.name_zh },
    interviewed: counted.filter((row) => row.stratum_code === one.code).length,
  }))
  const least = reportingRules({}).rules.leastForNumbers
  const base = { least, planned: rows.length }
  const parts = levels.map((one) => ({ id: one.code, n: one.interviewed }))
  const hidden = hiddenParts(counted.length, parts, least)
  if (counted.length < least)
    return { ...base, interviewed: null, strata: levels.map((one) => ({ ...one, interviewed: null })), rows: [], quotes: [] }
  const codes = await codebookOf(tx, institutionId, library)
  const raisedBy = (code: string) => {
    const under = codings.filter((one) => belongsTo(codes, one.code, code))
    const who = counted.filter((row) => under.some((one) => one.interview_id === row.interview_id))
    return { under, who }
  }
  const names = (await listPeople(tx, institutionId, today)).flatMap((one) => [one.name, one.nameEn])
  return {
    ...base,
    interviewed: counted.length,
    strata: levels.map((one) => ({ ...one, interviewed: hidden.has(one.code) ? null : one.interviewed })),
    rows: codes
      .filter((one) => !one.retired)
      .map((one) => {
        const { under, who } = raisedBy(one.code)
        return {
          code: one.code,
          parent: one.parent,
          kind: one.kind,
          name: one.name,
          raised: who.length,
          percent: (100 * who.length) / counted.length,
          strength: under.length === 0 ? null : mean(under.map((each) => each.strength)),
          byStratum: levels.map((level) => (hidden.has(level.code) ? null : who.filter((row) => row.stratum_code === level.code).length)),
        }
      }),
    quotes: withoutPeople(
      quotesOf(codings, counted, (row) => {
        const level = levels.find((one) => one.code === row.stratum_code)
        return level && !hidden.has(level.code) ? level.name : ALL_LEVELS
      }),
      names,
    ),
  }
}

/** Sorted by their own words, so that their order says nothing of the order of interviews; the same passage coded twice is told once. */
function quotesOf(codings: readonly CodingRow[], rows: readonly InterviewRow[], from: (row: InterviewRow) => Bilingual) {
  const seen = new Set<string>()
  return codings
    .flatMap((one) => {
      const row = rows.find((each) => each.interview_id === one.interview_id)
      if (!row || !one.quotable) return []
      const text = passageOf(row.transcript ?? '', one.start_at, one.end_at)
      const key = `${one.code} ${text}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ quoteId: one.coding_id, code: one.code, text, strength: one.strength, from: from(row) }]
    })
    .sort((a, b) => (a.code === b.code ? (a.text < b.text ? -1 : 1) : a.code < b.code ? -1 : 1))
}

const BETWEEN = '\n\u241e\n'

/** All quotes looked through at once: looking for each of some hundred names in each of some hundred quotes takes seconds. */
function withoutPeople<Q extends { readonly text: string }>(quotes: readonly Q[], names: readonly string[]): Q[] {
  const whole = quotes.map((one) => one.text).join(BETWEEN)
  const cleaned = withoutPersonalData(whole, findPersonalData(whole, names)).split(BETWEEN)
  return quotes.map((one, at) => ({ ...one, text: cleaned[at] ?? '' }))
}
