import { listToRate } from '@milepost/contract/appraise/ratings'
import { Alert } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { GROUPS } from '../words.ts'
import { en, zh } from './text.ts'

export function ToRatePage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const [said] = useAddressValue('said')
  const { answer } = useAskMaybe(listToRate, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} />
      {(said === 'recused' || said === 'declined') && (
        <Alert type="success" showIcon role="status" title={text.said[said]} style={{ marginBottom: 16 }} />
      )}
      <DataTable
        label={text.title}
        onPhone="cards"
        rows={answer?.people ?? []}
        rowKey={(row) => `${row.appraisalId} ${row.forPost}`}
        href={(row) => `/appraise/ratings/${row.appraisalId}${row.forPost === 'second' ? '?post=second' : ''}`}
        empty={
          answer === null ? (
            <Reading />
          ) : (
            <Empty title={text.emptyTitle} sentence={answer.leftOn === null ? text.emptySentence : text.youLeft(answer.leftOn)} />
          )
        }
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name },
          { key: 'unit', title: text.unit, value: (row) => pick(row.unit) },
          { key: 'post', title: text.post, value: (row) => pick(row.post) },
          {
            key: 'group',
            title: text.group,
            value: (row) =>
              `${pick(GROUPS[row.group] ?? { zh: row.group, en: row.group })}${row.onBehalfOf === null ? '' : ` · ${text.forWhom(row.onBehalfOf)}`}`,
            filter: true,
            width: 150,
          },
          {
            key: 'given',
            title: text.given,
            value: (row) => (row.given ? text.done : row.drafted ? text.drafted : text.open),
            filter: true,
            width: 90,
          },
        ]}
      />
    </>
  )
}
