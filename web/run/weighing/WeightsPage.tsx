import { PERSPECTIVES, readWeighing } from '@milepost/contract/run/weighing'
import { Alert, Select } from 'antd'
import type { ReactNode } from 'react'
import { CycleChoice, useScorecard } from '../../design/published.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink, useAddressValue } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { en, zh } from './text.ts'
import './weighing.css'
import { WeighingDesk } from './WeighingDesk.tsx'

/** Weights of one group of a scorecard, found by several ways. */
export function WeightsPage() {
  const text = useText({ zh, en })
  const { cycleId, setCycle, view: answer, refused } = useScorecard()
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: cycleId === null ? '/design/scorecard' : `/design/scorecard?cycle=${cycleId}`, text: text.toScorecard }}
      />
      {refused !== null && <RefusalNote refused={refused} />}
      {cycleId === null && <NoCycle />}
      {cycleId !== null && answer === null && refused === null && <Reading />}
      {answer !== null &&
        (answer.scorecard === null ? (
          <>
            <Panel>
              <CycleChoice view={answer} onChange={setCycle} />
            </Panel>
            <Empty
              title={text.noneTitle}
              sentence={text.noneSay}
              next={<PageLink href={`/design/scorecard?cycle=${answer.cycle.cycleId}`}>{text.toScorecard}</PageLink>}
            />
          </>
        ) : (
          <Chosen
            key={answer.scorecard.scorecardId}
            scorecardId={answer.scorecard.scorecardId}
            year={<CycleChoice view={answer} onChange={setCycle} />}
          />
        ))}
    </>
  )
}

function Chosen({ scorecardId, year }: { readonly scorecardId: string; readonly year: ReactNode }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [named, setGroup] = useAddressValue('group')
  const about = named ?? PERSPECTIVES
  const view = useAsk(readWeighing, { scorecardId, about })
  return (
    <div className="mp-stack">
      {view.scorecard.state === 'published' && <Alert type="info" showIcon title={text.published} />}
      <Panel>
        <div className="mp-row">
          {year}
          {text.group}
          <Select
            aria-label={text.group}
            value={about}
            popupMatchSelectWidth={false}
            options={view.groups.map((one) => ({ value: one.about, label: text.items(pick(one.name), one.items) }))}
            onChange={setGroup}
          />
        </div>
      </Panel>
      {view.items.length < 2 ? (
        <Empty title={text.beside} sentence={text.few} />
      ) : (
        <WeighingDesk key={`${about} ${view.cardRevision}`} scorecardId={scorecardId} about={about} view={view} />
      )}
    </div>
  )
}
