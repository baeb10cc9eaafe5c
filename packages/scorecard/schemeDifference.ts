import type { RollRule } from './card.ts'
import type { LocalText } from './localText.ts'
import type { ScoringRule } from './rules.ts'
import { ruleWords } from './ruleWords.ts'

/** What a scheme decides once for all its cards, as it was published. Shares in basis points, caps in points. */
export type SchemeRulesText = {
  readonly notApplicable: 'siblings' | 'global'
  readonly cap: { readonly institution: string; readonly unit: string; readonly person: string }
  readonly parentCap: string
  readonly coverageGateBp: number
  readonly notApplicableGateBp: number
  readonly strict100: boolean
  readonly minN: number
  /** Left out in versions kept before there was one. */
  readonly bonus?: { readonly cap: string; readonly items: readonly { readonly name: LocalText; readonly points: string }[] }
}

/** A whole scheme named by codes and not by ids, so that two years can be compared: what a published version holds. Weights in basis points. */
export type SchemeText = {
  readonly name: LocalText
  readonly mission?: LocalText
  readonly vision?: LocalText
  /** Left out in versions kept before there was a choice. */
  readonly rules?: SchemeRulesText
  readonly perspectives: readonly {
    readonly code: string
    readonly name: LocalText
    readonly weightBp: number
    readonly rollRule?: RollRule
  }[]
  readonly objectives: readonly {
    readonly code: string
    readonly name: LocalText
    readonly statement: LocalText
    readonly perspective: string
    readonly rollRule?: RollRule
    readonly critical?: boolean
  }[]
  readonly links: readonly {
    readonly from: string
    readonly to: string
    readonly sign: '+' | '-'
    readonly lagPeriods: number
    readonly strength?: 'weak' | 'medium' | 'strong'
    readonly rationale?: LocalText
  }[]
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
  /** How it serves it, and whose values it is scored with. */
  readonly cascadeKind?: 'identical' | 'contributory' | 'shared' | 'causal' | 'unique'
  readonly valueScope?: 'own' | 'unit' | 'institution'
  /** Shares of the twelve months of a flow; null or left out: every month alike. */
  readonly profile?: readonly string[] | null
  readonly critical?: boolean
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
  | 'rules'
  | 'roll'
  | 'profile'
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
  if (scheme.rules)
    for (const [key, words] of ruleFacts(scheme.rules)) say(`rules ${key}`, 'rules', { zh: '计分规则', en: 'Scoring rules' }, words)
  for (const { code, name, weightBp, rollRule = 'weighted' } of scheme.perspectives) {
    const key = `perspective ${code}`
    say(key, 'perspective', { zh: '维度', en: 'Perspective' }, coded(code, name))
    say(`${key} weight`, 'weight', coded(code, name), percent(weightBp), key)
    say(`${key} roll`, 'roll', coded(code, name), ROLL_WORDS[rollRule], key)
  }
  for (const { code, name, statement, perspective, rollRule = 'weighted', critical = false } of scheme.objectives) {
    const key = `objective ${code}`
    say(key, 'objective', { zh: '战略目标', en: 'Objective' }, coded(code, name))
    say(`${key} statement`, 'statement', coded(code, name), statement, key)
    say(`${key} perspective`, 'perspective', coded(code, name), same(perspective), key)
    say(`${key} roll`, 'roll', coded(code, name), withCritical(ROLL_WORDS[rollRule], critical), key)
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
  say(`${key} profile`, 'profile', place, line.profile ? same(line.profile.join(' ')) : { zh: '各月均等', en: 'every month alike' }, key)
  say(`${key} critical`, 'roll', place, line.critical ? CRITICAL : { zh: '一般', en: 'not critical' }, key)
}

const ROLL_WORDS: Readonly<Record<RollRule, LocalText>> = {
  weighted: { zh: '加权平均', en: 'weighted mean' },
  limiting: { zh: '加权平均，关键项限制档次', en: 'weighted mean, held down by what is critical' },
  min: { zh: '取最低', en: 'the weakest counts' },
}
const CRITICAL: LocalText = { zh: '关键项', en: 'critical' }
const withCritical = (words: LocalText, critical: boolean): LocalText => (critical ? joined(words, CRITICAL) : words)

/** Each choice in words that name it, so that a difference can be read by itself. */
function ruleFacts(rules: SchemeRulesText): [string, LocalText][] {
  const { cap, parentCap, coverageGateBp, notApplicableGateBp, minN } = rules
  return [
    [
      'n/a',
      rules.notApplicable === 'siblings'
        ? { zh: '不适用的权重分给同一上级下的其他项', en: 'N/A weight goes to the siblings' }
        : { zh: '不适用的权重分摊到整张卡', en: 'N/A weight is spread over the whole card' },
    ],
    [
      'cap',
      {
        zh: `封顶：单位 ${cap.institution}，部门 ${cap.unit}，个人 ${cap.person}`,
        en: `cap: institution ${cap.institution}, units ${cap.unit}, people ${cap.person}`,
      },
    ],
    ['parent cap', { zh: `计入上级时封顶 ${parentCap}`, en: `at most ${parentCap} is taken up by the level above` }],
    ['coverage', { zh: `覆盖率门槛 ${coverageGateBp / 100}%`, en: `coverage gate ${coverageGateBp / 100} %` }],
    ['n/a gate', { zh: `不适用占比门槛 ${notApplicableGateBp / 100}%`, en: `N/A gate ${notApplicableGateBp / 100} %` }],
    [
      'strict',
      rules.strict100
        ? { zh: '权重合计必须为 100%', en: 'weights must total 100 %' }
        : { zh: '权重自动归一', en: 'weights are normalised' },
    ],
    ['answers', { zh: `问卷最少 ${minN} 份`, en: `at least ${minN} answers to a survey` }],
    ...bonusFacts(rules.bonus),
  ]
}

/** The cap and each item as a fact of its own; nothing where nothing counts outside the weights. */
const bonusFacts = (bonus: SchemeRulesText['bonus']): [string, LocalText][] =>
  bonus === undefined || bonus.items.length === 0
    ? []
    : [
        ['bonus cap', { zh: `加分后最高 100 + ${bonus.cap} 分`, en: `at most 100 + ${bonus.cap} with bonus` }],
        ...bonus.items.map(({ name, points }): [string, LocalText] => [
          `bonus ${name.zh}`,
          { zh: `权重外：${name.zh} 每次至多 ${points} 分`, en: `outside the weights: ${name.en}, at most ${points} each time` },
        ]),
      ]
