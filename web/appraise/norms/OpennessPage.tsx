import { percentOf } from '@milepost/contract/design/weights'
import { readOpenness } from '@milepost/contract/open/openness'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'

const zh = {
  title: '公开度',
  sentence: '本周期应公开的事项是否按时公开、覆盖到多少人。没有按时公开的不计分；到期前不计入。',
  rate: '公开度',
  none: '尚无到期事项',
  missing: '未按时公开',
  item: '事项',
  audience: '对象',
  state: '情况',
  reach: '覆盖',
  weight: '权重',
  toVerify: '（待核实）',
  notCounted: '不统计读者',
  of: (viewed: number, entitled: number) => `${viewed} / ${entitled} 人`,
  items: {
    hearing: '考核方案征求意见并逐条答复',
    scorecard: '单位计分卡和目标值公布',
    'own-plan': '本人计划由双方确认',
    notice: '优秀人选公示满期限',
    objections: '异议答复',
    'own-result': '结果书面告知并由本人签署意见',
    interview: '反馈面谈由本人确认',
    'pay-rules': '绩效工资分配办法公布',
    'public-page': '向社会公开的绩效页',
  },
  audiences: { self: '本人', unit: '本单位', authority: '主管部门', public: '社会' },
  states: { 'on-time': '✓ 按时', late: '△ 迟', missing: '✕ 未公开', 'not-due': '– 未到期' },
}
const en: typeof zh = {
  title: 'Openness',
  sentence:
    'What had to be made known in this cycle, whether it was in time, and how many it reached. Late or missing counts for nothing; not yet due is left out.',
  rate: 'Openness',
  none: 'nothing due yet',
  missing: 'Not in time',
  item: 'What',
  audience: 'To whom',
  state: 'State',
  reach: 'Reached',
  weight: 'Weight',
  toVerify: ' (to verify)',
  notCounted: 'readers not counted',
  of: (viewed, entitled) => `${viewed} of ${entitled}`,
  items: {
    hearing: 'Staff heard on the plan, every comment answered',
    scorecard: 'Scorecard and targets published',
    'own-plan': 'One’s own plan, agreed by both sides',
    notice: 'Notice of the excellent, its full days',
    objections: 'Answers to objections',
    'own-result': 'The result in writing, with the person’s signed opinion',
    interview: 'Feedback interview, confirmed by the person',
    'pay-rules': 'Rules by which performance pay is shared',
    'public-page': 'The public page',
  },
  audiences: { self: 'the person', unit: 'the institution', authority: 'the authority', public: 'the public' },
  states: { 'on-time': '✓ in time', late: '△ late', missing: '✕ missing', 'not-due': '– not due' },
}

/** How open the cycle is, item by item. */
export function OpennessPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const { answer, refused } = useAskMaybe(readOpenness, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} />
      {refused !== null && <RefusalNote refused={refused} />}
      {answer === null && refused === null && chosen.cycle !== null && <Reading />}
      <div className="mp-stack">
        {answer && (
          <Panel sentence={`${pick(answer.note)}${answer.verified ? '' : text.toVerify}`}>
            <Facts
              large
              facts={[
                { key: 'rate', name: text.rate, value: answer.rate === null ? text.none : `${answer.rate}%` },
                {
                  key: 'missing',
                  name: text.missing,
                  value: answer.items.filter(({ published }) => published === 'late' || published === 'missing').length,
                },
              ]}
            />
          </Panel>
        )}
        {answer && (
          <DataTable
            label={text.title}
            exportAs="openness"
            onPhone="cards"
            rows={answer.items}
            rowKey={(row) => row.code}
            href={(row) => row.href}
            columns={[
              { key: 'item', title: text.item, value: (row) => text.items[row.code] },
              { key: 'audience', title: text.audience, value: (row) => text.audiences[row.audience], filter: true, width: 120 },
              { key: 'state', title: text.state, value: (row) => text.states[row.published], filter: true, width: 120 },
              {
                key: 'reach',
                title: text.reach,
                value: (row) => (row.entitled === null || row.viewed === null ? text.notCounted : text.of(row.viewed, row.entitled)),
                width: 150,
              },
              {
                key: 'weight',
                title: text.weight,
                kind: 'number',
                value: (row) => row.weightBp,
                show: (row) => `${percentOf(row.weightBp)}%`,
                width: 90,
              },
            ]}
          />
        )}
      </div>
    </>
  )
}
