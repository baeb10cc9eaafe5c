import type { payLineView } from '@milepost/contract/reward/outcome'
import type { z } from 'zod'
import { Explanation } from '../../parts/Explanation.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { dayOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** How the amount of the first run came about, and what was due by every correction since, step by step. */
export function PayWorking({ line }: { readonly line: z.infer<typeof payLineView> }) {
  const text = useText({ zh, en })
  return (
    <>
      {line.steps ? <Explanation tree={line.steps} openLevels={line.corrections.length === 0 ? 3 : 1} /> : <p>{text.notInFirst}</p>}
      {line.corrections.map((one) => (
        <section key={one.no} id={`pay-${line.poolId}-${one.no}`} className="mp-pay-settled">
          <h3>{one.amountFen > 0 ? text.settlement(one.no, yuanOfFen(one.amountFen)) : text.lessDue(one.no, yuanOfFen(one.dueFen))}</h3>
          <p>
            {text.decided(one.approvedBy, dayOf(one.approvedAt), one.reason)} {one.amountFen > 0 ? text.paidLater : text.notClaimed}
          </p>
          {one.steps && <Explanation tree={one.steps} openLevels={3} />}
        </section>
      ))}
    </>
  )
}
