import type { OutputOf } from '@milepost/contract/endpoint'
import { planInitiative, readInitiatives, settleInitiative } from '@milepost/contract/run/initiatives'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { written } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { today } from '../../platform/today.ts'
import '../run.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import { useRunCycle } from '../useRunCycle.ts'
import { en, zh } from './text.ts'

/** At most two decimals for the eye; a dash where there is no value. */
const figure = (value: string | null) => (value === null ? '–' : (value.split('.')[1]?.length ?? 0) > 2 ? written(value, 2) : value)

type Read = OutputOf<typeof readInitiatives>
type Initiative = Read['initiatives'][number]

/** What is done for which measure, what it promised, and whether it came. */
export function InitiativesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const chosen = useRunCycle()
  const { answer } = useAskMaybe(readInitiatives, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const [planning, setPlanning] = useState(false)
  const [settling, setSettling] = useState<Initiative | null>(null)
  const plan = answer !== null && answer.cards.length > 0 && (
    <Button type="primary" onClick={() => setPlanning(true)}>
      {text.plan}
    </Button>
  )
  if (chosen.cycle === null) return <NoCycle />
  const rows = answer?.initiatives ?? []
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={rows.length > 0 ? plan : undefined}
      />
      <DataTable
        label={text.title}
        exportAs="initiatives"
        onPhone="cards"
        rows={rows}
        rowKey={(row) => row.initiativeId}
        empty={<Empty title={text.none} sentence={text.noneSays} next={plan} />}
        columns={[
          { key: 'name', title: text.name, value: (row) => row.name },
          { key: 'holder', title: text.holder, value: (row) => pick(row.holder), filter: true, width: 130 },
          { key: 'measure', title: text.measure, value: (row) => `${row.code} ${pick(row.measure)}`, width: 190 },
          { key: 'owner', title: text.owner, value: (row) => row.owner, width: 90 },
          { key: 'due', title: text.due, value: (row) => row.dueOn, width: 110 },
          {
            key: 'values',
            title: text.values,
            value: (row) =>
              text.valuesOf(figure(row.valueBefore), figure(row.valuePromised), figure(row.valueAfter ?? row.valueNow), pick(row.unit)),
            width: 230,
          },
          {
            key: 'state',
            title: text.state,
            value: (row) =>
              [row.verdict ? text.verdicts[row.verdict] : row.toCheck ? text.toCheck : text.states[row.state], row.checkedBy, row.finding]
                .filter((one) => one)
                .join(' · '),
            filter: true,
          },
          {
            key: 'acts',
            title: '',
            acts: true,
            value: () => '',
            show: (row) =>
              row.maySettle ? (
                <Button size="small" onClick={() => setSettling(row)}>
                  {text.settle}
                </Button>
              ) : null,
            width: 100,
          },
        ]}
      />
      {planning && answer && <PlanForm read={answer} onClose={() => setPlanning(false)} />}
      {settling && <SettleForm initiative={settling} onClose={() => setSettling(null)} />}
    </>
  )
}

function PlanForm({ read, onClose }: { readonly read: Read; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const planning = useDo(planInitiative)
  const options = read.cards.flatMap((card) =>
    card.measures.map((one) => ({
      value: `${card.cardId} ${one.measureId}`,
      label: `${pick(card.holder)} · ${one.code} ${pick(one.name)} (${figure(one.now)})`,
    })),
  )
  return (
    <FormDialog
      title={text.plan}
      sentence={text.planSays}
      fields={[
        { key: 'what', label: text.measureNow, kind: 'choice', options },
        { key: 'name', label: text.name, kind: 'text' },
        { key: 'promised', label: text.promised, kind: 'text', pointer: '/valuePromised' },
        {
          key: 'owner',
          label: text.owner,
          kind: 'choice',
          options: read.people.map((one) => ({ value: one.personId, label: one.name })),
        },
        { key: 'startsOn', label: text.starts, kind: 'day' },
        { key: 'dueOn', label: text.due, kind: 'day' },
      ]}
      start={{ startsOn: today(), dueOn: today() }}
      acting={planning}
      onSave={({ what = '', name = '', promised = '', owner = '', startsOn = '', dueOn = '' }) => {
        const [cardId = '', measureId = ''] = what.split(' ')
        return planning.run({ cardId, measureId, name, valuePromised: promised, ownerPersonId: owner, startsOn, dueOn })
      }}
      onClose={onClose}
    />
  )
}

const VERDICTS = ['came', 'partly', 'did-not', 'dropped'] as const

function SettleForm({ initiative, onClose }: { readonly initiative: Initiative; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const settling = useDo(settleInitiative)
  const { valueBefore, valuePromised, valueNow, unit, initiativeId } = initiative
  return (
    <FormDialog
      title={`${text.settle} · ${initiative.name}`}
      sentence={text.valuesOf(figure(valueBefore), figure(valuePromised), figure(valueNow), pick(unit))}
      fields={[
        {
          key: 'verdict',
          label: text.verdict,
          kind: 'choice',
          options: VERDICTS.map((one) => ({ value: one, label: text.verdicts[one] })),
        },
        { key: 'finding', label: text.finding, kind: 'area' },
      ]}
      start={{}}
      acting={settling}
      onSave={({ verdict = '', finding = '' }) =>
        settling.run({ initiativeId, verdict: VERDICTS.find((one) => one === verdict) ?? 'did-not', finding })
      }
      onClose={onClose}
    />
  )
}
