import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Choice, type Comparison, nameIn, type Result } from './choice.ts'
import { ShareBar } from './ShareBar.tsx'
import { en, zh } from './text.ts'

type WeightsPanelProps = { readonly choice: Choice; readonly result: Result; readonly judges: Comparison['judges'] }

/** What the criteria weigh, whether the judgements fit together, and whether the judges agree: in words first. */
export function WeightsPanel({ choice, result, judges }: WeightsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { weights, agreement } = result
  if (weights === null) return null
  const spread = new Map(result.spread.map((one) => [one.criterion, one]))
  const widest = result.spread[0]
  const criterion = (code: string) => pick(nameIn(choice.criteria, code))
  const judge = (at: number) => judges[at] ?? ''
  const isPanel = choice.basis.weights === 'judges'
  return (
    <Panel
      title={text.weights}
      sentence={`${isPanel ? text.weightsOfJudges(result.judges) : text.weightsSay}${weights.pairsJudged < weights.pairs ? text.gaps(weights.pairsJudged, weights.pairs) : ''}`}
    >
      <div className="mp-weigh">
        <Facts
          facts={[
            {
              key: 'ratio',
              name: text.ratio,
              value: written(weights.consistencyRatio, 4),
              note: weights.consistent === false ? text.ratioBad : text.ratioGood,
            },
            { key: 'lambda', name: 'λ max', value: written(weights.lambdaMax, 4), note: text.table(written(weights.randomIndex, 2)) },
            ...(agreement === null
              ? []
              : [
                  {
                    key: 'w',
                    name: text.agreement,
                    value: text.bands[agreement.band],
                    note: text.agreementSays(written(agreement.w, 2), agreement.judges),
                  },
                ]),
          ]}
        />
      </div>
      {widest !== undefined && (
        <p className="mp-panel-say">
          {text.widest(
            criterion(widest.criterion),
            judge(widest.lowest.judge),
            written(widest.lowest.value * 100, 0),
            judge(widest.highest.judge),
            written(widest.highest.value * 100, 0),
          )}
          {result.disputed[0] !== undefined &&
            text.disputed(
              criterion(result.disputed[0].row),
              criterion(result.disputed[0].column),
              judge(result.disputed[0].lowest.judge),
              timesInWords(result.disputed[0].lowest.value),
              judge(result.disputed[0].highest.judge),
              timesInWords(result.disputed[0].highest.value),
            )}
        </p>
      )}
      <DataTable
        label={text.weights}
        plain
        onPhone="cards"
        rows={choice.criteria.map((one) => ({ ...one, weight: weights.byCriterion[one.code] ?? null, spread: spread.get(one.code) }))}
        rowKey={(row) => row.code}
        columns={[
          { key: 'name', title: text.criterion, value: (row) => `${row.code} ${pick(row.name)}` },
          {
            key: 'weight',
            title: text.weight,
            kind: 'number',
            value: (row) => row.weight,
            show: (row) => <ShareBar share={row.weight} text={written(row.weight, 4)} />,
            width: 220,
          },
          ...(spread.size === 0
            ? []
            : [
                {
                  key: 'spread',
                  title: text.range,
                  value: (row: { spread: Result['spread'][number] | undefined }) =>
                    row.spread
                      ? `${judge(row.spread.lowest.judge)} ${written(row.spread.lowest.value, 3)} – ${written(row.spread.highest.value, 3)} ${judge(row.spread.highest.judge)}`
                      : null,
                },
              ]),
        ]}
      />
    </Panel>
  )
}

const timesInWords = (value: number) => (value >= 1 ? String(Math.round(value * 10) / 10) : `1/${Math.round(10 / value) / 10}`)
