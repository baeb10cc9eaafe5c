import { listTalks } from '@milepost/contract/appraise/results'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { gradeName } from '../words.ts'

const zh = {
  title: '结果面谈',
  sentence: '由您面谈的职工：结果送达后十五日内面谈并由双方确认；基本合格、不合格的须有改进计划（第30、31条）。点姓名登记。',
  name: '姓名',
  unit: '部门',
  grade: '等次',
  due: '期限',
  held: '面谈日期',
  state: '状态',
  states: {
    open: '待面谈',
    'in-time': '已确认',
    late: '已确认（逾期）',
    'not-held': '已逾期，未面谈',
    'not-confirmed': '已逾期，待本人确认',
  },
  waits: '待本人确认',
  emptyTitle: '现在没有需要您面谈的人',
  emptySentence: '您负责的职工的结果送达后，会列在这里。',
}
const en: typeof zh = {
  title: 'Talks about results',
  sentence:
    'Those you talk to: within fifteen days of service, confirmed by both; after basic and unqualified with an improvement plan (Art. 30, 31). Open a name to write it down.',
  name: 'Name',
  unit: 'Unit',
  grade: 'Grade',
  due: 'By',
  held: 'Held on',
  state: 'State',
  states: {
    open: 'to be held',
    'in-time': 'confirmed',
    late: 'confirmed (late)',
    'not-held': 'late, not held',
    'not-confirmed': 'late, to be confirmed by the person',
  },
  waits: 'to be confirmed by the person',
  emptyTitle: 'Nobody to talk to now',
  emptySentence: 'Once results of your people have been served, they are listed here.',
}

/** A head finds the people of the own unit whose results are to be talked over. */
export function TalksPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const { answer } = useAskMaybe(listTalks, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} />
      <DataTable
        label={text.title}
        onPhone="cards"
        rows={answer?.talks ?? []}
        rowKey={(row) => row.personId}
        href={(row) => `/appraise/people/${row.personId}?year=${chosen.cycle?.year}`}
        empty={answer === null ? <Reading /> : <Empty title={text.emptyTitle} sentence={text.emptySentence} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name, width: 120 },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true },
          { key: 'grade', title: text.grade, value: (row) => pick(gradeName(row.grade)), filter: true, width: 130 },
          { key: 'due', title: text.due, value: (row) => row.dueOn, width: 120 },
          { key: 'held', title: text.held, value: (row) => row.heldOn ?? '–', width: 120 },
          {
            key: 'state',
            title: text.state,
            value: (row) => (row.state === 'open' && row.heldOn !== null ? text.waits : text.states[row.state]),
            show: (row) => {
              const said = row.state === 'open' && row.heldOn !== null ? text.waits : text.states[row.state]
              return row.state === 'not-held' || row.state === 'not-confirmed' ? <strong className="mp-danger">{said}</strong> : said
            },
            filter: true,
            width: 190,
          },
        ]}
      />
    </>
  )
}
