import { type DryRunFacts, readDryRunChoices, readDryRunFacts } from '@milepost/contract/run/dryRun'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink, useAddressValue } from '../../platform/address.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../run.css'
import './dryRun.css'
import { DryRunChoices, LEVELS, type Level, MINE } from './DryRunChoices.tsx'
import { DryRunReport } from './DryRunReport.tsx'
import { en, zh } from './text.ts'

/** A scheme on past values before it is adopted. */
export function DryRunPage() {
  const text = useText({ zh, en })
  const { scorecards, cycles } = useAsk(readDryRunChoices, {})
  const [scheme] = useAddressValue('scheme')
  const [asked] = useAddressValue('cycle')
  const [values] = useAddressValue('values')
  const [level] = useAddressValue('level')
  const [beside] = useAddressValue('beside')
  const first = scorecards.find((one) => one.scorecardId === scheme) ?? scorecards.find((one) => one.cycleId === asked) ?? scorecards[0]
  const year = cycles.find((one) => one.cycleId === values) ?? mostValues(cycles)
  const scope: Level = LEVELS.find((one) => one === level) ?? 'unit'
  const second = beside === MINE ? undefined : scorecards.find((one) => one.scorecardId === beside)
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      {first === undefined && (
        <Empty title={text.noSchemeTitle} sentence={text.noSchemeSay} next={<PageLink href="/design/scorecard">{text.scheme}</PageLink>} />
      )}
      {first !== undefined && year === undefined && <Empty title={text.noValuesTitle} sentence={text.noValuesSay} />}
      {first !== undefined && year !== undefined && (
        <div className="mp-stack">
          <Panel>
            <DryRunChoices
              scorecards={scorecards}
              cycles={cycles}
              chosen={{
                scheme: first.scorecardId,
                values: year.cycleId,
                level: scope,
                beside: beside === MINE ? MINE : (second?.scorecardId ?? ''),
              }}
            />
          </Panel>
          <Asked
            first={first.scorecardId}
            second={second?.scorecardId ?? null}
            mine={beside === MINE}
            cycleId={year.cycleId}
            scope={scope}
          />
        </div>
      )}
    </>
  )
}

const mostValues = <C extends { values: number }>(cycles: readonly C[]): C | undefined => cycles.toSorted((a, b) => b.values - a.values)[0]

type AskedProps = {
  readonly first: string
  readonly second: string | null
  readonly mine: boolean
  readonly cycleId: string
  readonly scope: Level
}

function Asked({ first, second, mine, cycleId, scope }: AskedProps) {
  const text = useText({ zh, en })
  const a = useAskMaybe(readDryRunFacts, { scorecardId: first, cycleId, scope })
  const b = useAskMaybe(readDryRunFacts, second === null ? null : { scorecardId: second, cycleId, scope })
  const fits = (facts: DryRunFacts | null, scorecardId: string): DryRunFacts | null =>
    facts !== null && facts.scorecard.scorecardId === scorecardId && facts.cycle.cycleId === cycleId ? facts : null
  const facts = fits(a.answer, first)
  if (a.refused !== null) return <RefusalNote refused={a.refused} />
  if (facts === null) return <Reading />
  if (facts.cards.length === 0) return <Empty title={text.noCardsTitle} sentence={text.noCardsSay} />
  const other = mine ? facts : second === null ? null : fits(b.answer, second)
  return (
    <>
      {b.refused !== null && <RefusalNote refused={b.refused} />}
      <DryRunReport facts={facts} other={other} mine={mine} />
    </>
  )
}
