import { useLanguage, useText } from '../../platform/language.tsx'
import type { Diagnosis } from './diagnosis.ts'
import { cut } from './percent.ts'
import { en, zh } from './text.ts'

type Verdict = Diagnosis['verdicts'][number]

/** Each problem in a plain sentence, with what it rests on. */
export function VerdictSentences({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const text = useText({ zh, en })
  const { language, pick } = useLanguage()
  const evidence = ({ evidence: given }: Verdict) =>
    [
      given.severity === null ? null : text.surveyEvidence(cut(given.severity, 1), given.n, given.severityCut),
      given.interviews && text.interviewEvidence(given.interviews.raised, given.interviews.asked, given.interviewPercentCut),
      given.audit && text.auditEvidence[given.audit],
    ].filter((one) => one !== null)
  return (
    <ul className="mp-verdict-sentences">
      {diagnosis.verdicts.map((one) => {
        const construct = diagnosis.constructs.find((candidate) => candidate.code === one.problem)
        return (
          <li key={one.problem} data-verdict={one.verdict}>
            <strong>{text.verdictSentence[one.verdict](construct ? pick(construct.name) : one.problem)}</strong>{' '}
            <span>{evidence(one).join(language === 'zh' ? '；' : '; ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
