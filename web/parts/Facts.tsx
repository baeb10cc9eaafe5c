import type { ReactNode } from 'react'

type Fact = { readonly key: string; readonly name: ReactNode; readonly value: ReactNode; readonly note?: ReactNode }
export type FactsProps = { readonly facts: readonly Fact[]; readonly large?: boolean }

/** A few named values side by side: "respondents 214", "alpha 0.83". */
export function Facts({ facts, large = false }: FactsProps) {
  return (
    <dl className="mp-facts" data-large={large}>
      {facts.map(({ key, name, value, note }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {note !== undefined && <dd className="mp-fact-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
