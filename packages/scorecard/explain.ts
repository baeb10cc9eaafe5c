import { becauseWords } from './becauseWords.ts'
import type { CardInput, MeasureInput } from './card.ts'
import type { CardResult, MeasureResult, NodeResult } from './cardResult.ts'
import { explainMeasure } from './explainMeasure.ts'
import type { Explanation } from './explanation.ts'
import type { LocalText } from './localText.ts'

type Scored = Omit<CardResult, 'findings' | 'explanation'>

/** Why the card's number is what it is: from the final score down to every value that went in. */
export function explainCard(card: CardInput, scored: Scored): Explanation {
  const inputs = new Map(
    card.perspectives.flatMap((p) => p.objectives.flatMap((o) => o.measures.map((m): [string, MeasureInput] => [m.id, m]))),
  )
  const results = new Map(scored.measures.map((result) => [result.id, result]))
  return {
    key: `${card.cardId}/final`,
    formulaId: 'card.final',
    formulaVersion: 1,
    inputs: { weighted: scored.tree.score, bonus: scored.bonus.applied, mode: card.mode, engine: scored.engineVersion },
    value: scored.final?.score ?? null,
    rounding: scored.final && { rule: 'half-away-2', official: scored.final.official },
    text: finalWords(card, scored),
    children: [explainNode(scored.tree, inputs, results)],
  }
}

function finalWords(card: CardInput, { final, bonus, status, tree, vetoes, provisional }: Scored): LocalText {
  if (!final) return { zh: `“${card.name.zh}”没有得分：${status.label.zh}`, en: `"${card.name.en}" has no score: ${status.label.en}` }
  const zh = [`“${card.name.zh}”${card.mode === 'official' ? '正式得分' : '当前得分'} ${final.official}，${status.label.zh}`]
  const en = [`"${card.name.en}": ${card.mode === 'official' ? 'official' : 'current'} score ${final.official}, ${status.label.en}`]
  if (bonus.items.length > 0) {
    zh.push(`加权得分 ${tree.official}，加减分 ${bonus.points}，实际计入 ${bonus.applied}`)
    en.push(`weighted score ${tree.official}, bonus and deductions ${bonus.points}, of which ${bonus.applied} counts`)
  }
  for (const veto of vetoes) {
    zh.push(`一票否决：${veto.reason.zh}`)
    en.push(`veto: ${veto.reason.en}`)
  }
  if (provisional) {
    zh.push('得分为暂定，未经委员会决定不用于排名和分配')
    en.push('the score is provisional and takes no part in ranking or pay without a committee decision')
  }
  return { zh: `${zh.join('；')}。`, en: `${en.join('; ')}.` }
}

function explainNode(
  node: NodeResult,
  inputs: ReadonlyMap<string, MeasureInput>,
  results: ReadonlyMap<string, MeasureResult>,
): Explanation {
  const input = inputs.get(node.id)
  const result = results.get(node.id)
  if (node.kind === 'measure' && input && result) return explainMeasure(node, input, result)
  return {
    key: node.id,
    formulaId: `rollUp.${node.rule ?? 'weighted'}`,
    formulaVersion: 1,
    inputs: Object.fromEntries(
      node.children.flatMap((child) => [
        [`${child.id}.weight`, child.weight.redistributed],
        [`${child.id}.score`, child.score],
      ]),
    ),
    value: node.score,
    rounding: node.official === null ? null : { rule: 'half-away-2', official: node.official },
    text: nodeWords(node),
    children: node.children.map((child) => explainNode(child, inputs, results)),
  }
}

function nodeWords(node: NodeResult): LocalText {
  if (node.score === null) {
    const because = becauseWords(node.because ?? 'no-data-below')
    return { zh: `“${node.name.zh}”没有得分：${because.zh}。`, en: `"${node.name.en}" has no score: ${because.en}.` }
  }
  const taken = node.children.filter((child) => child.state === 'scored' && child.weight.redistributed !== '0')
  const left = node.children.filter((child) => child.state !== 'scored' && child.weight.nominal !== '0')
  const sum = (language: 'zh' | 'en'): string =>
    taken.map((child) => `${child.name[language]} ${child.takenUp} × ${child.weight.shown.redistributed} %`).join(' + ')
  const zh = [node.rule === 'min' ? `取最低的一项：${sum('zh')}` : sum('zh')]
  const en = [node.rule === 'min' ? `the weakest counts: ${sum('en')}` : sum('en')]
  if (left.length > 0) {
    zh.push(`未计分：${left.map((child) => `${child.name.zh}（${becauseWords(child.because ?? 'no-values').zh}）`).join('、')}`)
    en.push(`not scored: ${left.map((child) => `${child.name.en} (${becauseWords(child.because ?? 'no-values').en})`).join(', ')}`)
  }
  if (node.coverage.shown.withData !== null && node.coverage.withData !== '1') {
    zh.push(`数据覆盖 ${node.coverage.shown.withData} %`)
    en.push(`data cover ${node.coverage.shown.withData} %`)
  }
  return {
    zh: `“${node.name.zh}”得 ${node.official} 分 = ${zh.join('；')}。`,
    en: `"${node.name.en}" scores ${node.official} = ${en.join('; ')}.`,
  }
}
