import type { DryRunFacts } from '@milepost/contract/run/dryRun'
import type { DryRun } from '@milepost/scorecard/dryRun/dryRun'
import { schemeOf } from '@milepost/scorecard/scheme'
import { DotDistribution } from '../../parts/DotDistribution.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { bandSign } from './bandSign.ts'
import { en, zh } from './text.ts'

type SpreadProps = { readonly runs: readonly DryRun[]; readonly names: DryRunFacts['cards'] }

/** How the scores of a scheme lie, and of the one beside it on the same scale. */
export function SpreadPanel({ runs, names }: SpreadProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const nameOf = new Map(names.map((card) => [card.holder, pick(card.name)]))
  const cuts = schemeOf()
    .bands.filter(({ from }) => from !== '0')
    .map(({ from, name }) => ({ value: Number(from), name: pick(name) }))
  return (
    <Panel title={text.spread}>
      <div className="mp-dry-sides">
        {runs.map((run, at) => {
          const { spread } = run
          const without = Object.entries(run.withoutScore).map(([state, n]) => `${text.states[state] ?? state} ${n}`)
          const dots = run.results.flatMap(({ cardId, score, official, band }) =>
            score === null ? [] : [{ key: cardId, value: score, name: `${nameOf.get(cardId) ?? ''} ${official}`, ...bandSign(band) }],
          )
          return (
            <div key={at === 0 ? 'first' : 'second'}>
              {runs.length > 1 && <h3>{at === 0 ? text.first : text.second}</h3>}
              {spread !== null && spread.sd !== null && <p className="mp-soft">{text.spreadSay(spread.n, written(spread.sd, 2))}</p>}
              {spread !== null && <DotDistribution label={text.dots(run.scored)} dots={dots} cuts={cuts} />}
              <Facts
                facts={[
                  { key: 'scored', name: text.facts.scored, value: run.scored },
                  { key: 'without', name: text.facts.without, value: without.length === 0 ? 0 : without.join(text.between) },
                  ...(spread === null
                    ? []
                    : [
                        { key: 'median', name: text.facts.median, value: written(spread.median, 2) },
                        { key: 'quartiles', name: text.facts.quartiles, value: `${written(spread.q1, 1)}–${written(spread.q3, 1)}` },
                        { key: 'range', name: text.facts.range, value: `${written(spread.least, 1)}–${written(spread.most, 1)}` },
                      ]),
                ]}
              />
            </div>
          )
        })}
      </div>
    </Panel>
  )
}
