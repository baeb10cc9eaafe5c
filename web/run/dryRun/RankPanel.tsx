import type { DryRunComparison } from '@milepost/scorecard/dryRun/compareDryRuns'
import type { DryRun, DryRunCard } from '@milepost/scorecard/dryRun/dryRun'
import { DataTable } from '../../parts/DataTable.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { StatusMark } from '../../parts/StatusMark.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { bandSign } from './bandSign.ts'
import { en, zh } from './text.ts'
import type { DryRunView } from './years.ts'

type RankProps = { readonly run: DryRun; readonly facts: DryRunView; readonly compared: DryRunComparison | null }

/** Every card with its rank, how far weights would move it, and where the other scheme puts it. */
export function RankPanel({ run, facts, compared }: RankProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const cards = new Map(facts.cards.map((card) => [card.holder, card]))
  const { stability } = run
  const ranges = new Map(stability.kind === 'computed' ? stability.ranks.map((one) => [one.cardId, one]) : [])
  const moves = new Map(compared?.cards.map((one) => [one.cardId, one]))
  const percent = (share: number) => text.percent(written(100 * share, 0))
  const nameOf = (code: string | null) => {
    const found = run.bands.find((one) => one.code === code)
    return found === undefined ? undefined : pick(found.name)
  }
  const band = (code: string | null, state: string) => {
    const { status } = bandSign(code)
    return status === undefined ? (code ?? text.states[state] ?? state) : <StatusMark status={status} say="word" name={nameOf(code)} />
  }
  const bandWord = (row: DryRunCard) => nameOf(row.band) ?? text.noBand
  const rangeOf = (row: DryRunCard) => {
    const range = ranges.get(row.cardId)
    return range === undefined ? text.unknown : range.from === range.to ? String(range.from) : `${range.from}–${range.to}`
  }
  const signed = (value: number, digits: number) => `${value > 0 ? '+' : ''}${written(value, digits)}`
  return (
    <Panel
      title={text.ranking}
      sentence={
        stability.kind === 'computed'
          ? `${text.stability(written(stability.meanShift, 1), percent(stability.firstStays), percent(stability.topFifthStays))} ${text.rankingSay}`
          : text.tooFew
      }
    >
      <DataTable<DryRunCard>
        label={text.ranking}
        exportAs="dry-run-ranks"
        onPhone="cards"
        rows={run.results}
        rowKey={(row) => row.cardId}
        href={(row) => `/design/cards/${cards.get(row.cardId)?.cardId ?? ''}`}
        sortedBy={{ key: 'rank', direction: 'up' }}
        columns={[
          { key: 'name', title: text.holder, value: (row) => pick(cards.get(row.cardId)?.name ?? { zh: '', en: '' }) },
          ...(facts.cards.some((card) => card.unit !== null)
            ? [
                {
                  key: 'unit',
                  title: text.unit,
                  value: (row: DryRunCard) => {
                    const unit = cards.get(row.cardId)?.unit
                    return unit ? pick(unit) : ''
                  },
                  filter: true,
                },
              ]
            : []),
          { key: 'rank', title: text.rank, kind: 'number', value: (row) => row.rank, width: 80 },
          { key: 'range', title: text.range, value: rangeOf, width: 110 },
          {
            key: 'score',
            title: text.score,
            kind: 'number',
            value: (row) => row.score,
            show: (row) => row.official ?? text.unknown,
            text: (row) => row.official ?? '',
            width: 90,
          },
          { key: 'band', title: text.band, value: bandWord, show: (row) => band(row.band, row.state), filter: true, width: 120 },
          ...(compared === null
            ? []
            : [
                {
                  key: 'rank2',
                  title: `${text.second} · ${text.rank}`,
                  kind: 'number' as const,
                  value: (row: DryRunCard) => moves.get(row.cardId)?.ranks[1] ?? null,
                  width: 100,
                },
                {
                  key: 'gains',
                  title: text.gains,
                  kind: 'number' as const,
                  value: (row: DryRunCard) => moves.get(row.cardId)?.gains ?? null,
                  show: (row: DryRunCard) => {
                    const move = moves.get(row.cardId)
                    return move === undefined ? text.unknown : move.gains === 0 ? '0' : signed(move.gains, 0)
                  },
                  width: 90,
                },
                {
                  key: 'points',
                  title: text.points,
                  kind: 'number' as const,
                  value: (row: DryRunCard) => moves.get(row.cardId)?.points ?? null,
                  show: (row: DryRunCard) => {
                    const move = moves.get(row.cardId)
                    return move === undefined ? text.unknown : signed(move.points, 2)
                  },
                  width: 90,
                },
                {
                  key: 'band2',
                  title: `${text.second} · ${text.band}`,
                  value: (row: DryRunCard) => moves.get(row.cardId)?.bands[1] ?? '',
                  show: (row: DryRunCard) => {
                    const move = moves.get(row.cardId)
                    return move === undefined ? text.unknown : band(move.bands[1], row.state)
                  },
                  filter: true,
                  width: 120,
                },
              ]),
        ]}
      />
    </Panel>
  )
}
