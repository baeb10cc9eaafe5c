import { toNumber } from '@milepost/exact/exact'
import type { CardInput } from './card.ts'
import type { CardResult, MeasureResult, NodeResult } from './cardResult.ts'
import type { LocalText } from './localText.ts'
import { schemeOf } from './scheme.ts'
import { scoreCard } from './scoreCard.ts'
import { spreadShares } from './spreadShares.ts'

/** A source of chance handed in by the caller: each call gives a number of [0, 1). */
export type Chance = () => number

/** What a draft scheme would have done to past values. Scores in points. Everything for review: nobody is appraised by it. */
export type DryRun = {
  readonly cards: number
  readonly scored: number
  /** Cards without a score, by the state they are in. */
  readonly withoutScore: Readonly<Record<string, number>>
  /** null when no card has a score. */
  readonly spread: Spread | null
  readonly bands: readonly { readonly code: string; readonly cards: number }[]
  readonly measures: readonly MeasureDryRun[]
  readonly stability: Stability
  readonly findings: readonly DryRunFinding[]
}
/** Quantiles are those of spreadsheets (type 7). */
export type Spread = {
  readonly n: number
  readonly least: number
  readonly q1: number
  readonly median: number
  readonly q3: number
  readonly most: number
  readonly mean: number
  readonly sd: number | null
}
export type MeasureDryRun = {
  readonly id: string
  readonly name: LocalText
  /** Cards it is on, and those on which it has a score. */
  readonly n: number
  readonly scored: number
  readonly spread: Spread | null
  /** Share of the scored at the cap, and at the floor: where the measure no longer tells anybody apart. */
  readonly ceiling: number | null
  readonly floor: number | null
  readonly missing: number
  readonly notApplicable: number
  /** Mean designed share of the whole card, and the share of the spread of scores the measure really decides; null when that cannot be found. */
  readonly weight: number
  readonly decides: number | null
}
export type Stability =
  | {
      readonly kind: 'computed'
      readonly draws: number
      readonly within: number
      /** Mean over draws and cards of how many places a card moves. */
      readonly meanShift: number
      /** Share of draws in which the same card stays first. */
      readonly firstStays: number
      /** Mean share of the top fifth that stays in it. */
      readonly topFifthStays: number
      /** Places between which nine draws in ten put each card. */
      readonly ranks: readonly { readonly cardId: string; readonly rank: number; readonly from: number; readonly to: number }[]
    }
  | { readonly kind: 'undefined'; readonly because: 'too-few-cards' | 'no-draws' }
export type DryRunFinding = {
  readonly code: DryRunCode
  readonly measure: string | null
  readonly value: number
  readonly message: LocalText
}
export type DryRunCode =
  | 'ceiling'
  | 'floor'
  | 'decides-much-more'
  | 'decides-much-less'
  | 'often-missing'
  | 'scores-too-alike'
  | 'ranks-shake'

/**
 * Applies a draft scheme to past or sample values before it is adopted: how scores spread, which measures stand at their ceiling or floor,
 * which share of the spread each measure really decides (weight x covariance with the total over its variance, needs five full cards), and
 * how ranks move when every weight is drawn anew within `within` (0.3: plus or minus 30 %) of itself. Measures of different cards are the
 * same when they share `code` (or id). Chance is the caller's.
 */
export function dryRun(
  cards: readonly CardInput[],
  given: { readonly draws: number; readonly chance: Chance; readonly within?: number },
): DryRun {
  const results = cards.map((card) => scoreCard(card))
  const scored = results.flatMap((result, at) => (result.final === null ? [] : [{ result, card: cards[at]! }]))
  const finals = scored.map(({ result }) => toNumber(result.final?.score ?? '0'))
  const withoutScore: Record<string, number> = {}
  for (const { final, tree } of results) if (final === null) withoutScore[tree.state] = (withoutScore[tree.state] ?? 0) + 1
  const measures = measuresOf(cards, results)
  const stability = stabilityOf(
    scored.map(({ result, card }) => leavesOf(result, card)),
    given,
  )
  const spread = spreadOf(finals)
  return {
    cards: cards.length,
    scored: scored.length,
    withoutScore,
    spread,
    bands: bandsOf(cards, results),
    measures,
    stability,
    findings: findingsOf({ measures, spread, stability }),
  }
}

function spreadOf(values: readonly number[]): Spread | null {
  const n = values.length
  if (n === 0) return null
  const ordered = values.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const place = share * (n - 1)
    const below = ordered[Math.floor(place)]!
    return below + (place - Math.floor(place)) * (ordered[Math.ceil(place)]! - below)
  }
  const mean = values.reduce((sum, one) => sum + one, 0) / n
  const sd = n < 2 ? null : Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1))
  return { n, least: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), most: at(1), mean, sd }
}

