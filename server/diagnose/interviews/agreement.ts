import { type agreementLine, readAgreement } from '@milepost/contract/diagnose/interviews'
import { cutSentences } from '@milepost/contract/diagnose/sentences'
import { Refusal } from '@milepost/contract/refusals'
import { cohenKappa } from '@milepost/statistics/cohenKappa'
import { krippendorff } from '@milepost/statistics/krippendorff'
import type { z } from 'zod'
import { serve } from '../../platform/http/serve.ts'
import { findWave } from '../waves/data.ts'
import { codebookOf } from './codebook.ts'
import { type CodingRow, type InterviewRow, listCodings, listFinished, listInterviewRows } from './data.ts'

/** One sentence somebody was asked to judge twice: which codes each of the two put on it. */
type Unit = {
  readonly interview: InterviewRow
  readonly start: number
  readonly text: string
  readonly first: ReadonlySet<string>
  readonly second: ReadonlySet<string>
}

export const readAgreementRoute = serve(readAgreement, {
  run: async ({ tx, institutionId, input, library }) => {
    const wave = await findWave(tx, institutionId, input.waveId)
    if (!wave) throw new Refusal('not-found')
    const rows = (await listInterviewRows(tx, institutionId, input.waveId)).filter((row) => row.transcript !== null)
    const ids = rows.map((row) => row.interview_id)
    const finished = await listFinished(tx, institutionId, ids)
    const codings = await listCodings(tx, institutionId, ids)
    const coded = rows.flatMap((interview) => {
      const [one, other] = finished.filter((coder) => coder.interview_id === interview.interview_id)
      return one && other ? [{ interview, one, other }] : []
    })
    const units = coded.flatMap(({ interview, one, other }) => {
      const of = (coderId: string) => codings.filter((each) => each.interview_id === interview.interview_id && each.coder_id === coderId)
      return unitsOf(interview, of(one.coder_id), of(other.coder_id))
    })
    const used = (await codebookOf(tx, institutionId, library))
      .map((one) => one.code)
      .filter((code) => units.some((unit) => unit.first.has(code) || unit.second.has(code)))
    const over = (codes: readonly string[]) =>
      codes.flatMap((code) => units.map((unit) => [unit.first.has(code), unit.second.has(code)] as const))
    const doubles = rows.filter((row) => row.double_coded && !coded.some((one) => one.interview === row))
    return {
      wave: { zh: wave.name_zh, en: wave.name_en },
      leastKappa: Number(library.interviewGuide.doubleCoding.leastKappa),
      coders: [...new Set(coded.flatMap(({ one, other }) => [one.coder_name, other.coder_name]))],
      interviews: coded.map(({ interview }) => interview.number),
      waiting: doubles.map((row) => ({
        number: row.number,
        missing: 2 - finished.filter((coder) => coder.interview_id === row.interview_id).length,
      })),
      sentences: units.length,
      overall: used.length === 0 ? null : lineOf(null, over(used)),
      codes: used.map((code) => lineOf(code, over([code]))),
      disagreements: units
        .filter((unit) => used.some((code) => unit.first.has(code) !== unit.second.has(code)))
        .map((unit) => ({
          interviewId: unit.interview.interview_id,
          number: unit.interview.number,
          start: unit.start,
          text: unit.text,
          first: [...unit.first],
          second: [...unit.second],
        })),
    }
  },
})

function unitsOf(interview: InterviewRow, first: readonly CodingRow[], second: readonly CodingRow[]): Unit[] {
  const sentences = cutSentences(interview.transcript ?? '').filter((one) => !one.asked)
  return sentences.map(({ start, end, text }) => {
    const on = (codings: readonly CodingRow[]) =>
      new Set(codings.filter((one) => one.start_at < end && start < one.end_at).map((one) => one.code))
    return { interview, start, text, first: on(first), second: on(second) }
  })
}

function lineOf(code: string | null, pairs: readonly (readonly [boolean, boolean])[]): z.infer<typeof agreementLine> {
  const count = (one: boolean, other: boolean) => pairs.filter(([a, b]) => a === one && b === other).length
  const first = pairs.map(([one]) => Number(one))
  const second = pairs.map(([, other]) => Number(other))
  const kappa = cohenKappa(first, second, { levels: [0, 1] })
  const alpha = krippendorff([first, second], 'nominal')
  const computed = kappa.kind === 'computed'
  return {
    code,
    both: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    neither: count(false, false),
    percent: pairs.length === 0 ? null : (100 * (count(true, true) + count(false, false))) / pairs.length,
    kappa: computed ? kappa.kappa : null,
    interval: computed ? { low: kappa.interval.low, high: kappa.interval.high } : null,
    alpha: alpha.kind === 'computed' ? alpha.alpha : null,
    because: computed ? null : kappa.because,
  }
}
