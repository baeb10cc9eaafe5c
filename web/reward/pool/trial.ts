import type { OutputOf } from '@milepost/contract/endpoint'
import { payRunInput } from '@milepost/contract/reward/basis'
import { type PaySettings, type PoolFinding, paySettings, poolFindings } from '@milepost/contract/reward/factors'
import { basisPointsOfPercent, fenOfYuan, plainPercent, plainYuan } from '@milepost/contract/reward/money'
import { type PayPicture, pictureOf } from '@milepost/contract/reward/picture'
import type { readPool } from '@milepost/contract/reward/pools'
import { payPool } from '@milepost/pay/payPool'
import type { PayRefusal } from '@milepost/pay/payRun'
import { type PayChanges, payChanges } from '@milepost/pay/spread'
import type { Bilingual } from '@milepost/terms/bilingual'
import { isAmount, isReserve } from '../typedAmounts.ts'

export type PoolView = OutputOf<typeof readPool>

/** A pool as it is being changed: everything as typed. */
export type Draft = {
  readonly name: { readonly zh: string; readonly en: string }
  readonly amount: string
  readonly reserve: string
  readonly settings: PaySettings
}

export const draftOf = ({ pool }: PoolView): Draft => ({
  name: pool.name,
  amount: plainYuan(pool.amountFen),
  reserve: plainPercent(pool.reserveBp),
  settings: pool.settings,
})

/** May it be sent and computed? While somebody is still typing it may not. */
export const isReadable = ({ amount, reserve, settings }: Draft): boolean =>
  isAmount(amount) && isReserve(reserve) && paySettings.safeParse(settings).success

/**
 * The pool as it is tried out on the results of an earlier cycle: nothing that was computed on its own people is compared with it.
 * The pool itself where there are no such results.
 */
export const onEarlier = (view: PoolView): PoolView => (view.earlier ? { ...view, basis: view.earlier.basis, latest: null } : view)

export type Trial =
  | { readonly kind: 'typing' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unfit' }
  /** `at`: the setting it is about; null: none. */
  | { readonly kind: 'refused'; readonly text: Bilingual; readonly at: string | null }
  | { readonly kind: 'shared'; readonly picture: PayPicture }

/** The pool shared out as it stands on the screen, by the engine the server computes with; null for an approved pool. */
export function tryOut({ basis, mustCut }: PoolView, draft: Draft): Trial | null {
  if (basis === null) return null
  if (basis.people.length === 0) return { kind: 'nobody' }
  if (!isReadable(draft)) return { kind: 'typing' }
  if (findingsOf(mustCut, draft).some((finding) => finding.severity === 'blocks')) return { kind: 'unfit' }
  const amounts = { amountFen: fenOfYuan(draft.amount), reserveBp: basisPointsOfPercent(draft.reserve) }
  const run = payPool(payRunInput(basis, { amounts, settings: draft.settings, mustCut: mustCut.map(({ grade }) => grade) }))
  return run.kind === 'refused'
    ? { kind: 'refused', text: run.text, at: SETTING_OF[run.because] ?? null }
    : { kind: 'shared', picture: pictureOf(basis, run) }
}

/** The setting that stops a run, to be marked where it stands. */
const SETTING_OF: Partial<Record<PayRefusal, string>> = {
  'lower-bounds-exceed-pool': 'personLeast',
  'upper-bounds-below-pool': 'personMost',
  'bounds-crossed': 'personLeast',
  'unit-without-score': 'unitWithoutScore',
  'person-without-score': 'personWithoutScore',
}

/** What is wrong with the draft, or odd; it needs nobody to share among. */
export const findingsOf = (mustCut: PoolView['mustCut'], draft: Draft): PoolFinding[] =>
  isReadable(draft)
    ? poolFindings(
        draft.settings,
        { amountFen: fenOfYuan(draft.amount), reserveBp: basisPointsOfPercent(draft.reserve) },
        mustCut.map(({ grade }) => grade),
      )
    : []

/** What is said at each setting: what is wrong with it, and what stops the run there. */
export function faultsAt(findings: readonly PoolFinding[], trial: Trial | null): ReadonlyMap<string, readonly Bilingual[]> {
  const said = new Map<string, Bilingual[]>()
  const put = (at: string, message: Bilingual) => said.set(at, [...(said.get(at) ?? []), message])
  for (const { at, message, severity } of findings) if (severity === 'blocks') put(at, message)
  if (trial?.kind === 'refused' && trial.at !== null) put(trial.at, trial.text)
  return said
}

export type Shown = {
  readonly picture: PayPicture
  /** `trial`: not kept; `kept`: the last computation. */
  readonly standing: 'trial' | 'kept'
  /** Against the last computation for a trial, against the one before for a kept one. null: there is none. */
  readonly changes: PayChanges | null
}

/** What is shown: the trial while it differs from what was computed last, else the computation itself. */
export function shownOf({ latest }: PoolView, trial: Trial | null): Shown | null {
  const kept = latest && amountsOf(latest.picture)
  if (trial?.kind === 'shared') {
    const changes = kept && payChanges(kept, amountsOf(trial.picture))
    if (changes === null || changes.changes.length > 0) return { picture: trial.picture, standing: 'trial', changes }
  }
  if (!latest || !kept) return null
  const before = new Map(Object.entries(latest.before))
  return { picture: latest.picture, standing: 'kept', changes: before.size === 0 ? null : payChanges(before, kept) }
}

const amountsOf = ({ lines }: PayPicture): ReadonlyMap<string, number> => new Map(lines.map((line) => [line.personId, line.amountFen]))

/** A round end for an axis of amounts in yuan. */
export function axisEnd(highestFen: number): number {
  const yuan = Math.max(1, highestFen / 100)
  const power = 10 ** Math.floor(Math.log10(yuan))
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= yuan) ?? 10) * power
}
