import { readDryRunChoices } from '@milepost/contract/run/dryRun'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink, useAddressValue } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../run.css'
import './dryRun.css'
import { DryRunChoices, MINE } from './DryRunChoices.tsx'
import { DryRunReport } from './DryRunReport.tsx'
import { type AskedLevel, LEVELS, WHOLE } from './levels.ts'
import { en, zh } from './text.ts'
import { useYearFacts } from './useYearFacts.ts'

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
  const named = (values ?? '').split(',')
  const chosen = cycles.filter((one) => named.includes(one.cycleId))
  const most = mostValues(cycles)
  const years = chosen.length > 0 ? chosen : most === undefined ? [] : [most]
  const scope: AskedLevel = [...LEVELS, WHOLE].find((one): one is AskedLevel => one === level) ?? 'unit'
  const second = beside === MINE ? undefined : scorecards.find((one) => one.scorecardId === beside)
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      {first === undefined && (
        <Empty title={text.noSchemeTitle} sentence={text.noSchemeSay} next={<PageLink href="/design/scorecard">{text.scheme}</PageLink>} />
      )}
      {first !== undefined && years.length === 0 && <Empty title={text.noValuesTitle} sentence={text.noValuesSay} />}
      {first !== undefined && years.length > 0 && (
        <div className="mp-stack">
          <Panel>
            <DryRunChoices
              scorecards={scorecards}
              cycles={cycles}
              chosen={{
                scheme: first.scorecardId,
                values: years.map((one) => one.cycleId),
                level: scope,
                beside: beside === MINE ? MINE : (second?.scorecardId ?? ''),
              }}
            />
          </Panel>
          <Asked
            first={first.scorecardId}
            second={second?.scorecardId ?? null}
            mine={beside === MINE}
            cycleIds={years.map((one) => one.cycleId)}
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
  readonly cycleIds: readonly string[]
  readonly scope: AskedLevel
}

function Asked({ first, second, mine, cycleIds, scope }: AskedProps) {
  const text = useText({ zh, en })
  const a = useYearFacts({ scorecardId: first, cycleIds, scope })
  const b = useYearFacts({ scorecardId: second, cycleIds, scope })
  if (a.refused !== null) return <RefusalNote refused={a.refused} />
  if (a.years === null) return <Reading />
  if (a.years.every(({ cards }) => cards.length === 0)) return <Empty title={text.noCardsTitle} sentence={text.noCardsSay} />
  return (
    <>
      {b.refused !== null && <RefusalNote refused={b.refused} />}
      <DryRunReport years={a.years} other={mine ? a.years : b.years} mine={mine} />
    </>
  )
}
