import { readSeatHistory } from '@milepost/contract/appraise/history'
import { Alert } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'

const zh = {
  title: '历年名额台账',
  says: (years: string) => `各部门按人数和倾斜应得的名额与实际优秀人数，${years}。差额是公平的参照，不是指标。`,
  unit: '部门',
  due: '累计应得',
  awarded: '累计优秀',
  owed: '尚欠（负数为多得）',
  years: '分年（应得／实际）',
  fewYears: '满三年后显示“轮流坐庄”的迹象。',
  turns: '名额与工龄或轮次的关系强于与得分的关系，可能存在“轮流坐庄”，请核实。这是线索，不是对任何人的结论。',
  noTurns: '名额主要随得分而定，没有轮流的迹象。',
  figures: (score: string, service: string) => `与得分的相关 ${score}，与工龄的相关 ${service}`,
  again: (share: string, chance: string, n: number) => `上年优秀者再获优秀 ${share}（${n} 人次，随机应为 ${chance}）`,
}
const en: typeof zh = {
  title: 'Seats over the years',
  says: (years) =>
    `What units were due by people and tilt, and the excellent grades they had, ${years}. A reference of fairness, not a target.`,
  unit: 'Unit',
  due: 'Due in all',
  awarded: 'Excellent in all',
  owed: 'Owed (below 0: had more)',
  years: 'By year (due / had)',
  fewYears: 'Signs of turns taken are shown after three years.',
  turns:
    'Seats go with service or turns more than with scores: turns may be taken. Look into it; it is a lead and finds nothing about anybody.',
  noTurns: 'Seats go with scores; there is no sign of turns.',
  figures: (score, service) => `correlation with score ${score}, with years of service ${service}`,
  again: (share, chance, n) => `excellent again the year after: ${share} of ${n} (by chance ${chance})`,
}
const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2))
const percent = (value: number) => `${Math.round(value * 100)} %`

/** The fairness ledger over all years that were decided. */
export function HistoryPanel() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readSeatHistory, {})
  if (!answer || answer.units.length === 0) return null
  const { turns } = answer
  return (
    <Panel title={text.title} sentence={text.says(answer.years.join(', '))}>
      {turns === null ? (
        <p className="mp-soft">{text.fewYears}</p>
      ) : (
        <Alert
          type={turns.looksLikeTurns ? 'warning' : 'info'}
          showIcon
          title={turns.looksLikeTurns ? text.turns : text.noTurns}
          description={[
            text.figures(figure(turns.withScore), figure(turns.withService)),
            ...(turns.again === null ? [] : [text.again(percent(turns.again.share), percent(turns.again.byChance), turns.again.n)]),
          ].join('；')}
        />
      )}
      <DataTable
        label={text.title}
        exportAs="seat-history"
        onPhone="cards"
        rows={answer.units}
        rowKey={(row) => row.unitId}
        columns={[
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit) },
          { key: 'due', title: text.due, kind: 'number', value: (row) => row.due, show: (row) => written(row.due, 2), width: 110 },
          { key: 'awarded', title: text.awarded, kind: 'number', value: (row) => row.awarded, width: 120 },
          { key: 'owed', title: text.owed, kind: 'number', value: (row) => row.owed, show: (row) => written(row.owed, 2), width: 160 },
          {
            key: 'years',
            title: text.years,
            value: (row) => row.byYear.map((one) => `${one.year}: ${written(one.share, 2)}／${one.awarded}`).join('　'),
          },
        ]}
      />
    </Panel>
  )
}
