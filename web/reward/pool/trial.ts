import type { OutputOf } from '@milepost/contract/endpoint'
import { payRunInput } from '@milepost/contract/reward/basis'
import { factorFindings, type PaySettings, paySettings } from '@milepost/contract/reward/factors'
import { basisPointsOfPercent, fenOfYuan, plainPercent, plainYuan, yuanTyped } from '@milepost/contract/reward/money'
import { type PayPicture, pictureOf } from '@milepost/contract/reward/picture'
import type { readPool } from '@milepost/contract/reward/pools'
import type { FactorFinding } from '@milepost/pay/lintFactors'
import { payPool } from '@milepost/pay/payPool'
import { type PayChanges, payChanges } from '@milepost/pay/spread'
import type { Bilingual } from '@milepost/terms/bilingual'

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
  yuanTyped.safeParse(amount).success &&
  fenOfYuan(amount) > 0 &&
  yuanTyped.safeParse(reserve).success &&
  basisPointsOfPercent(reserve) <= 10_000 &&
  paySettings.safeParse(settings).success

export type Trial =
  | { readonly kind: 'typing' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'unfit' }
  | { readonly kind: 'refused'; readonly text: Bilingual }
  | { readonly kind: 'shared'; readonly picture: PayPicture }

/** The pool shared out as it stands on the screen, by the engine the server computes with; null for an approved pool. */
export function tryOut({ basis, mustCut }: PoolView, draft: Draft): Trial | null {
  if (basis === null) return null
  if (basis.people.length === 0) return { kind: 'nobody' }
  if (!isReadable(draft)) return { kind: 'typing' }
  if (findingsOf(mustCut, draft).some((finding) => finding.severity === 'blocks')) return { kind: 'unfit' }
  const amounts = { amountFen: fenOfYuan(draft.amount), reserveBp: basisPointsOfPercent(draft.reserve) }
  const run = payPool(payRunInput(basis, { amounts, settings: draft.settings, mustCut: mustCut.map(({ grade }) => grade) }))
  return run.kind === 'refused' ? { kind: 'refused', text: run.text } : { kind: 'shared', picture: pictureOf(basis, run) }
}

export const findingsOf = (mustCut: PoolView['mustCut'], { settings }: Draft): FactorFinding[] =>
  paySettings.safeParse(settings).success
    ? factorFindings(
        settings,
        mustCut.map(({ grade }) => grade),
      )
    : []

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
