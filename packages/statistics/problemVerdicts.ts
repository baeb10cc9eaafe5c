import { reaches, SEVERITY_BANDS } from './severity.ts'

export type Stream = 'survey' | 'interviews' | 'audit'
/** What each stream of evidence has to say on one problem; a stream that was not run is absent. */
export type ProblemEvidence = {
  readonly problem: string
  /** Severity 0-100 of the construct and the people behind it. */
  readonly survey?: { readonly severity: number; readonly n: number }
  /** Interviewees who raised the problem, of those asked. */
  readonly interviews?: { readonly raised: number; readonly asked: number }
  /** The audit of the bureau's own records: red when a signal of this problem is outside its healthy range. */
  readonly audit?: { readonly signal: 'red' | 'green' }
}
/** `agrees`: the stream finds the problem. `not-run`: nobody was asked, nothing was looked at; that is not a "no". */
export type StreamFinding = 'agrees' | 'disagrees' | 'not-run'
export type Verdict = 'confirmed' | 'suspected' | 'not-found' | 'not-examined'
export type ProblemVerdict = {
  readonly problem: string
  readonly verdict: Verdict
  readonly findings: Readonly<Record<Stream, StreamFinding>>
  /** Streams that were run: with fewer than two nothing can be confirmed. */
  readonly n: number
  readonly agreeing: number
  readonly method: 'two-of-three-streams'
}

/** A problem shows in the survey from this severity on, in the interviews from this share (percent) of interviewees on. Conventions, editable. */
export type EvidenceRule = { readonly severity: number; readonly interviewPercent: number; readonly streamsToConfirm: number }
export const EVIDENCE_RULE: EvidenceRule = { severity: SEVERITY_BANDS.marked, interviewPercent: 30, streamsToConfirm: 2 }

/**
 * Confirmed when at least two of the three streams find the problem, suspected when one does. One stream alone therefore never
 * confirms: a diagnosis by questionnaire only yields suspicions, and says so.
 */
export function problemVerdicts(evidence: readonly ProblemEvidence[], rule: EvidenceRule = EVIDENCE_RULE): ProblemVerdict[] {
  return evidence.map((one) => {
    const findings = {
      survey: one.survey && one.survey.n > 0 ? said(reaches(one.survey.severity, rule.severity)) : 'not-run',
      interviews:
        one.interviews && one.interviews.asked > 0
          ? said(one.interviews.raised * 100 >= rule.interviewPercent * one.interviews.asked)
          : 'not-run',
      audit: one.audit ? said(one.audit.signal === 'red') : 'not-run',
    } satisfies Record<Stream, StreamFinding>
    const all: StreamFinding[] = Object.values(findings)
    const agreeing = all.filter((finding) => finding === 'agrees').length
    const n = all.filter((finding) => finding !== 'not-run').length
    return {
      problem: one.problem,
      verdict: verdictOf(agreeing, n, rule.streamsToConfirm),
      findings,
      n,
      agreeing,
      method: 'two-of-three-streams',
    }
  })
}

function verdictOf(agreeing: number, run: number, toConfirm: number): Verdict {
  if (run === 0) return 'not-examined'
  if (agreeing === 0) return 'not-found'
  return agreeing >= toConfirm ? 'confirmed' : 'suspected'
}

const said = (finds: boolean): StreamFinding => (finds ? 'agrees' : 'disagrees')
