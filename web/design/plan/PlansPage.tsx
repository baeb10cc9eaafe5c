import { listPlans } from '@milepost/contract/design/plans'
import { percentOf } from '@milepost/contract/design/weights'
import { Tag } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { useDesignCycle } from '../useDesign.ts'
import { AgreePlans } from './AgreePlans.tsx'
import { ExceptPlans } from './ExceptPlans.tsx'
import { en, zh } from './text.ts'

/** Waits for the head; one's own plan is looked at by itself. */
const isForHead = (plan: { waitsForMe: boolean; agreedByHead: boolean }) => plan.waitsForMe && !plan.agreedByHead

const COLOURS = { draft: 'default', proposed: 'processing', agreed: 'success' } as const

/** How the plans stand: a head sees the own people, the office everybody. */
export function PlansPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [cycleId] = useDesignCycle()
  const { answer, refused } = useAskMaybe(listPlans, cycleId === null ? null : { cycleId })
  const plans = answer?.plans ?? []
  const mayExcept = useMay('plan.except')
  const notAgreed = plans.filter((plan) => plan.state !== 'agreed' && plan.exception === null)
  const ordered = [...plans].sort(
    (a, b) => Number(b.waitsForMe) - Number(a.waitsForMe) || Number(a.state === 'agreed') - Number(b.state === 'agreed'),
  )
  return (
    <>
      <PageHead
        title={text.list}
        sentence={text.listSay}
        primary={
          <>
            {mayExcept && notAgreed.length > 0 && <ExceptPlans cycleId={cycleId ?? ''} plans={notAgreed} />}
            {plans.some(isForHead) && <AgreePlans cycleId={cycleId ?? ''} plans={plans.filter(isForHead)} />}
          </>
        }
        beside={plans.length > 0 ? text.agreedShare(plans.filter((plan) => plan.state === 'agreed').length, plans.length) : undefined}
      />
      {refused !== null && <RefusalNote refused={refused} />}
      {answer === null && cycleId !== null && refused === null && <Reading />}
      {(answer !== null || cycleId === null) && (
        <DataTable
          label={text.list}
          onPhone="cards"
          exportAs={text.exportAs}
          rows={ordered}
          rowKey={(row) => row.cardId}
          href={(row) => `/design/cards/${row.cardId}`}
          marked={(row) => row.waitsForMe}
          empty={<Empty title={text.emptyTitle} sentence={text.emptySay} />}
          columns={[
            { key: 'person', title: text.person, value: (row) => row.person, width: 100 },
            { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true, width: 150 },
            { key: 'post', title: text.post, value: (row) => pick(row.post), filter: true, width: 150 },
            {
              key: 'state',
              title: text.state,
              value: (row) => text.states[row.state],
              filter: true,
              show: (row) => (
                <>
                  <Tag color={COLOURS[row.state]}>{text.states[row.state]}</Tag>
                  {row.exception !== null && <span className="mp-soft">{text.exceptedBy(row.exception.by, row.exception.reason)}</span>}
                </>
              ),
              width: 140,
            },
            { key: 'waits', title: text.waits, value: (row) => (row.waitsForMe ? text.waitsYes : ''), filter: true, width: 110 },
            { key: 'measures', title: text.measures, kind: 'number', value: (row) => row.measures, width: 90 },
            {
              key: 'total',
              title: text.total,
              kind: 'number',
              value: (row) => row.totalBp,
              show: (row) => `${percentOf(row.totalBp)}%`,
              text: (row) => percentOf(row.totalBp),
              width: 110,
            },
            { key: 'goals', title: text.goalCount, kind: 'number', value: (row) => row.goals, width: 120 },
            { key: 'employeeNo', title: text.employeeNo, value: (row) => row.employeeNo, hiddenAtFirst: true, width: 110 },
          ]}
        />
      )}
    </>
  )
}
