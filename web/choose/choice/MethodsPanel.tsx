import { Button } from 'antd'
import { useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Choice } from './choice.ts'
import { MethodDialog } from './MethodDialog.tsx'
import { en, zh } from './text.ts'

type MethodsPanelProps = {
  readonly choice: Choice
  readonly edits: boolean
  readonly settle: () => Promise<void>
  readonly revision: () => number
  readonly follow: (revision: number) => void
}

/** Each method in words: what it is, what it is good and bad at; own methods are added here. */
export function MethodsPanel({ choice, edits, ...saving }: MethodsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [editing, setEditing] = useState<Choice['methods'][number] | 'new' | null>(null)
  return (
    <Panel
      title={text.prosAndCons}
      sentence={text.recommendation(pick(choice.recommendation))}
      acts={edits && <Button onClick={() => setEditing('new')}>{text.addMethod}</Button>}
    >
      <div className="mp-methods">
        {choice.methods.map((method) => (
          <article key={method.code}>
            <h3>
              {pick(method.name)} <small className="mp-soft">{method.code}</small>
            </h3>
            <p>{pick(method.summary)}</p>
            <strong>{text.pros}</strong>
            <Points points={method.pros} />
            <strong>{text.cons}</strong>
            <Points points={method.cons} />
            {edits && (
              <Button size="small" onClick={() => setEditing(method)}>
                {text.editMethod}
              </Button>
            )}
          </article>
        ))}
      </div>
      {editing !== null && (
        <MethodDialog choice={choice} method={editing === 'new' ? null : editing} onClose={() => setEditing(null)} {...saving} />
      )}
    </Panel>
  )
}

function Points({ points }: { readonly points: Choice['methods'][number]['pros'] }) {
  const { pick } = useLanguage()
  return (
    <ul>
      {points.map((one) => (
        <li key={`${one.zh} ${one.en}`}>{pick(one)}</li>
      ))}
    </ul>
  )
}