function bandsOf(cards: readonly CardInput[], results: readonly CardResult[]): DryRun['bands'] {
  const codes = [...new Set(cards.flatMap((card) => schemeOf(card.scheme).bands.map(({ code }) => code)))]
  return codes.map((code) => ({ code, cards: results.filter(({ status }) => status.band === code).length }))
}

type Place = { key: string; result: MeasureResult; node: NodeResult; name: LocalText; floor: number; cap: number }

function placesOf(card: CardInput, result: CardResult): Place[] {
  const scheme = schemeOf(card.scheme)
  const nodes = new Map(leaves(result.tree).map((node) => [node.id, node]))
  const inputs = card.perspectives.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures))
  return result.measures.map((one, at) => {
    const input = inputs[at]!
    return {
      key: input.code ?? input.id,
      result: one,
      node: nodes.get(one.id)!,
      name: input.name,
      floor: toNumber(input.floor ?? scheme.floor),
      cap: toNumber(input.cap ?? scheme.cap),
    }
  })
}

const leaves = (node: NodeResult): NodeResult[] => (node.kind === 'measure' ? [node] : node.children.flatMap(leaves))

function measuresOf(cards: readonly CardInput[], results: readonly CardResult[]): MeasureDryRun[] {
  const all = results.map((result, at) => placesOf(cards[at]!, result))
  const keys = [...new Set(all.flat().map(({ key }) => key))]
  const weights = new Map(
    keys.map((key) => {
      const own = all.flat().filter((place) => place.key === key)
      return [key, own.reduce((sum, { node }) => sum + toNumber(node.weight.nominalOnWhole), 0) / own.length]
    }),
  )
  const rows = all.map((places) =>
    Object.fromEntries(places.flatMap(({ key, result }) => (result.score === null ? [] : [[key, toNumber(result.score)]]))),
  )
  const decided = spreadShares(
    keys.map((id) => ({ id, weightBp: weights.get(id) ?? 0 })),
    rows,
  )
  const shares = new Map(decided.kind === 'shares' ? decided.shares.map(({ id, share }) => [id, share]) : [])
  return keys.map((key) => {
    const own = all.flat().filter((place) => place.key === key)
    const withScore = own.filter(({ result }) => result.score !== null)
    const share = (holds: (place: Place) => boolean): number | null =>
      withScore.length === 0 ? null : withScore.filter(holds).length / withScore.length
    return {
      id: key,
      name: own[0]!.name,
      n: own.length,
      scored: withScore.length,
      spread: spreadOf(withScore.map(({ result }) => toNumber(result.score ?? '0'))),
      ceiling: share(({ result, cap }) => toNumber(result.score ?? '0') >= cap),
      floor: share(({ result, floor }) => toNumber(result.score ?? '0') <= floor),
      missing: own.filter(
        ({ result }) => result.flags.includes('missing-as-zero') || result.because === 'missing' || result.because === 'no-values',
      ).length,
      notApplicable: own.filter(({ result }) => result.state === 'not-applicable').length,
      weight: weights.get(key) ?? 0,
      decides: shares.get(key) ?? null,
    }
  })
}

type Leaves = { cardId: string; leaves: { key: string; weight: number; score: number }[] }

function leavesOf(result: CardResult, card: CardInput): Leaves {
  const places = placesOf(card, result).filter(({ result: one }) => one.score !== null)
  return {
    cardId: result.cardId,
    leaves: places.map(({ key, node, result: one }) => ({
      key,
      weight: toNumber(node.weight.effective),
      score: toNumber(one.score ?? '0'),
    })),
  }
}

