import type { PlanStretch } from '@milepost/scorecard/cardResult'
import { useText } from '../platform/language.tsx'
import { DataTable } from './DataTable.tsx'
import { Panel } from './Panel.tsx'

const zh = {
  title: '计划各版按生效天数加权',
  sentence: '计划经双方同意作过调整。每一版按全年数据分别计分，再按生效天数加权为最终得分；下面的指标是现行计划的。',
  plan: '计划',
  earlier: (n: number) => `第 ${n} 版（已调整）`,
  now: '现行计划',
  from: '起',
  to: '止',
  days: '天数',
  score: '得分',
}
const en: typeof zh = {
  title: 'Versions of the plan, by days in force',
  sentence:
    'Both sides agreed to amend the plan. Each version is scored with the values of the year, and the score is their mean by days in force; the measures below are those of the plan in force.',
  plan: 'Plan',
  earlier: (n) => `Version ${n} (amended)`,
  now: 'Plan in force',
  from: 'From',
  to: 'To',
  days: 'Days',
  score: 'Score',
}

/** How the score of an amended plan comes from its versions. */
export function PlanStretches({ stretches }: { readonly stretches: readonly PlanStretch[] }) {
  const text = useText({ zh, en })
  const rows = stretches.map((stretch, at) => ({ ...stretch, name: stretch.id === null ? text.now : text.earlier(at + 1) }))
  return (
    <Panel title={text.title} sentence={text.sentence}>
      <DataTable
        label={text.title}
        plain
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.from}
        columns={[
          { key: 'plan', title: text.plan, value: (row) => row.name },
          { key: 'from', title: text.from, value: (row) => row.from, width: 120 },
          { key: 'to', title: text.to, value: (row) => row.to, width: 120 },
          { key: 'days', title: text.days, kind: 'number', value: (row) => row.days, width: 90 },
          { key: 'score', title: text.score, kind: 'number', value: (row) => row.official, show: (row) => row.official ?? '–', width: 90 },
        ]}
      />
    </Panel>
  )
}
