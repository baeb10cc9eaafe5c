import { cardFileTemplate, importCards } from '@milepost/contract/design/cards'
import { importMeasures, measureFileTemplate } from '@milepost/contract/design/measures'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { ImportPanel } from '../../parts/ImportPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { download, upload } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useScorecard } from '../useDesign.ts'
import '../design.css'
import { ExportPanel } from './ExportPanel.tsx'
import { SchemeFilePanel } from './SchemeFilePanel.tsx'
import { en, zh } from './text.ts'

const KINDS = ['cards', 'measures', 'scheme'] as const

export function ImportPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const { view } = useScorecard()
  const [what, setWhat] = useAddressValue('what')
  const [saved, setSaved] = useState(false)
  const kind = KINDS.find((one) => one === what) ?? 'cards'
  const scorecardId = view?.scorecard?.scorecardId ?? null
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: '/design/scorecard', text: text.back }}
        beside={view?.scorecard ? pick(view.scorecard.name) : undefined}
      />
      <div className="mp-stack">
        <Segmented
          aria-label={text.pick}
          options={KINDS.map((one) => ({ value: one, label: text.kinds[one] }))}
          value={kind}
          onChange={(one) => {
            setSaved(false)
            setWhat(one)
          }}
          style={{ justifySelf: 'start' }}
        />
        <Panel title={text.kinds[kind]}>
          {kind === 'measures' && (
            <ImportPanel
              key="measures"
              send={(file, step) => upload(importMeasures, { step }, file)}
              template={(language) => download(measureFileTemplate, { language })}
              sentence={text.say.measures}
              onSaved={() => setSaved(true)}
            />
          )}
          {kind === 'cards' && scorecardId !== null && (
            <ImportPanel
              key="cards"
              send={(file, step) => upload(importCards, { scorecardId, step }, file)}
              template={(language) => download(cardFileTemplate, { language })}
              sentence={text.say.cards}
              onSaved={() => setSaved(true)}
            />
          )}
          {kind === 'cards' && view !== null && scorecardId === null && (
            <Empty
              title={text.noScorecard}
              sentence={text.say.cards}
              next={<Button onClick={() => go('/design/scorecard')}>{text.toScorecard}</Button>}
            />
          )}
          {kind === 'scheme' && view !== null && <SchemeFilePanel view={view} />}
          {saved && kind !== 'scheme' && (
            <Button style={{ marginTop: 16 }} onClick={() => go(kind === 'cards' ? '/design/cascade' : '/design/measures')}>
              {kind === 'cards' ? text.seeCards : text.seeMeasures}
            </Button>
          )}
        </Panel>
        {scorecardId !== null && <ExportPanel scorecardId={scorecardId} />}
      </div>
    </>
  )
}
