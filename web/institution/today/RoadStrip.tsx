import { STAGES } from '@milepost/terms/cycle'
import { MilepostSign } from '../../platform/frame/MilepostSign.tsx'
import { isStage, road } from '../../platform/frame/road.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useCycle } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

/** Where the cycle stands, as a short stretch of road; before the first cycle its first milepost is lit. */
export function RoadStrip() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const cycle = useCycle()
  const stage = cycle !== null && isStage(cycle.stage) ? cycle.stage : 'diagnose'
  return (
    <section className="mp-strip" aria-label={text.road}>
      <p className="mp-soft">{cycle === null ? text.noCycle : text.cycle(pick(cycle.name), pick(STAGES[stage]))}</p>
      <ol>
        {road([], stage).map(({ stage: milepost, number, at }) => (
          <li key={milepost} data-at={at} aria-current={at === 'here' ? 'step' : undefined}>
            <MilepostSign number={number} at={at} />
            <span>{pick(STAGES[milepost])}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
