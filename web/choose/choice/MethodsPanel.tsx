import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Choice } from './choice.ts'
import { en, zh } from './text.ts'

/** Each method in words: what it is, what it is good and bad at. */
export function MethodsPanel({ choice }: { readonly choice: Choice }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  return (
    <Panel title={text.prosAndCons} sentence={`${text.recommendation}：${pick(choice.recommendation)}`}>
      <div className="mp-methods">
        {choice.methods.map((method) => (
          <article key={method.code}>
            <h3>{pick(method.name)}</h3>
            <p>{pick(method.summary)}</p>
            <strong>{text.pros}</strong>
            <ul>
              {method.pros.map((one) => (
                <li key={one.en}>{pick(one)}</li>
              ))}
            </ul>
            <strong>{text.cons}</strong>
            <ul>
              {method.cons.map((one) => (
                <li key={one.en}>{pick(one)}</li>
              ))}
            </ul>
          </article>
        ))}
      </div>
    </Panel>
  )
}
