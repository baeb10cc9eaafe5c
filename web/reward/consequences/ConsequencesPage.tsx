import type { OutputOf } from '@milepost/contract/endpoint'
import { listConsequences } from '@milepost/contract/reward/outcome'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { CycleChoice, gradeName, useChosenCycle } from '../../appraise/published.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { ProposalList } from './ProposalList.tsx'
import { en, zh } from './text.ts'

type Row = OutputOf<typeof listConsequences>['rows'][number]

/** Grades that take something away, or a run that brings more. */
const needsCare = ({ grade, outcomes }: Row) =>
  grade !== null &&
  ((grade !== 'excellent' && grade !== 'qualified') ||
    outcomes.some(({ proposals }) => proposals.some(({ kind }) => kind === 'second-year-running')))

/** For the personnel office: what each result leads to, as proposals with their article. */
export function ConsequencesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useChosenCycle()
  const mayAct = useMay('consequence.act')
  const [askedId, setAskedId] = useState<string | null>(null)
  const { answer, refused } = useAskMaybe(listConsequences, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const asked = answer?.rows.find(({ personId }) => personId === askedId) ?? null
  const careful = answer?.rows.filter(needsCare).length ?? 0
  const doneOf = (row: Row) => {
    const proposals = row.grade === null ? [] : row.outcomes.flatMap((outcome) => outcome.proposals)
    return proposals.length === 0 ? '' : `${proposals.filter(({ act }) => act !== null).length} / ${proposals.length}`
  }
  const said = (row: Row) =>
    row.grade === null ? text.undecided : row.outcomes.flatMap(({ proposals }) => proposals.map((one) => pick(one.text))).join('; ')
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={answer ? <PrintButton /> : undefined}
      />
      {refused && <RefusalNote refused={refused} />}
      {chosen.cycle === null && <Empty title={text.noCycleTitle} sentence={text.noCycle} />}
      {answer && (
        <div className="mp-stack">
          {careful > 0 && <Alert type="warning" showIcon title={text.attention(careful)} />}
          <Panel sentence={text.source(pick(answer.rules.source))}>
            <DataTable
              label={text.title}
              rows={answer.rows}
              rowKey={(row) => row.personId}
              exportAs={text.fileName}
              onPhone="cards"
              empty={<Empty title={text.nobodyTitle} sentence={text.nobody} />}
              columns={[
                { key: 'person', title: text.person, value: (row) => row.name, width: 110 },
                { key: 'no', title: text.no, value: (row) => row.employeeNo, width: 110, hiddenAtFirst: true },
                { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 150 },
                { key: 'post', title: text.post, value: (row) => pick(row.post), width: 140, hiddenAtFirst: true },
                {
                  key: 'grade',
                  title: text.grade,
                  value: (row) => (row.grade === null ? text.undecided : pick(gradeName(row.grade))),
                  filter: true,
                  width: 130,
                },
                {
                  key: 'running',
                  title: text.running,
                  kind: 'number',
                  value: (row) => (row.grade === null ? null : (row.outcomes[0]?.yearsRunning ?? null)),
                  width: 90,
                },
                {
                  key: 'done',
                  title: text.done,
                  value: doneOf,
                  filter: true,
                  width: 100,
                },
                { key: 'proposals', title: text.proposals, value: said, text: said },
                {
                  key: 'open',
                  title: text.open,
                  value: () => null,
                  acts: true,
                  width: 110,
                  show: (row) => (
                    <button type="button" className="mp-text-button" onClick={() => setAskedId(row.personId)}>
                      {text.open}
                    </button>
                  ),
                },
              ]}
            />
          </Panel>
        </div>
      )}
      {asked && (
        <Modal open title={`${asked.name} · ${pick(asked.unit)}`} footer={null} onCancel={() => setAskedId(null)}>
          {asked.outcomes.map((outcome) => (
            <section key={outcome.grade}>
              <h3>{`${pick(gradeName(outcome.grade))} ${text.yearsRunning(outcome.yearsRunning)}`}</h3>
              <ProposalList
                outcome={outcome}
                acting={mayAct && asked.isFinal && chosen.cycle ? { cycleId: chosen.cycle.cycleId, personId: asked.personId } : undefined}
              />
            </section>
          ))}
        </Modal>
      )}
    </>
  )
}