/** Ranks again and again with every measure's weight drawn within a share of itself, the same draw for all cards. */
function stabilityOf(
  cards: readonly Leaves[],
  { draws, chance, within = 0.3 }: { draws: number; chance: Chance; within?: number },
): Stability {
  if (cards.length < 2) return { kind: 'undefined', because: 'too-few-cards' }
  if (!(draws > 0)) return { kind: 'undefined', because: 'no-draws' }
  const keys = [...new Set(cards.flatMap(({ leaves: own }) => own.map(({ key }) => key)))]
  const totals = (factors: ReadonlyMap<string, number>): number[] =>
    cards.map(({ leaves: own }) => {
      let [points, weight] = [0, 0]
      for (const one of own) {
        const drawn = one.weight * (factors.get(one.key) ?? 1)
        points += drawn * one.score
        weight += drawn
      }
      return weight === 0 ? 0 : points / weight
    })
  const base = ranksOf(totals(new Map()))
  const top = Math.max(1, Math.floor(cards.length / 5))
  const leader = base.indexOf(Math.min(...base))
  const drawnRanks = cards.map((): number[] => [])
  let [shift, firsts, kept] = [0, 0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const ranks = ranksOf(totals(new Map(keys.map((key) => [key, 1 + within * (2 * chance() - 1)]))))
    if (ranks[leader] === 1) firsts++
    kept += ranks.filter((rank, at) => rank <= top && base[at]! <= top).length / base.filter((rank) => rank <= top).length
    for (const [at, rank] of ranks.entries()) {
      shift += Math.abs(rank - base[at]!)
      drawnRanks[at]!.push(rank)
    }
  }
  return {
    kind: 'computed',
    draws,
    within,
    meanShift: shift / (draws * cards.length),
    firstStays: firsts / draws,
    topFifthStays: kept / draws,
    ranks: cards.map(({ cardId }, at) => {
      const ordered = drawnRanks[at]!.toSorted((a, b) => a - b)
      return { cardId, rank: base[at]!, from: ordered[Math.floor(0.05 * (draws - 1))]!, to: ordered[Math.ceil(0.95 * (draws - 1))]! }
    }),
  }
}

/** 1 for the highest; equal scores share the better place. */
function ranksOf(scores: readonly number[]): number[] {
  const ordered = scores.toSorted((a, b) => b - a)
  return scores.map((own) => 1 + ordered.findIndex((score) => score - own <= 1e-9))
}

function findingsOf({ measures, spread, stability }: Pick<DryRun, 'measures' | 'spread' | 'stability'>): DryRunFinding[] {
  const found = measures.flatMap((measure): DryRunFinding[] => {
    const { id, name, ceiling, floor, decides, weight, missing, n } = measure
    const percent = (share: number): string => `${(share * 100).toFixed(0)} %`
    const say = (code: DryRunCode, value: number, zh: string, en: string): DryRunFinding => ({
      code,
      measure: id,
      value,
      message: { zh: `“${name.zh}”：${zh}`, en: `"${name.en}": ${en}` },
    })
    return [
      ...(ceiling !== null && ceiling >= 0.5 && n > 1
        ? [
            say(
              'ceiling',
              ceiling,
              `${percent(ceiling)} 已到封顶分，拉不开差距`,
              `${percent(ceiling)} stand at the cap, it tells them apart no more`,
            ),
          ]
        : []),
      ...(floor !== null && floor >= 0.5 && n > 1
        ? [
            say(
              'floor',
              floor,
              `${percent(floor)} 为最低分，目标可能过高`,
              `${percent(floor)} stand at the floor, the target may be out of reach`,
            ),
          ]
        : []),
      ...(decides !== null && weight > 0 && decides > 2 * weight
        ? [
            say(
              'decides-much-more',
              decides,
              `权重 ${percent(weight)}，却决定了 ${percent(decides)} 的差距`,
              `it weighs ${percent(weight)} and decides ${percent(decides)} of the differences`,
            ),
          ]
        : []),
      ...(decides !== null && weight > 0 && decides < weight / 2
        ? [
            say(
              'decides-much-less',
              decides,
              `权重 ${percent(weight)}，只决定了 ${percent(decides)} 的差距`,
              `it weighs ${percent(weight)} and decides only ${percent(decides)} of the differences`,
            ),
          ]
        : []),
      ...(missing > 0.2 * n
        ? [say('often-missing', missing / n, `${percent(missing / n)} 没有数据`, `${percent(missing / n)} have no data`)]
        : []),
    ]
  })
  const whole: DryRunFinding[] = []
  if (spread?.sd != null && spread.n >= 5 && spread.sd < 1)
    whole.push({
      code: 'scores-too-alike',
      measure: null,
      value: spread.sd,
      message: {
        zh: `总分标准差只有 ${spread.sd.toFixed(2)}，名次多由小数决定`,
        en: `scores spread by only ${spread.sd.toFixed(2)}; decimals would decide the ranks`,
      },
    })
  if (stability.kind === 'computed' && stability.topFifthStays < 0.7)
    whole.push({
      code: 'ranks-shake',
      measure: null,
      value: stability.topFifthStays,
      message: {
        zh: `权重上下浮动 ${(stability.within * 100).toFixed(0)} % 时，前五分之一只有 ${(stability.topFifthStays * 100).toFixed(0)} % 不变`,
        en: `with weights moved by up to ${(stability.within * 100).toFixed(0)} %, only ${(stability.topFifthStays * 100).toFixed(0)} % of the top fifth stay in it`,
      },
    })
  return [...found, ...whole]
}
