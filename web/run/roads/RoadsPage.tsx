import type { OutputOf } from '@milepost/contract/endpoint'
import { feedPavementMeasures, readInspections } from '@milepost/contract/run/inspections'
import type { ConditionIndex } from '@milepost/terms/road'
import { Alert, Button, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import '../run.css'
import './roads.css'
import { MeasuresPanel } from './MeasuresPanel.tsx'
import { RatesPanel, UnitRatesPanel } from './RatesPanel.tsx'
import { SectionDrawer, UnverifiedList } from './SectionDrawer.tsx'
import { SectionTable } from './SectionTable.tsx'
import { StripMaps } from './StripMaps.tsx'
import { stripsOf } from './strips.ts'
import { en, zh } from './text.ts'

const COLOURED_BY = ['MQI', 'PQI', 'PCI', 'RQI', 'RDI'] as const satisfies readonly ConditionIndex[]

export function RoadsPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const [periodId, setPeriodId] = useAddressValue('period')
  const view = useAsk(readInspections, periodId === null ? {} : { periodId })
  const mayImport = useMay('inspection.import')
  const mayFeed = useMay('value.import')
  const feeding = useDo(feedPavementMeasures)
  const period = view.period
  const importButton = mayImport && <Button onClick={() => go('/run/roads/import')}>{text.importFile}</Button>
  const empty = period === null || view.sections.length === 0
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={
          view.periods.length > 0 && (
            <Select
              aria-label={text.period}
              popupMatchSelectWidth={false}
              value={period?.periodId}
              options={view.periods.map((one) => ({ value: one.periodId, label: `${one.code} (${one.sections})` }))}
              onChange={setPeriodId}
            />
          )
        }
        primary={
          mayFeed &&
          !empty && (
            <Button
              type="primary"
              disabled={period.state === 'closed'}
              loading={feeding.busy}
              onClick={() => feeding.start({ periodId: period.periodId })}
            >
              {text.feed}
            </Button>
          )
        }
        more={mayImport && !empty ? [{ key: 'import', text: text.importFile, onClick: () => go('/run/roads/import') }] : []}
      />
      {feeding.refused !== null && <RefusalNote refused={feeding.refused} />}
      {feeding.outcome !== null && <FedNote fed={feeding.outcome} />}
      {empty ? <Empty title={text.none} sentence={text.noneSay} next={importButton} /> : <Roads view={view} />}
    </>
  )
}

function Roads({ view }: { readonly view: OutputOf<typeof readInspections> }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [index, setIndex] = useState<ConditionIndex>('MQI')
  const [open, setOpen] = useAddressValue('section')
  const { standard, sections } = view
  return (
    <div className="mp-stack">
      <p className="mp-run-standard">
        {text.standard(pick(standard.name), standard.version)}{' '}
        <Tag color={standard.verified ? 'success' : 'warning'}>{standard.verified ? text.verified : text.unverified}</Tag>
      </p>
      <RatesPanel rates={view.rates} />
      <Panel
        title={text.strips}
        sentence={text.stripsSay}
        acts={<Segmented aria-label={text.index} value={index} options={[...COLOURED_BY]} onChange={(next) => setIndex(next)} />}
      >
        <Figure caption={text.caption(index, sections.length, stripsOf(sections, index).length)}>
          <StripMaps sections={sections} index={index} onOpen={setOpen} />
        </Figure>
      </Panel>
      <Panel title={text.sectionsTitle}>
        <SectionTable sections={sections} onOpen={setOpen} />
      </Panel>
      <UnitRatesPanel rates={view.rates} />
      <MeasuresPanel measures={view.measures} />
      <UnverifiedList rows={view.toVerify} />
      {open !== null && <SectionDrawer inspectionId={open} onClose={() => setOpen(null)} />}
    </div>
  )
}

function FedNote({ fed }: { readonly fed: OutputOf<typeof feedPavementMeasures> }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Alert
      className="mp-run-note"
      type={fed.notComputed.length === 0 ? 'success' : 'warning'}
      showIcon
      title={text.fed(fed.recorded, fed.same)}
      description={
        fed.notComputed.length > 0 && (
          <ul>
            {fed.notComputed.map((one) => (
              <li key={`${one.measure} ${one.holder.zh}`}>{text.notComputed(one.measure, pick(one.holder), text.because[one.because])}</li>
            ))}
          </ul>
        )
      }
    />
  )
}
