import { Alert, Segmented } from 'antd'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { PoolView, Trial } from './trial.ts'

type TrialGroundProps = {
  readonly view: PoolView
  readonly earlier: NonNullable<PoolView['earlier']>
  readonly stands: 'own' | 'earlier'
  readonly onStand: (stands: 'own' | 'earlier') => void
}

/** Whose results the trial stands on; those of an earlier year are never the amounts of this one, and it says so. */
export function TrialGround({ view, earlier, stands, onStand }: TrialGroundProps) {
  const text = useText({ zh, en })
  const { year } = view.pool
  const names = text.grounds(year, earlier.year)
  return (
    <>
      {view.readiness.appraised > 0 && (
        <div className="mp-trial-ground">
          <span>{text.ground}</span>
          <Segmented
            aria-label={text.ground}
            value={stands}
            onChange={onStand}
            options={(['own', 'earlier'] as const).map((value) => ({ value, label: names[value] }))}
          />
        </div>
      )}
      {stands === 'earlier' && (
        <Alert
          type="warning"
          showIcon
          title={text.onEarlier(earlier.year, year)}
          description={[
            text.onEarlierSays(earlier.basis.people.length, earlier.year),
            ...(view.readiness.appraised === 0 ? [text.untilOwn] : []),
            ...(earlier.leftOut > 0 ? [text.leftOut(earlier.leftOut, earlier.year)] : []),
          ].join(' ')}
        />
      )}
    </>
  )
}

/** Why nothing is tried out just now. */
export function TrialNote({ trial }: { readonly trial: Trial | null }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (trial === null || trial.kind === 'shared') return null
  return (
    <Alert
      type={trial.kind === 'nobody' ? 'info' : 'warning'}
      showIcon
      title={trial.kind === 'refused' ? pick(trial.text) : text[trial.kind]}
    />
  )
}
