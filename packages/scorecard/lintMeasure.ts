import { compare, type Decimal, max, min, mul, parseExact } from '@milepost/exact/exact'
import type { Finding } from './cardResult.ts'
import { MEASURE_LINTS, type MeasureLintCode } from './lintCodes.ts'
import type { MeasureDefinition } from './measureDefinition.ts'
import { RULE_REFUSALS } from './ruleRefusals.ts'
import type { RuleRefusal } from './rules.ts'
import { compileRule } from './scoringFunctions.ts'

export type MeasureLint = {
  measure: string
  /** 100 minus the penalties, never below 0. */
  quality: number
  findings: Finding[]
}

const COUNTABLE = /(率|数|量|度|时长|时间|比例|比重|指数|次数|件数|里程|成本|得分|起数|占比|偏差)(（[^）]*）)?$/
const VAGUE_ZH = /^(进一步)?(加强|推进|强化|提升|提高|促进|做好|抓好|落实|完善|深化)/
const VAGUE_EN = /^(strengthen|promote|improve|enhance|advance|push|deepen|do well)\b/i
const ACTIVITY_ZH = /^(开展|召开|组织|举办|参加|印发|报送)/
const ACTIVITY_EN = /^(hold|organi[sz]e|conduct|attend|carry out|issue)\b/i
const TWO_ZH = /(率|数|量|时长|满意度|比例|成本)(和|与|及|以及|、).+(率|数|量|时长|满意度|比例|成本)$/
const TWO_EN = /\b(rate|share|number|time|cost|index|ratio)s?\s+(and|&)\s+.*\b(rate|share|number|time|cost|index|ratio)s?$/i

/** Each rule as a question to the definition: does the fault hold? */
const FAULTS: Record<MeasureLintCode, (measure: MeasureDefinition) => boolean> = {
  S1: ({ name }) => (VAGUE_ZH.test(name.zh) && !COUNTABLE.test(name.zh)) || (name.zh === '' && VAGUE_EN.test(name.en)),
  M1: ({ unit }) => unit === null || (unit.zh.trim() === '' && unit.en.trim() === ''),
  M2: ({ baseline, history = [] }) => baseline === null && history.length === 0,
  M3: ({ source, collector }) => blank(source) || blank(collector),
  M4: ({ formula, rule }) => blank(formula) && rule?.kind !== 'judgement' && rule?.kind !== 'milestone',
  A1: betterThanEver,
  A2: ({ metByAllYears = 0 }) => metByAllYears >= 2,
  R1: ({ scope, parents }) => scope !== 'institution' && parents.length === 0,
  R2: ({ scope, control }) => scope !== 'institution' && control === 'external',
  T1: ({ frequency, dueOn }) => blank(frequency) && blank(dueOn),
  D1: ({ name }) => TWO_ZH.test(name.zh) || TWO_EN.test(name.en),
  D2: ({ name }) => (ACTIVITY_ZH.test(name.zh) && !COUNTABLE.test(name.zh)) || (name.zh === '' && ACTIVITY_EN.test(name.en)),
  W1: ({ weightBp }) => weightBp > 0 && (weightBp < 500 || weightBp > 4000),
  F1: (measure) => refusalOf(measure) !== null,
  F2: ({ rule }) => rule === null,
}

/** Judges one measure's design; every finding says what is wrong and how to mend it, in both languages. */
export function lintMeasure(measure: MeasureDefinition): MeasureLint {
  const codes = Object.keys(FAULTS)
    .filter(isCode)
    .filter((code) => FAULTS[code](measure))
  const findings = codes.map((code): Finding => {
    const { severity, message, mend } = MEASURE_LINTS[code]
    const refusal = code === 'F1' ? refusalOf(measure) : null
    return { code, severity, node: measure.id, ...(refusal ? RULE_REFUSALS[refusal] : { message, mend }) }
  })
  const penalties = codes.reduce((total, code) => total + MEASURE_LINTS[code].penalty, 0)
  return { measure: measure.id, quality: Math.max(0, 100 - penalties), findings }
}

const isCode = (key: string): key is MeasureLintCode => key in MEASURE_LINTS
const blank = (text: string | null): boolean => text === null || text.trim() === ''

function refusalOf({ rule }: MeasureDefinition): RuleRefusal | null {
  const compiled = rule && compileRule(rule)
  return compiled?.kind === 'refused' ? compiled.because : null
}

/** More than a fifth better than the best of the last five years. */
function betterThanEver({ target, direction, history = [] }: MeasureDefinition): boolean {
  const years = history.slice(-5).filter(readable)
  const [first, ...rest] = years
  if (target === null || !readable(target) || first === undefined || direction === 'band') return false
  return direction === 'up' ? compare(target, mul(max(first, ...rest), '1.2')) > 0 : compare(target, mul(min(first, ...rest), '0.8')) < 0
}

const readable = (text: Decimal): boolean => parseExact(text).kind === 'exact'
