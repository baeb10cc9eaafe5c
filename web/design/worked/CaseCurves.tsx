import type { CardInput } from '@milepost/scorecard/card'
import type { CardResult } from '@milepost/scorecard/cardResult'
import { CurvePicture } from '../../parts/CurvePicture.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import { measuresOf } from './tried.ts'

/** The scoring curve of a case of one measure, with its point; with several measures the explanation says it all. */
export function CaseCurves({ card, result }: { readonly card: CardInput; readonly result: CardResult }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [measure, ...others] = measuresOf(card)
  const scored = result.measures[0]
  if (!measure || others.length > 0 || !scored?.anchors || scored.anchors.length < 2) return null
  const point = scored.actual && scored.official !== null ? { actual: scored.actual.shown, score: scored.official } : null
  return (
    <Panel title={text.curve}>
      <CurvePicture
        anchors={scored.anchors.map(({ x, y }) => ({ actual: decimal(x), score: decimal(y) }))}
        point={point}
        actualTitle={pick(measure.unit)}
        scoreTitle={text.points}
        label={`${text.curve} · ${pick(measure.name)}`}
      />
    </Panel>
  )
}

/** A fraction as a decimal, for drawing only. */
function decimal(exact: string): string {
  const [over = '', under] = exact.split('/')
  return under === undefined ? exact : (Number(over) / Number(under)).toFixed(6)
}
