import { readGuide } from '@milepost/contract/diagnose/results'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'

const zh = {
  sentence: '半结构化访谈用的提纲：先读知情同意，再逐题追问；只记要点，不记姓名。',
  consent: '知情同意',
  protocol: '访谈要求',
  probes: '追问',
  upper: '（上级单位适用）',
  minutes: (from: number, to: number) => `${from}—${to} 分钟`,
  questions: '问题',
}
const en: typeof zh = {
  sentence: 'For semi-structured interviews: read out the consent, then ask and probe; note the substance, never a name.',
  consent: 'Consent',
  protocol: 'Protocol',
  probes: 'Probe',
  upper: '(superior bodies)',
  minutes: (from, to) => `${from} to ${to} minutes`,
  questions: 'Questions',
}

export function GuidePage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const guide = useAsk(readGuide, {})
  return (
    <>
      <PageHead
        title={pick(guide.title)}
        sentence={text.sentence}
        beside={text.minutes(guide.minutes.from, guide.minutes.to)}
        primary={<PrintButton />}
      />
      <Panel title={text.consent}>
        <p>{pick(guide.consent)}</p>
      </Panel>
      <Panel title={text.questions}>
        <ol>
          {guide.questions.map((question) => (
            <li key={question.number}>
              <strong>{pick(question.text)}</strong> {question.audience === 'upper-strata' && text.upper}
              <br />
              <small>
                {text.probes}：{question.probes.map(pick).join('；')} · {question.codes.join(' ')}
              </small>
            </li>
          ))}
        </ol>
      </Panel>
      <Panel title={text.protocol}>
        <ul>
          {guide.protocol.map((line) => (
            <li key={line.en}>{pick(line)}</li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
