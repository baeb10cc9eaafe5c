import type { LocalText } from './localText.ts'
import type { ScoringRule } from './rules.ts'
import { ruleWords } from './ruleWords.ts'

/** A whole scheme named by codes and not by ids, so that two years can be compared: what a published version holds. Weights in basis points. */
export type SchemeText = {
  readonly name: LocalText
  readonly perspectives: readonly { readonly code: string; readonly name: LocalText; readonly weightBp: number }[]
  readonly objectives: readonly {
    readonly code: string
    readonly name: LocalText
    readonly statement: LocalText
    readonly perspective: string
  }[]
  readonly links: readonly { readonly from: string; readonly to: string; readonly sign: string; readonly lagPeriods: number }[]
  readonly cards: readonly {
    /** Names the holder in every year: "institution", or the code of a unit. */
    readonly holder: string
    readonly name: LocalText
    readonly lines: readonly SchemeLine[]
  }[]
}
export type SchemeLine = {
  readonly code: string
  readonly name: LocalText
  readonly version: number
  readonly weightBp: number
  readonly rule: ScoringRule
  /** Code of the objective; null: a duty of its own. */
  readonly objective: string | null
  /** Holder and measure code of the line it serves. */
  readonly serves: string | null
}

export type SchemeField =
  | 'name'
  | 'weight'
  | 'perspective'
  | 'objective'
  | 'statement'
  | 'link'
  | 'line'
  | 'card'
  | 'rule'
  | 'measure-version'
  | 'serves'
  | 'of-objective'
export type SchemeChange = {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly field: SchemeField
  /** Where it is, for a reader: "Test Bureau · PQI Pavement quality". */
  readonly place: LocalText
  readonly before: LocalText | null
  readonly after: LocalText | null
}

/**
 * What a reader must know of two versions of a scheme: everything that was added, taken away or changed, in the order of the scheme, with
 * the words of both languages. A line, objective or card that came or went is one change, not one for each of its parts.
 */
export function schemeDifference(before: SchemeText, after: SchemeText): SchemeChange[] {
  const [first, second] = [factsOf(before), factsOf(after)]
  const keys = [...new Set([...second.keys(), ...first.keys()])]
  return keys.flatMap((key): SchemeChange[] => {
    const [a, b] = [first.get(key), second.get(key)]
    const fact = b ?? a
    if (!fact || (a && b && a.value.zh === b.value.zh && a.value.en === b.value.en)) return []
    // a part of something that came or went is told with the whole
    if ((!a || !b) && fact.within !== null && !(first.has(fact.within) && second.has(fact.within))) return []
    const kind = a ? (b ? 'changed' : 'removed') : 'added'
    return [{ kind, field: fact.field, place: fact.place, before: a?.value ?? null, after: b?.value ?? null }]
  })
}

type Fact = { readonly field: SchemeField; readonly place: LocalText; readonly value: LocalText; readonly within: string | null }

const same = (text: string): LocalText => ({ zh: text, en: text })
const percent = (bp: number): LocalText => ({ zh: `${bp / 100}%`, en: `${bp / 100} %` })
const joined = (...parts: readonly LocalText[]): LocalText => ({
  zh: parts.map(({ zh }) => zh).join(' · '),
  en: parts.map(({ zh, en }) => en || zh).join(' · '),
})
const coded = (code: string, name: LocalText): LocalText => ({ zh: `${code} ${name.zh}`, en: `${code} ${name.en || name.zh}` })

function factsOf(scheme: SchemeText): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  const say = (key: string, field: SchemeField, place: LocalText, value: LocalText, within: string | null = null): void => {
    facts.set(key, { field, place, value, within })
  }
  say('name', 'name', { zh: '计分卡', en: 'Scorecard' }, scheme.name)
  for (const { code, name, weightBp } of scheme.perspectives) {
    const key = `perspective ${code}`
    say(key, 'perspective', { zh: '维度', en: 'Perspective' }, coded(code, name))
    say(`${key} weight`, 'weight', coded(code, name), percent(weightBp), key)
  }
  for (const { code, name, statement, perspective } of scheme.objectives) {
    const key = `objective ${code}`
    say(key, 'objective', { zh: '战略目标', en: 'Objective' }, coded(code, name))
    say(`${key} statement`, 'statement', coded(code, name), statement, key)
    say(`${key} perspective`, 'perspective', coded(code, name), same(perspective), key)
  }
  for (const { from, to, sign, lagPeriods } of scheme.links)
    say(
      `link ${from} ${to}`,
      'link',
      { zh: '因果连线', en: 'Link' },
      {
        zh: `${from} → ${to}（${sign}，滞后 ${lagPeriods} 期）`,
        en: `${from} → ${to} (${sign}, lag ${lagPeriods})`,
      },
    )
  for (const { holder, name, lines } of scheme.cards) {
    const card = `card ${holder}`
    say(card, 'card', { zh: '卡片', en: 'Card' }, name)
    for (const line of lines) lineFacts(line, { holder, name, card }, say)
  }
  return facts
}

function lineFacts(
  line: SchemeLine,
  { holder, name, card }: { holder: string; name: LocalText; card: string },
  say: (key: string, field: SchemeField, place: LocalText, value: LocalText, within: string | null) => void,
): void {
  const key = `line ${holder} ${line.code}`
  const place = joined(name, coded(line.code, line.name))
  const words = ruleWords(line.rule)
  const weight = percent(line.weightBp)
  // the line is the same line whatever it weighs: its own fact is only that it stands there
  say(key, 'line', joined(name, { zh: '指标', en: 'measure' }), coded(line.code, line.name), card)
  say(`${key} weight`, 'weight', place, weight, key)
  say(`${key} rule`, 'rule', place, words, key)
  say(`${key} version`, 'measure-version', place, same(`v${line.version}`), key)
  say(`${key} objective`, 'of-objective', place, same(line.objective ?? '–'), key)
  say(`${key} serves`, 'serves', place, same(line.serves ?? '–'), key)
}
