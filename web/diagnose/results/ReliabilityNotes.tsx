import { Alert } from 'antd'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { Diagnosis } from './diagnosis.ts'
import { cut } from './percent.ts'
import { en, zh } from './text.ts'

type Construct = Diagnosis['constructs'][number]

/** Constructs whose score should not be trusted as it stands, each with the items that do not fit. */
export function ReliabilityNotes({ constructs }: { readonly constructs: readonly Construct[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const reasons: Readonly<Record<string, string>> = text.becauseOf
  const sentenceOf = ({ name, reliability }: Construct): string | null => {
    const value = cut(reliability.value, 3)
    if (reliability.verdict === 'negative') return text.negativeReliability(pick(name), value)
    if (reliability.verdict === 'low') return text.lowReliability(pick(name), value, reliability.n)
    return reliability.because === null ? null : `${pick(name)}：${text.because(reasons[reliability.because] ?? reliability.because)}`
  }
  const doubtful = constructs.flatMap((one) => {
    const sentence = sentenceOf(one)
    return sentence === null ? [] : [{ code: one.code, sentence, weak: one.reliability.weakItems }]
  })
  if (doubtful.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={text.reliabilitySay}
      description={
        <ul>
          {doubtful.map((one) => (
            <li key={one.code}>
              {one.code} {one.sentence}
              {one.weak.length > 0 && (
                <small> {one.weak.map((item) => text.weakItem(item.code, cut(item.itemRest, 2), cut(item.ifDropped, 3))).join('；')}</small>
              )}
            </li>
          ))}
        </ul>
      }
    />
  )
}
