import { plainYuan } from '@milepost/contract/reward/money'
import type { PayPicture } from '@milepost/contract/reward/picture'
import { paySpread } from '@milepost/pay/spread'
import { DataTable } from '../../parts/DataTable.tsx'
import { DotDistribution } from '../../parts/DotDistribution.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { written, yuanOfFen } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import { axisEnd } from './trial.ts'
import { UnitBars } from './UnitBars.tsx'

type PicturesPanelProps = {
  readonly picture: PayPicture
  /** Said in every caption; null: these are the pool’s own amounts. */
  readonly mark: string | null
}

/** Who receives how much, as pictures: by unit, and all people from the lowest to the highest. */
export function PicturesPanel({ picture, mark }: PicturesPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const marked = (said: string) => (mark === null ? said : text.marked(mark, said))
  const spread = paySpread(picture.lines.map((line) => line.amountFen))
  return (
    <div className="mp-columns">
      <Panel title={text.byUnit}>
        <Figure
          caption={marked(text.byUnitSays)}
          table={
            <DataTable
              label={text.byUnit}
              plain
              rows={picture.units}
              rowKey={(row) => row.unitId}
              columns={[
                { key: 'unit', title: text.unit, value: (row) => pick(row.name) },
                { key: 'people', title: text.people, kind: 'number', value: (row) => row.people },
                { key: 'score', title: text.unitScoreName, kind: 'number', value: (row) => row.score },
                {
                  key: 'factor',
                  title: text.unitFactor,
                  kind: 'number',
                  value: (row) => row.scoreFactor,
                  show: (row) => written(row.scoreFactor, 4),
                },
                { key: 'share', title: text.share, kind: 'number', value: (row) => row.amountFen, show: (row) => yuanOfFen(row.amountFen) },
                {
                  key: 'head',
                  title: text.perHead,
                  kind: 'number',
                  value: (row) => row.perHeadFen,
                  show: (row) => yuanOfFen(row.perHeadFen),
                },
              ]}
            />
          }
        >
          <UnitBars units={picture.units} />
        </Figure>
      </Panel>
      {spread.kind === 'described' && (
        <Panel title={text.distribution}>
          <Figure caption={marked(text.distributionSays(yuanOfFen(spread.lowestFen), yuanOfFen(spread.highestFen)))}>
            <DotDistribution
              dots={picture.lines.map((line) => ({
                key: line.personId,
                value: plainYuan(line.amountFen),
                name: `${line.name} ${yuanOfFen(line.amountFen)}`,
              }))}
              max={axisEnd(spread.highestFen)}
              label={marked(text.distributionSays(yuanOfFen(spread.lowestFen), yuanOfFen(spread.highestFen)))}
            />
          </Figure>
          <Facts
            facts={[
              { key: 'highest', name: text.highest, value: yuanOfFen(spread.highestFen) },
              {
                key: 'lowest',
                name: text.lowest,
                value: yuanOfFen(spread.lowestFen),
                ...(spread.withNothing > 0 ? { note: text.withNothing(spread.withNothing) } : {}),
              },
              { key: 'median', name: text.median, value: yuanOfFen(spread.medianFen) },
              { key: 'mean', name: text.mean, value: yuanOfFen(spread.meanFen) },
              { key: 'ratio', name: text.ratio, value: text.times(spread.ratio) },
              { key: 'gini', name: text.gini, value: spread.gini, note: text.giniSays },
            ]}
          />
        </Panel>
      )}
    </div>
  )
}
