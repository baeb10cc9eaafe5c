import { becauseWords, ruleFault } from './becauseWords.ts'
import type { CardInput, MeasureInput } from './card.ts'
import type { CardResult, Finding, MeasureResult } from './cardResult.ts'
import { objectiveWeight, perspectiveWeight } from './cardTree.ts'
import { ENGINE_VERSION } from './engineVersion.ts'
import type { LocalText } from './localText.ts'
import type { Because } from './nodeStates.ts'
import { schemeOf } from './scheme.ts'
import { showShare } from './shownPercentages.ts'

type Scored = Omit<CardResult, 'findings' | 'explanation'>

/** What blocks publishing this card's score, and what should be looked at, each with the way to mend it. */
export function findingsOf(card: CardInput, scored: Scored): Finding[] {
  return [
    ...idFindings(card),
    ...weightFindings(card),
    ...vetoFindings(card, scored),
    ...scored.measures.flatMap((result) => measureFindings(result, nameOf(card, result.id))),
    ...nodeFindings(scored),
    ...engineFindings(card),
  ]
}

const nameOf = (card: CardInput, id: string): LocalText => measuresOf(card).find((measure) => measure.id === id)?.name ?? { zh: id, en: id }
const measuresOf = (card: CardInput): MeasureInput[] =>
  card.perspectives.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures))

function idFindings(card: CardInput): Finding[] {
  const ids = [
    card.cardId,
    ...card.perspectives.flatMap((perspective) => [
      perspective.id,
      ...perspective.objectives.flatMap((objective) => [objective.id, ...objective.measures.map(({ id }) => id)]),
    ]),
  ]
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => ({
    code: 'same-id-twice',
    severity: 'blocks',
    node: id,
    message: { zh: `编号“${id}”在一张计分卡中出现两次`, en: `The id "${id}" appears twice on the card` },
    mend: { zh: '同一指标只在一处计分', en: 'Score the same measure in one place only' },
  }))
}

function weightFindings(card: CardInput): Finding[] {
  const severity = schemeOf(card.scheme).strict100 ? 'blocks' : 'warns'
  const check = (node: string, name: LocalText, weights: number[], whole: number[]): Finding[] => {
    const total = weights.reduce((a, b) => a + b, 0)
    if (weights.length === 0 || whole.includes(total)) return []
    const shown = showShare(`${total}/10000`)
    return [
      {
        code: 'weights-not-100',
        severity,
        node,
        message: {
          zh: `“${name.zh}”下的权重合计 ${shown} %，不是 100 %`,
          en: `Weights under "${name.en}" add up to ${shown} %, not 100 %`,
        },
        mend: {
          zh: '调整权重，或按比例归一（得分已按归一后的权重计算）',
          en: 'Change them or normalise; the score already uses normalised weights',
        },
      },
    ]
  }
  const top = check(card.cardId, card.name, card.perspectives.map(perspectiveWeight), [10000])
  return top.concat(
    card.perspectives.flatMap((perspective) => [
      ...check(perspective.id, perspective.name, perspective.objectives.map(objectiveWeight), [10000, perspectiveWeight(perspective)]),
      ...perspective.objectives.flatMap((objective) =>
        check(
          objective.id,
          objective.name,
          objective.measures.map(({ weightBp }) => weightBp),
          [10000, objectiveWeight(objective)],
        ),
      ),
    ]),
  )
}

function vetoFindings(card: CardInput, scored: Scored): Finding[] {
  const known = new Set([
    card.cardId,
    ...card.perspectives.flatMap((p) => [p.id, ...p.objectives.map(({ id }) => id)]),
    ...scored.measures.map(({ id }) => id),
  ])
  const bands = schemeOf(card.scheme).bands
  return scored.vetoes
    .filter(({ effect, target }) => (effect === 'zero' ? !known.has(target) : !bands.some(({ code }) => code === target)))
    .map(({ id, target }) => ({
      code: 'veto-without-target',
      severity: 'blocks',
      node: id,
      message: { zh: `否决“${id}”指向不存在的“${target}”`, en: `Veto "${id}" points at "${target}", which does not exist` },
      mend: { zh: '改指本卡上的节点或档次', en: 'Point it at a node or a band of this card' },
    }))
}

/** Reasons that are faults of the input and not states of the world: publishing waits until they are mended. */
const FAULTS: readonly Because[] = [
  'value-not-a-number',
  'value-without-figure',
  'value-not-in-rule',
  'numerator-without-denominator',
  'same-value-twice',
  'no-unit-aggregation',
  'weight-sum-zero',
  'no-evidence',
  'no-reason',
  'still-open-at-close',
  'estimated-not-waived',
]

function measureFindings(result: MeasureResult, name: LocalText): Finding[] {
  const findings: Finding[] = []
  const add = (code: string, severity: Finding['severity'], message: LocalText, mend: LocalText): void => {
    findings.push({
      code,
      severity,
      node: result.id,
      message: { zh: `“${name.zh}”：${message.zh}`, en: `"${name.en}": ${message.en}` },
      mend,
    })
  }
  const fault = result.because && ruleFault(result.because)
  if (fault) add(`rule-${result.because}`, 'blocks', fault.message, fault.mend)
  const reasons = new Set([...(result.because ? [result.because] : []), ...(result.actual?.excluded ?? []).map(({ because }) => because)])
  for (const because of FAULTS.filter((fault) => reasons.has(fault))) {
    add(because, 'blocks', becauseWords(because), { zh: '更正该期数据或记录处理意见', en: 'Correct the value or record a decision on it' })
  }
  if (result.flags.includes('target-too-low')) {
    add(
      'target-too-low',
      'warns',
      { zh: `完成度 ${result.attainmentOfficial}，超过 130`, en: `attainment is ${result.attainmentOfficial}, above 130` },
      { zh: '复核目标是否定低，不自动扣减', en: 'Review whether the target was too low; nothing is cut by itself' },
    )
  }
  return findings
}

function nodeFindings(scored: Scored): Finding[] {
  const walk = (node: Scored['tree']): Finding[] => [
    ...(node.kind === 'measure' && node.flags.includes('effective-weight-doubled')
      ? [
          {
            code: 'effective-weight-doubled',
            severity: 'warns' as const,
            node: node.id,
            message: {
              zh: `“${node.name.zh}”的有效权重升至 ${node.weight.shown.effective} %，超过原定两倍`,
              en: `The effective weight of "${node.name.en}" rose to ${node.weight.shown.effective} %, more than twice the designed one`,
            },
            mend: { zh: '检查不适用或缺数的同级指标', en: 'Look at the siblings that are not applicable or have no data' },
          },
        ]
      : []),
    ...node.children.flatMap(walk),
  ]
  return walk(scored.tree)
}

function engineFindings({ cardId, engineVersion }: CardInput): Finding[] {
  if (engineVersion === undefined || engineVersion === ENGINE_VERSION) return []
  return [
    {
      code: 'other-engine-version',
      severity: 'warns',
      node: cardId,
      message: {
        zh: `原由引擎 ${engineVersion} 计分，现为 ${ENGINE_VERSION}`,
        en: `First scored by engine ${engineVersion}, now by ${ENGINE_VERSION}`,
      },
      mend: { zh: '与原得分说明单核对', en: 'Compare with the stored score ticket' },
    },
  ]
}
