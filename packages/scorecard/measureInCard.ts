import { div, type Exact, exact, HUNDRED, isZero, min, mul, ONE, sub, ZERO } from '@milepost/exact/exact'
import { roundHalfAway, toExactText } from '@milepost/exact/rounding'
import { type Line, scaleLine, toAnchors } from './anchors.ts'
import type { CardPeriod, MeasureInput } from './card.ts'
import type { MeasureResult } from './cardResult.ts'
import type { Because, MeasureFlag } from './nodeStates.ts'
import { expectedShare } from './pace.ts'
import { type ActualState, type Flow, readActual } from './readActual.ts'
import type { Leaf } from './rollUp.ts'
import { scoreMeasure } from './scoreMeasure.ts'
import { attain, holdBetween } from './scoreReading.ts'
import { compileRule, targetOf } from './scoringFunctions.ts'
import { NOTHING_MOVES, type WhatMoves, whatMoves } from './whatMoves.ts'

export type MeasureInCard = {
  result: Omit<MeasureResult, 'perspectiveId' | 'objectiveId' | 'whatMoves'>
  leaf: Leaf
  /** Answered once the roll-up knows the measure's effective weight. */
  movesWith(effective: Exact, parentCap: Exact): WhatMoves
}
export type MeasureSetting = { mode: 'live' | 'official'; period: CardPeriod; floor: Exact; cap: Exact; minN: number }

/** One measure from its values to its score: aggregate, scale a flow's target, score, and take off the share that is missing. */
export function measureInCard(measure: MeasureInput, setting: MeasureSetting): MeasureInCard {
  const state = readActual(measure, setting.mode, setting.minN)
  const bounds = { floor: measure.floor ? exact(measure.floor) : setting.floor, cap: measure.cap ? exact(measure.cap) : setting.cap }
  const { found } = state
  if (measure.rule.kind === 'unscored') return withoutScore(measure, state, { kind: 'monitored', because: 'monitored-only' })
  const compiled = compileRule(measure.rule, bounds.cap)
  if (compiled.kind === 'refused') return withoutScore(measure, state, { kind: 'excluded', because: compiled.because })
  if (found.kind === 'missing-as-zero') return ruled(measure, state, ZERO, 'missing-as-zero')
  if (found.kind === 'undefined-as-full') return ruled(measure, state, min(HUNDRED, bounds.cap), 'undefined-as-full')
  if (found.kind !== 'reading') return withoutScore(measure, state, { ...found, ...(found.kind === 'excluded' ? silence(state) : {}) })
  const scales = scalesOf(measure, setting.period, found.flow, targetOf(compiled))
  const scored = scoreMeasure(found.reading, measure.rule, { ...bounds, targetScale: scales.target })
  if (scored.kind === 'unscored') return withoutScore(measure, state, { kind: 'excluded', because: scored.because })
  const counted = sub(ONE, found.missingShare)
  const score = mul(scored.score, counted)
  const line: Line | null = compiled.kind === 'line' ? scaleLine(compiled.line, scales.target) : null
  const value = found.reading.kind === 'figure' ? found.reading.value : ZERO
  const pace = setting.mode === 'live' && scales.expected && line ? paceOf(measure, scales, value, bounds) : null
  return {
    result: {
      ...emptyResult(measure, state),
      state: 'scored',
      targetScale: toExactText(scales.target),
      attainment: scored.attainment,
      attainmentOfficial: scored.attainmentOfficial,
      score: toExactText(score),
      official: roundHalfAway(score, 2),
      pace,
      anchors: line && toAnchors(line),
      segment: scored.segment,
      flags: [...scored.flags, ...state.flags],
    },
    leaf: { kind: 'scored', score, ...(pace && { pace: pace.score }), ...silence(state) },
    movesWith: (effective, parentCap) => whatMoves({ compiled, line, x: value, score, counted, ...bounds, parentCap, effective }),
  }
}

type Scales = { target: Exact; expected: Exact | null }

/** How much of the target stands for this card (a window, values left out), and how much of it is due on the day asked for. */
function scalesOf(measure: MeasureInput, period: CardPeriod, flow: Flow | null, target: Exact | null): Scales {
  if (!flow) return { target: ONE, expected: null }
  if (flow.stated && target && !isZero(target)) {
    return { target: div(flow.stated.target, target), expected: div(flow.stated.toDate, flow.stated.target) }
  }
  const span = measure.window ?? period
  const window = measure.window ? expectedShare({ span: period, part: span, profile: measure.profile }) : null
  const due = period.asOf ? expectedShare({ span, part: { from: span.from, to: period.asOf }, profile: measure.profile }) : null
  return {
    target: mul(flow.share, window?.kind === 'share' ? window.share : ONE),
    expected: due?.kind === 'share' && !isZero(due.share) ? due.share : null,
  }
}

function paceOf(measure: MeasureInput, scales: Scales, value: Exact, { floor, cap }: { floor: Exact; cap: Exact }): MeasureResult['pace'] {
  const expected = scales.expected ?? ONE
  const got = attain(compileRule(measure.rule, cap), { kind: 'figure', value }, mul(scales.target, expected))
  if (got.kind === 'unscored') return null
  const { score } = holdBetween(got.attainment, floor, cap)
  return {
    expectedShare: toExactText(expected),
    attainment: roundHalfAway(got.attainment, 2),
    score: toExactText(score),
    official: roundHalfAway(score, 2),
  }
}

/** What is silent under a measure although it is due: a live parent of it is never in the highest band. */
function silence({ sorted }: ActualState): { late: boolean; missing: boolean } {
  const leftOut = sorted.filter(({ fate }) => fate === 'left-out')
  return { late: leftOut.some(({ because }) => because === 'late'), missing: leftOut.some(({ because }) => because === 'missing') }
}

function ruled(measure: MeasureInput, state: ActualState, score: Exact, flag: MeasureFlag): MeasureInCard {
  const full = flag === 'undefined-as-full'
  const flags = [...new Set([...state.flags, flag])]
  const result = {
    ...emptyResult(measure, state),
    state: 'scored' as const,
    score: toExactText(score),
    official: roundHalfAway(score, 2),
    flags,
  }
  const because: Because = full ? 'undefined' : 'missing'
  return { result: { ...result, because }, leaf: { kind: 'scored', score, ruledZero: !full }, movesWith: () => NOTHING_MOVES }
}

function withoutScore(measure: MeasureInput, state: ActualState, leaf: Exclude<Leaf, { kind: 'scored' }>): MeasureInCard {
  const flags: MeasureFlag[] =
    leaf.kind === 'not-applicable' && measure.redistributionApproved ? [...state.flags, 'redistribution-approved'] : state.flags
  return {
    result: { ...emptyResult(measure, state), state: leaf.kind, because: leaf.because, flags },
    leaf,
    movesWith: () => NOTHING_MOVES,
  }
}

function emptyResult(measure: MeasureInput, { actual, flags }: ActualState): MeasureInCard['result'] {
  return {
    id: measure.id,
    state: 'unscored',
    actual,
    targetScale: '1',
    attainment: null,
    attainmentOfficial: null,
    score: null,
    official: null,
    pace: null,
    anchors: null,
    segment: null,
    flags,
  }
}
