import type { WeighedJudgementsResult } from '@milepost/decision/weighedJudgements'
import { Alert, Button } from 'antd'
import { written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { nameIn, stepOf } from '../choice/choice.ts'
import { ShareBar } from '../choice/ShareBar.tsx'
import type { MyJudging } from './judging.ts'
import type { Pair } from './pairs.ts'
import { en, zh } from './text.ts'

type ConsistencyNoteProps = {
  readonly judging: MyJudging
  readonly weighed: WeighedJudgementsResult
  readonly onLook: (pair: Pair) => void
  /** null: only to be read. */
  readonly onMend: ((pair: Pair, value: string) => void) | null
}

/** The ratio as it moves, the judgement most at odds with the change that mends it, and the weights so far. */
export function ConsistencyNote({ judging, weighed, onLook, onMend }: ConsistencyNoteProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (weighed.kind === 'undefined') return <p className="mp-soft">{text.ratioNone(judging.criteria.length - 1)}</p>
  const { consistencyRatio, consistent, contradiction, weights } = weighed
  const code = (at: number) => judging.criteria[at]?.code ?? ''
  const name = (at: number) => pick(nameIn(judging.criteria, code(at)))
  const odd = consistent === false && contradiction.kind === 'found' ? contradiction : null
  const pair = odd && { row: code(odd.pair.row), column: code(odd.pair.column) }
  const ordered = judging.criteria.map((one, at) => ({ ...one, weight: weights[at] ?? 0 })).toSorted((a, b) => b.weight - a.weight)
  return (
    <>
      <div className="mp-ratio" data-good={consistent !== false}>
        <span>{text.ratio}</span>
        <b>{written(consistencyRatio, 3)}</b>
        <meter min={0} max={0.3} low={0.1} high={0.1001} optimum={0} value={Math.min(0.3, consistencyRatio ?? 0)} aria-label={text.ratio} />
        <span>{consistent === false ? text.ratioBad : text.ratioGood}</span>
      </div>
      {odd !== null && pair !== null && (
        <Alert
          type="warning"
          title={text.contradiction(name(odd.pair.row), name(odd.pair.column), stepOf(odd.given), stepOf(odd.suggested))}
          description={
            <>
              <p>{text.afterwards(written(odd.consistencyRatio.afterwards, 3), odd.mends)}</p>
              <div className="mp-row">
                <Button onClick={() => onLook(pair)}>{text.look}</Button>
                {onMend !== null && (
                  <Button type="primary" onClick={() => onMend(pair, stepOf(odd.suggested))}>
                    {text.mend}
                  </Button>
                )}
              </div>
            </>
          }
        />
      )}
      <h3>{text.weights}</h3>
      <ul className="mp-weights">
        {ordered.map((one) => (
          <li key={one.code}>
            <span>{pick(one.name)}</span>
            <ShareBar share={one.weight} text={`${written(one.weight * 100, 1)}%`} />
          </li>
        ))}
      </ul>
    </>
  )
}
