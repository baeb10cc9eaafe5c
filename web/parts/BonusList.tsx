import { useLanguage, useText } from '../platform/language.tsx'

const zh = {
  sum: (weighted: string, applied: string) => `加权得分 ${weighted}，权重外实际计入 ${applied} 分`,
  by: (name: string) => `${name} 审定`,
}
const en: typeof zh = {
  sum: (weighted, applied) => `weighted score ${weighted}; outside the weights ${applied} points count`,
  by: (name) => `granted by ${name}`,
}

type Bonus = {
  readonly id: string
  readonly points: string | number
  readonly reason: { zh: string; en: string }
  readonly decidedBy: string
}

/** What counts outside the weights, each with its reason and who granted it; nothing where there is none. */
export function BonusList({
  bonuses,
  weighted,
  applied,
}: {
  readonly bonuses: readonly Bonus[]
  readonly weighted: string | null
  readonly applied: string
}) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (bonuses.length === 0) return null
  return (
    <div className="mp-bonus">
      <p>{text.sum(weighted ?? '?', signed(applied))}</p>
      <ul>
        {bonuses.map((bonus) => (
          <li key={bonus.id}>
            <strong>{signed(String(bonus.points))}</strong> {pick(bonus.reason)} · {text.by(bonus.decidedBy)}
          </li>
        ))}
      </ul>
    </div>
  )
}

const signed = (points: string) => (points.startsWith('-') || points === '0' ? points.replace('-', '−') : `+${points}`)
