import { readCardScore } from '@milepost/contract/run/scores'
import { Button, Segmented } from 'antd'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PlanStretches } from '../../parts/PlanStretches.tsx'
import { useAddressValue, useGo, useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import '../run.css'
import { FindingsPanel } from './FindingsPanel.tsx'
import { PerspectiveList } from './PerspectiveList.tsx'
import { ScoreHead } from './ScoreHead.tsx'
import { en, zh } from './text.ts'

const MODES = ['live', 'official'] as const

export function CardScorePage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const cardId = useParam('cardId')
  const [asked, setMode] = useAddressValue('mode')
  const mode = MODES.find((one) => one === asked)
  const view = useAsk(readCardScore, { cardId, ...(mode === undefined ? {} : { mode }) })
  const mayOverview = useMay('score.read')
  return (
    <>
      <PageHead
        title={`${pick(view.card.name)} · ${text.card}`}
        sentence={text.cardSentence}
        back={mayOverview ? { href: `/run?year=${view.cycle.year}`, text: text.backToAll } : undefined}
        beside={pick(view.cycle.name)}
        primary={
          <Button type="primary" onClick={() => go(`/open/tickets/cards/${cardId}`)}>
            {text.openTicket}
          </Button>
        }
      />
      <div className="mp-stack">
        <Segmented
          aria-label={text.status}
          value={view.result.mode}
          options={[
            { value: 'live', label: text.asLive },
            { value: 'official', label: text.asOfficial },
          ]}
          onChange={setMode}
          style={{ justifySelf: 'start' }}
        />
        <Panel>
          <ScoreHead view={view} />
        </Panel>
        {view.result.stretches !== undefined && <PlanStretches stretches={view.result.stretches} />}
        <FindingsPanel findings={view.result.findings} />
        <PerspectiveList view={view} says="moves" />
      </div>
    </>
  )
}
