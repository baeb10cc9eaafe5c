import { compare, exact } from '@milepost/exact/exact'
import { roundHalfAway } from '@milepost/exact/rounding'
import type { Band, CardInput, Scheme } from './card.ts'
import type { LocalText } from './localText.ts'
import type { NodeFlag } from './nodeStates.ts'
import type { RolledNode } from './rollUp.ts'
import { shareOfBp } from './scheme.ts'

export type Status = {
  kind: StatusKind
  /** The band's code (A, B, C, D) when the node has one: always for `band`, the one after the veto for `veto`. */
  band: string | null
  label: LocalText
}
export type StatusKind = 'suspended' | 'not-applicable' | 'insufficient-coverage' | 'late' | 'veto' | 'band' | 'unscored' | 'monitored'

export type StatusRules = { mode: CardInput['mode'] } & Required<
  Pick<Scheme, 'bands' | 'coverageGateBp' | 'notApplicableGateBp' | 'admittedByCommittee'>
>
export type Standing = { status: Status; flags: NodeFlag[]; provisional: boolean; children: Standing[] }

const LABELS: Record<Exclude<StatusKind, 'band'>, LocalText> = {
  suspended: { zh: '暂停计分', en: 'Suspended' },
  'not-applicable': { zh: '不适用', en: 'Not applicable' },
  'insufficient-coverage': { zh: '数据不足', en: 'Not enough data' },
  late: { zh: '逾期未报', en: 'Late' },
  veto: { zh: '一票否决', en: 'Veto' },
  unscored: { zh: '不计分', en: 'Not scored' },
  monitored: { zh: '仅监测', en: 'Monitored only' },
}

/** The band an official score falls into: half-open, highest first; the lowest band has no floor. */
export function bandOf(official: string, bands: readonly Band[]): Band {
  const ordered = bands.toSorted((a, b) => compare(b.from, a.from))
  return ordered.find((band) => compare(official, band.from) >= 0) ?? ordered[ordered.length - 1]!
}

/** The status that is a band of the scheme. */
export const bandStatus = (band: Band): Status => ({ kind: 'band', band: band.code, label: band.name })
/** A status that is no band: why there is none, with the band it would have been where that is known. */
export const plainStatus = (kind: Exclude<StatusKind, 'band'>, band: Band | null = null): Status => ({
  kind,
  band: band?.code ?? null,
  label: band ? { zh: `${LABELS[kind].zh}（${band.name.zh}）`, en: `${LABELS[kind].en} (${band.name.en})` } : LABELS[kind],
})

/**
 * First match wins: suspended, not applicable, insufficient coverage, late, veto, band.
 * The band looks at pace while the period is open and at the official score when it is closed; with something late or
 * missing below, a live node is never in the highest band.
 */
export function standingOf(node: RolledNode, rules: StatusRules): Standing {
  const children = node.children.map((child) => standingOf(child, rules))
  const gates = gateFlags(node, rules)
  const provisional = gates.some((flag) => flag === 'coverage-below-gate' || flag === 'not-applicable-above-gate')
  const flags = [...gates, ...plainFlags(node)]
  const status = firstMatch(node, rules, provisional)
  const limit = node.rule === 'limiting' && node.state === 'scored' ? limitOf(node, children, rules.bands) : null
  if (!limit || !isWorse(limit, status, rules.bands)) return { status, flags, provisional, children }
  return { status: limit, flags: [...flags, 'limited-by-critical-child'], provisional, children }
}

function firstMatch(node: RolledNode, rules: StatusRules, provisional: boolean): Status {
  if (node.state === 'suspended' || node.state === 'not-applicable' || node.state === 'monitored' || node.state === 'unscored')
    return plainStatus(node.state)
  const silent = node.state === 'excluded'
  if (silent && node.children.length === 0 && node.has.late) return plainStatus('late')
  if (silent || provisional || node.score === null) return plainStatus('insufficient-coverage')
  const shown = rules.mode === 'live' && node.pace ? roundHalfAway(node.pace, 2) : roundHalfAway(node.score, 2)
  const band = notTheHighest(node, rules)
    ? worseOf(bandOf(shown, rules.bands), second(rules.bands), rules.bands)
    : bandOf(shown, rules.bands)
  return node.scoreBeforeVeto === null ? bandStatus(band) : plainStatus('veto', band)
}

const notTheHighest = (node: RolledNode, { mode }: StatusRules): boolean => mode === 'live' && (node.has.late || node.has.missing)
const rank = (band: Band, bands: readonly Band[]): number =>
  bands.toSorted((a, b) => compare(b.from, a.from)).findIndex(({ code }) => code === band.code)
const second = (bands: readonly Band[]): Band => {
  const ordered = bands.toSorted((a, b) => compare(b.from, a.from))
  return ordered[1] ?? ordered[0]!
}
/** The lower of two bands of the scheme; the first when they are the same. */
export const worseOf = (a: Band, b: Band, bands: readonly Band[]): Band => (rank(a, bands) >= rank(b, bands) ? a : b)

function gateFlags(node: RolledNode, { coverageGateBp, notApplicableGateBp, admittedByCommittee }: StatusRules): NodeFlag[] {
  if (node.children.length === 0 || node.state !== 'scored') return []
  const { decided, notApplicable } = node.coverage
  const thin = decided !== null && compare(decided, shareOfBp(coverageGateBp)) < 0
  const hollow = notApplicable !== null && compare(notApplicable, shareOfBp(notApplicableGateBp)) > 0
  const flags: NodeFlag[] = []
  if (thin && !admittedByCommittee.coverage) flags.push('coverage-below-gate')
  if (hollow && !admittedByCommittee.notApplicable) flags.push('not-applicable-above-gate')
  if ((thin && admittedByCommittee.coverage) || (hollow && admittedByCommittee.notApplicable)) flags.push('admitted-by-committee')
  return flags
}

function plainFlags(node: RolledNode): NodeFlag[] {
  const doubled = !exact(node.nominalOnWhole).equals(0) && compare(node.effective, exact(node.nominalOnWhole).mul(2n, 1n)) > 0
  const raised: [NodeFlag, boolean][] = [
    ['missing-as-zero', node.has.ruledZero],
    ['has-missing', node.has.missing],
    ['has-late', node.has.late],
    ['child-capped', node.has.cappedChild],
    ['effective-weight-doubled', doubled],
    ['vetoed', node.scoreBeforeVeto !== null],
  ]
  return raised.filter(([, holds]) => holds).map(([flag]) => flag)
}

/** The worst status among the critical children that have one to give. */
function limitOf(node: RolledNode, children: Standing[], bands: readonly Band[]): Status | null {
  const critical = children.filter((_, index) => node.children[index]?.critical).map(({ status }) => status)
  return critical.reduce<Status | null>((worst, status) => (worst === null || isWorse(status, worst, bands) ? status : worst), null)
}

/** Order of alarm: no data, late, then bands from the lowest up; what is not applicable or only monitored limits nobody. */
function isWorse(a: Status, b: Status, bands: readonly Band[]): boolean {
  const alarm = (status: Status): number => {
    if (status.kind === 'insufficient-coverage') return 1000
    if (status.kind === 'late') return 999
    const band = bands.find(({ code }) => code === status.band)
    return band ? rank(band, bands) : -1
  }
  return alarm(a) > alarm(b)
}
