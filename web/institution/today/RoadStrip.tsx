import { STAGES } from '@milepost/terms/cycle'
import { MilepostSign } from '../../platform/frame/MilepostSign.tsx'
import { isStage, road } from '../../platform/frame/road.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useCycle } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

/** Where the cycle stands, as a short stretch of road. */
export function RoadStrip() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const cycle = useCycle()
  if (cycle === null || !isStage(cycle.stage)) return null
  return (
    <section className="mp-strip" aria-label={text.road}>
      <p className="mp-soft">{text.cycle(pick(cycle.name), pick(STAGES[cycle.stage]))}</p>
      <ol>
        {road([], cycle.stage).map(({ stage, number, at }) => (
          <li key={stage} data-at={at} aria-current={at === 'here' ? 'step' : undefined}>
            <MilepostSign number={number} at={at} />
            <span>{pick(STAGES[stage])}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
