import type { CardMeasure } from '@milepost/contract/design/card'
import { exportBudgetForm } from '@milepost/contract/design/exchange'
import { linesOf } from '@milepost/contract/design/weights'
import { Refusal } from '@milepost/contract/refusals'
import { pointsByWeight } from '@milepost/scorecard/pointsByWeight'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { decimalCell, type OutCell, writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { cardsWhere } from '../card/readCards.ts'
import { grouped } from '../grouped.ts'
import { knownScorecard } from '../scorecard/draftScorecard.ts'

const HEAD = {
  zh: [
    '一级指标',
    '二级指标',
    '三级指标',
    '计量单位',
    '年度指标值',
    '分值',
    '实际完成值',
    '得分',
    '偏差原因及改进措施',
    '指标代码',
    '说明',
  ],
  en: ['Block', 'Group', 'Measure', 'Unit', 'Target of the year', 'Points', 'Actual', 'Score', 'Deviation and mend', 'Code', 'Note'],
}
const SAY = {
  zh: {
    file: '项目支出绩效自评表.xlsx',
    verify: '待核实',
    proposed: '归类为建议，待核实',
    own: '自有指标，暂列此处，待核实',
    none: '本方案没有此类指标，须补充',
  },
  en: {
    file: 'budget-self-evaluation.xlsx',
    verify: 'To verify',
    proposed: 'Its place is a proposal, to verify',
    own: 'An own measure, put here for now, to verify',
    none: 'The scheme has no measure of this kind; one must be added',
  },
}

/** The institution's card as the form the finance bureau asks for: 10 points for execution, 50 for output, 30 for benefit, 10 for satisfaction. */
export const exportBudgetFormRoute = serve(exportBudgetForm, {
  run: async ({ tx, institutionId, input, library }) => {
    const { language, scorecardId } = input
    await knownScorecard(tx, institutionId, scorecardId)
    const card = (await cardsWhere(tx, institutionId, { scorecardId, holderKind: 'institution' }))[0]
    if (!card) throw new Refusal('not-found')
    const { budgetForm } = library
    const say = SAY[language]
    const shown = (text: { zh: string; en: string }) => text[language] || text.zh
    const groups = new Map(budgetForm.groups.map((group) => [group.code, group.name]))
    const lines = grouped(linesOf(card), (line) => groupOf(line, budgetForm))
    const rows = budgetForm.blocks.flatMap((block): OutCell[][] => {
      const own = block.groups.flatMap((group) => (lines.get(group) ?? []).map((line) => ({ group, line })))
      const points = pointsByWeight(
        block.points,
        own.map(({ line }) => line.weightBp),
      )
      const title = `${shown(block.name)} (${block.points})`
      if (own.length === 0) return [[title, null, null, null, null, block.points, null, null, null, null, say.none]]
      return own.map(({ group, line }, at) => [
        title,
        shown(groups.get(group) ?? { zh: group, en: group }),
        shown(line.name),
        shown(line.unit),
        shown(ruleWords(line.rule)),
        decimalCell(points[at] ?? '0'),
        null,
        null,
        null,
        line.code,
        budgetForm.measures[line.code] === undefined ? say.own : say.proposed,
      ])
    })
    const source: OutCell[] = [`${say.verify}: ${shown(budgetForm.source)}`, ...Array.from({ length: 10 }, () => null)]
    return writeXlsx(say.file, HEAD[language], [...rows, ...(budgetForm.verified ? [] : [source])])
  },
})

/** Where the library proposes it; a survey is satisfaction; anything else of the institution's own begins as a quantity. */
const groupOf = (line: CardMeasure, form: Library['budgetForm']): string =>
  form.measures[line.libraryCode ?? line.code] ?? (line.timeAggregation === 'survey' ? 'satisfaction' : 'quantity')
