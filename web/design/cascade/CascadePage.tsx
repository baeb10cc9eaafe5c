import { agreeUnitCards } from '@milepost/contract/design/cards'
import { draftCascade, readCascade } from '@milepost/contract/design/cascade'
import { Alert, Button, Popconfirm, Segmented } from 'antd'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink, useAddressValue, useGo } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import '../design.css'
import { type ScorecardView, useScorecard } from '../useDesign.ts'
import { CarriersPanel } from './CarriersPanel.tsx'
import { CascadeTree } from './CascadeTree.tsx'
import { cardsToDraft } from './cardsToDraft.ts'
import { DraftReport } from './DraftReport.tsx'
import { TemplatesPanel } from './TemplatesPanel.tsx'
import { en, zh } from './text.ts'

/** The same cascade, by who stands under whom or by what serves what. */
const BY = ['unit', 'objective'] as const

export function CascadePage() {
  const text = useText({ zh, en })
  const go = useGo()
  const { cycleId, setCycle, view, refused } = useScorecard()
  if (view?.scorecard && view.card)
    return (
      <CascadeDesk
        key={view.scorecard.scorecardId}
        view={view}
        scorecardId={view.scorecard.scorecardId}
        cardId={view.card.cardId}
        onCycle={setCycle}
      />
    )
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      {refused !== null && <RefusalNote refused={refused} />}
      {view === null && cycleId !== null && refused === null ? (
        <Reading />
      ) : (
        <Empty
          title={text.noneTitle}
          sentence={text.noneSay}
          next={
            <Button type="primary" onClick={() => go('/design/scorecard')}>
              {text.toScorecard}
            </Button>
          }
        />
      )}
    </>
  )
}

type CascadeDeskProps = {
  readonly view: ScorecardView
  readonly scorecardId: string
  readonly cardId: string
  readonly onCycle: (cycleId: string) => void
}

function CascadeDesk({ view, scorecardId, cardId, onCycle }: CascadeDeskProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const mayEdit = useMay('scorecard.edit')
  const mayAgree = useMay('scorecard.publish')
  const cascade = useAsk(readCascade, { scorecardId })
  const [asked, setBy] = useAddressValue('by')
  const by = BY.find((one) => one === asked) ?? 'unit'
  const drafting = useDo(draftCascade)
  const agreeing = useDo(agreeUnitCards)
  const open = cascade.units.filter((unit) => unit.card !== null && unit.card.state !== 'agreed').length
  const started = cascade.units.some((unit) => unit.card !== null) || cascade.people.some((person) => person.card !== null)
  const toDraft = cardsToDraft(cascade)
  const refused = drafting.refused ?? agreeing.refused
  return (
    <>
      <PageHead
        title={text.title}
        sentence={mayEdit ? text.draftSay : text.sentence}
        beside={pick(cascade.scorecard.name)}
        primary={
          mayEdit ? (
            <Popconfirm
              title={text.draftAsk(toDraft.units, toDraft.plans)}
              description={<div style={{ maxWidth: 360 }}>{text.draftAskSay}</div>}
              okText={started ? text.draftMore : text.draft}
              cancelText={text.cancel}
              disabled={toDraft.units + toDraft.plans === 0}
              onConfirm={() => drafting.start({ scorecardId })}
            >
              <Button
                type="primary"
                loading={drafting.busy}
                onClick={() => toDraft.units + toDraft.plans === 0 && drafting.start({ scorecardId })}
              >
                {started ? text.draftMore : text.draft}
              </Button>
            </Popconfirm>
          ) : (
            mayAgree &&
            cascade.scorecard.state === 'published' &&
            open > 0 && (
              <Popconfirm
                title={text.agreeAsk}
                okText={text.agreeAll(open)}
                cancelText={text.cancel}
                onConfirm={() => agreeing.start({ scorecardId })}
              >
                <Button type="primary" loading={agreeing.busy}>
                  {text.agreeAll(open)}
                </Button>
              </Popconfirm>
            )
          )
        }
        more={[
          { key: 'coverage', text: text.toCoverage, onClick: () => go(`/design/coverage?cycle=${view.cycle.cycleId}`) },
          { key: 'local-targets', text: text.toLocalTargets, onClick: () => go(`/design/local-targets?cycle=${view.cycle.cycleId}`) },
          ...(mayEdit ? [{ key: 'import', text: text.import, onClick: () => go(`/design/import?cycle=${view.cycle.cycleId}`) }] : []),
        ]}
      />
      <div className="mp-stack">
        {refused !== null && <RefusalNote refused={refused} />}
        {mayEdit && view.lint.some(({ severity }) => severity === 'blocks') && (
          <Alert
            type="warning"
            showIcon
            title={text.blockedTitle}
            description={<PageLink href={`/design/scorecard?cycle=${view.cycle.cycleId}`}>{text.toChecks}</PageLink>}
          />
        )}
        {drafting.outcome !== null && <DraftReport report={drafting.outcome} />}
        <Panel>
          <div className="mp-row" style={{ justifyContent: 'space-between' }}>
            <Segmented
              aria-label={text.views}
              value={by}
              options={BY.map((value) => ({ value, label: text.by[value] }))}
              onChange={(value) => setBy(value === 'unit' ? null : value)}
            />
            <CycleChoice view={view} onChange={onCycle} />
          </div>
        </Panel>
        {by === 'unit' ? (
          <Panel title={text.tree} sentence={text.treeSay}>
            <CascadeTree cascade={cascade} institutionCardId={cardId} />
          </Panel>
        ) : (
          <CarriersPanel scorecardId={scorecardId} />
        )}
        {mayEdit && by === 'unit' && <TemplatesPanel cascade={cascade} />}
      </div>
    </>
  )
}
