import { written } from '../../parts/figures.ts'
import { useLanguage } from '../../platform/language.tsx'
import { type Choice, nameIn } from './choice.ts'
import './choice.css'

type LeadPictureProps = { readonly choice: Choice; readonly shares: Readonly<Record<string, number>> }

/** A hundred draws as a hundred little squares, filled by who came first: shares of chance can be counted. */
export function LeadPicture({ choice, shares }: LeadPictureProps) {
  const { pick } = useLanguage()
  const ordered = Object.entries(shares).toSorted(([, a], [, b]) => b - a)
  const cells = hundredths(ordered.map(([, share]) => share))
  const owners = cells.flatMap((count, owner) => Array.from({ length: count }, () => owner)).map((owner, at) => ({ owner, at }))
  return (
    <div className="mp-lead">
      <svg
        viewBox="0 0 250 54"
        role="img"
        aria-label={ordered.map(([code, share]) => `${pick(nameIn(choice.methods, code))} ${percent(share)}`).join(', ')}
      >
        {owners.map(({ owner, at }) => (
          <rect
            key={at}
            x={(at % 25) * 10 + 1}
            y={Math.floor(at / 25) * 13 + 1}
            width={8}
            height={11}
            rx={1.5}
            className={`mp-tone-${owner}`}
          />
        ))}
      </svg>
      <ul>
        {ordered.map(([code, share], at) => (
          <li key={code}>
            <svg width="12" height="12" aria-hidden="true">
              <rect width="12" height="12" rx="2" className={`mp-tone-${at}`} />
            </svg>
            {pick(nameIn(choice.methods, code))} <b>{percent(share)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

const percent = (share: number) => `${written(share * 100, share > 0 && share < 0.01 ? 1 : 0)}%`

/** Whole hundredths that sum to 100, by largest remainder. */
function hundredths(shares: readonly number[]): number[] {
  const whole = shares.map((share) => Math.floor(share * 100 + 1e-9))
  const left = 100 - whole.reduce((sum, one) => sum + one, 0)
  const order = shares.map((share, at) => ({ at, rest: share * 100 - Math.floor(share * 100 + 1e-9) })).toSorted((a, b) => b.rest - a.rest)
  for (const { at } of order.slice(0, Math.max(0, left))) whole[at] = (whole[at] ?? 0) + 1
  return whole
}
