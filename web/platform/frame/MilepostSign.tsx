import type { Milepost } from './road.ts'

/** A milepost: a tablet with its number. Passed: outlined in blue; here: full; ahead: grey. */
export function MilepostSign({ number, at }: Pick<Milepost, 'number' | 'at'>) {
  const edge = at === 'ahead' ? '#9aa7b2' : '#10598c'
  return (
    <svg className="mp-sign" width="24" height="30" viewBox="0 0 24 30" aria-hidden="true">
      <path
        d="M2 28V11a10 10 0 0 1 20 0v17z"
        fill={at === 'here' ? '#10598c' : '#fff'}
        stroke={edge}
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <text
        x="12"
        y="20.5"
        textAnchor="middle"
        fontSize="13"
        fontWeight="700"
        fill={at === 'here' ? '#fff' : at === 'ahead' ? '#54616d' : '#10598c'}
      >
        {number}
      </text>
    </svg>
  )
}
