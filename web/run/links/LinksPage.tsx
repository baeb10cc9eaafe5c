import type { OutputOf } from '@milepost/contract/endpoint'
import { readLinks } from '@milepost/contract/run/reviews'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { minuteOf } from '../words.ts'
import { en, zh } from './text.ts'

type Answer = OutputOf<typeof readLinks>
type Unit = Answer['units'][number]
const LINKS = ['plan', 'check-in', 'mid-year', 'confirmed', 'value', 'verified', 'self-report', 'signed', 'interview'] as const

export function LinksPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <Links chosen={chosen} cycleId={chosen.cycle.cycleId} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <NoCycle />
    </>
  )
}

function Links({ chosen, cycleId }: { readonly chosen: RunCycle; readonly cycleId: string }) {
  const text = useText({ zh, en })
  const { units, waiting } = useAsk(readLinks, { cycleId })
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} beside={<CycleChoice chosen={chosen} />} primary={<PrintButton />} />
      <div className="mp-stack">
        <UnitLinks units={units} />
        <Waiting waiting={waiting} />
      </div>
    </>
  )
}

function UnitLinks({ units }: { readonly units: Answer['units'] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const count = (unit: Unit, link: (typeof LINKS)[number]) => {
    const found = unit.links.find((one) => one.link === link)
    return found === undefined || found.due === 0 ? text.nothing : text.of(found.onTime, found.due, found.late)
  }
  const said = (unit: Unit) =>
    unit.suspicions.map(({ kind, count: times, detail }) =>
      text.suspicion[kind](times, kind === 'within-an-hour' ? minuteOf(detail) : detail),
    )
  const doubted = units.filter((unit) => unit.suspicions.length > 0)
  return (
    <Panel title={text.index} sentence={text.how}>
      <DataTable
        label={text.title}
        exportAs="missing-links"
        onPhone="cards"
        rows={units}
        rowKey={(unit) => unit.unitId}
        sortedBy={{ key: 'index', direction: 'up' }}
        empty={<Empty title={text.empty} sentence={text.emptySay} />}
        columns={[
          { key: 'unit', title: text.unit, value: (unit) => pick(unit.name) },
          { key: 'people', title: text.people, kind: 'number', value: (unit) => unit.people, width: 64 },
          { key: 'index', title: text.index, kind: 'number', value: (unit) => unit.index, width: 84 },
          // beside the index: it is what the eye is to fall on
          {
            key: 'suspicions',
            title: text.suspicions,
            value: (unit) => said(unit).join('；'),
            show: (unit) => (unit.suspicions.length === 0 ? '' : text.seeBelow(unit.suspicions.length)),
            width: 84,
          },
          ...LINKS.map((link) => ({
            key: link,
            title: text.links[link],
            value: (unit: Unit) => count(unit, link),
            width: 84,
            // not due anywhere yet: room for what is
            hiddenAtFirst: !units.some((unit) => unit.links.some((one) => one.link === link && one.due > 0)),
          })),
        ]}
      />
      {doubted.length > 0 && (
        <section className="mp-run-suspicions">
          <h3>{text.suspicions}</h3>
          <dl>
            {doubted.map((unit) => (
              <div key={unit.unitId}>
                <dt>{pick(unit.name)}</dt>
                {said(unit).map((line) => (
                  <dd key={line}>{line}</dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      )}
    </Panel>
  )
}

function Waiting({ waiting }: { readonly waiting: Answer['waiting'] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel title={text.waiting} sentence={text.waitingSay}>
      <DataTable
        label={text.waiting}
        plain
        onPhone="cards"
        rows={waiting}
        rowKey={(row) => `${row.what} ${row.who.zh}`}
        empty={<Empty title={text.nobodyWaits} sentence={text.nobodyWaitsSay} />}
        columns={[
          { key: 'who', title: text.who, value: (row) => pick(row.who) },
          {
            key: 'what',
            title: text.matter,
            value: (row) => text.what[row.what],
            show: (row) => <PageLink href={row.href}>{text.what[row.what]}</PageLink>,
          },
          { key: 'count', title: text.count, kind: 'number', value: (row) => row.count, width: 100 },
          { key: 'since', title: text.since, value: (row) => row.since ?? text.nothing, width: 120 },
        ]}
      />
    </Panel>
  )
}
