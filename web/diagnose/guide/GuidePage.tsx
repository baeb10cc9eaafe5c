import { readGuide } from '@milepost/contract/diagnose/results'
import { Segmented } from 'antd'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAddressValue } from '../../platform/address.tsx'
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
  forRole: '按受访者角色',
  everybody: '全部问题',
}
const en: typeof zh = {
  sentence: 'For semi-structured interviews: read out the consent, then ask and probe; note the substance, never a name.',
  consent: 'Consent',
  protocol: 'Protocol',
  probes: 'Probe',
  upper: '(superior bodies)',
  minutes: (from, to) => `${from} to ${to} minutes`,
  questions: 'Questions',
  forRole: 'By role of the interviewee',
  everybody: 'All questions',
}

export function GuidePage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const guide = useAsk(readGuide, {})
  const [wanted, setWanted] = useAddressValue('role')
  const role = guide.roles.find((one) => one.code === wanted)
  const questions = guide.questions.filter((one) => !role || role.questions.includes(one.number))
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
        <Segmented
          className="mp-no-print"
          aria-label={text.forRole}
          value={role?.code ?? ''}
          onChange={(code) => setWanted(code === '' ? null : code)}
          options={[{ value: '', label: text.everybody }, ...guide.roles.map((one) => ({ value: one.code, label: pick(one.name) }))]}
        />
        <ol>
          {questions.map((question) => (
            <li key={question.number} value={question.number}>
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
