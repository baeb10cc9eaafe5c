import type { OutputOf } from '@milepost/contract/endpoint'
import { downloadMidYear, readMidYear } from '@milepost/contract/run/checkIns'
import { Button } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { en, zh } from './midYearText.ts'

type Person = OutputOf<typeof readMidYear>['people'][number]

/** Who has had the mid-year review of a cycle, who has not, and who is late. */
export function MidYearPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <MidYear chosen={chosen} cycleId={chosen.cycle.cycleId} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <NoCycle />
    </>
  )
}

function MidYear({ chosen, cycleId }: { readonly chosen: RunCycle; readonly cycleId: string }) {
  const text = useText({ zh, en })
  const go = useGo()
  const { by, people } = useAsk(readMidYear, { cycleId })
  const held = people.filter(({ heldOn }) => heldOn !== null).length
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} primary={<PrintButton />} />
      {by === null ? (
        <Empty
          title={text.none}
          sentence={text.noneSay}
          next={<Button onClick={() => go('/institution/cycles')}>{text.toCycles}</Button>}
        />
      ) : (
        <Panel title={text.midYear} sentence={people.length === 0 ? text.early(by) : text.dueBy(by, held, people.length)}>
          <People people={people} />
        </Panel>
      )}
    </>
  )
}

function People({ people }: { readonly people: readonly Person[] }) {
  const text = useText({ zh, en })
  const { pick, language } = useLanguage()
  const day = ({ heldOn, heldLate }: Person) => (heldOn === null ? text.nothing : heldLate ? text.lateHeld(heldOn) : heldOn)
  return (
    <DataTable
      label={text.title}
      onPhone="cards"
      exportAs="mid-year-reviews"
      rows={people}
      rowKey={(row) => row.personId}
      columns={[
        { key: 'name', title: text.name, value: (row) => pick(row.name), width: 140 },
        { key: 'unit', title: text.unit, value: (row) => pick(row.unit), filter: true },
        { key: 'head', title: text.head, value: (row) => pick(row.head), filter: true, width: 140 },
        { key: 'heads', title: text.heads, value: (row) => (row.heads === null ? text.nothing : pick(row.heads)) },
        { key: 'state', title: text.state, value: (row) => text.states[row.state], filter: true, width: 150 },
        { key: 'heldOn', title: text.heldOn, value: day, width: 130 },
        { key: 'changes', title: text.hasChanges, value: (row) => (row.hasChanges ? text.yes : text.no), filter: true, width: 90 },
        {
          key: 'paper',
          title: text.record,
          acts: true,
          value: () => null,
          width: 90,
          show: ({ checkInId, name }) =>
            checkInId !== null && (
              <Button
                size="small"
                aria-label={`${text.word} ${pick(name)}`}
                onClick={() => void download(downloadMidYear, { checkInId, language }).then(saveFile)}
              >
                {text.word}
              </Button>
            ),
        },
      ]}
    />
  )
}
