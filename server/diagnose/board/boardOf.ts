import type { readBoard } from '@milepost/contract/diagnose/board'
import type { OutputOf } from '@milepost/contract/endpoint'
import { EVIDENCE_RULE, type ProblemEvidence, problemVerdicts } from '@milepost/statistics/problemVerdicts'
import type { Tx } from '../../platform/database/database.ts'
import { listFindings } from '../results/data.ts'
import { recordedEvidence } from '../results/recordedEvidence.ts'
import { type EvidenceRow, listEvidence, listLinks, listRemedies, type RemedyRow } from './data.ts'
import type { Asked, Ground } from './ground.ts'
import { linksOf } from './links.ts'
import { outcomesOf } from './outcomes.ts'
import { saidOf } from './says.ts'

export type Board = OutputOf<typeof readBoard>
type Stage = Board['remedies'][number]['stage']

const STREAMS = {
  construct: 'survey',
  item: 'survey',
  difference: 'survey',
  'code-count': 'interviews',
  quote: 'interviews',
  audit: 'audit',
} as const
type Kind = keyof typeof STREAMS

/** The whole board of a wave: what the rule proposes, what people decided, and what stands behind it. */
export async function boardOf(tx: Tx, asked: Asked, ground: Ground): Promise<Board> {
  const { institutionId, waveId, library } = asked
  const evidence = await listEvidence(tx, institutionId, waveId)
  const remedies = await listRemedies(tx, institutionId, waveId)
  const outcomes = await outcomesOf(tx, { institutionId, waveId, openedOn: ground.wave.opened_on, instrument: ground.instrument }, remedies)
  const interviewPercent = (code: string) => ground.voices.rows.find((row) => row.code === code)?.percent ?? null
  return {
    wave: { zh: ground.wave.name_zh, en: ground.wave.name_en || ground.wave.name_zh },
    problems: await problemsOf(tx, asked, ground, evidence),
    causes: ground.constructs
      .filter((one) => one.kind === 'cause')
      .map(({ code, name, severity, n }) => ({ code, name, severity, n, interviewPercent: interviewPercent(code) })),
    evidence: evidence.map(evidenceLine),
    links: linksOf(ground, await listLinks(tx, institutionId, waveId), library),
    remedies: remedies.map((row) => ({ ...remedyLine(row, ground), outcome: outcomes.get(row.remedy_id)?.outcome ?? null })),
    offers: offersOf(ground, asked),
  }
}

/** The streams on each problem as they stand now, for the board and for whoever judges. */
export async function problemsOf(
  tx: Tx,
  asked: Pick<Asked, 'institutionId' | 'waveId'>,
  ground: Pick<Ground, 'constructs' | 'voices'>,
  evidence: readonly EvidenceRow[],
): Promise<Board['problems']> {
  const findings = await listFindings(tx, asked.institutionId, asked.waveId)
  return ground.constructs
    .filter((one) => one.kind === 'problem')
    .map((one) => {
      const finding = findings.find((each) => each.problem === one.code)
      const recorded = finding ? recordedEvidence.parse(finding.evidence) : null
      const coded = codedInterviews(ground.voices, one.code)
      const interviews = coded ?? recorded?.interviews ?? null
      const audits = evidence.filter((each) => each.subject === one.code && each.kind === 'audit')
      const audit = audits.length > 0 ? (audits.some((each) => each.red) ? 'red' : 'green') : (recorded?.audit ?? null)
      const streams: ProblemEvidence = {
        problem: one.code,
        ...(one.severity === null ? {} : { survey: { severity: one.severity, n: one.n } }),
        ...(interviews ? { interviews } : {}),
        ...(audit ? { audit: { signal: audit } } : {}),
      }
      const [judged] = problemVerdicts([streams])
      return {
        code: one.code,
        name: one.name,
        proposed: judged?.verdict ?? 'not-examined',
        streams: judged ? { ...judged.findings } : { survey: 'not-run', interviews: 'not-run', audit: 'not-run' },
        evidence: {
          severity: one.severity,
          n: one.n,
          severityCut: EVIDENCE_RULE.severity,
          interviews,
          interviewPercentCut: EVIDENCE_RULE.interviewPercent,
          audit,
        },
        interviewsFrom: coded ? 'coded' : interviews ? 'recorded' : null,
        decided: finding ? { verdict: finding.verdict as 'confirmed', reason: finding.note, by: finding.recorded_by } : null,
      } as const
    })
}

/** Interviewees whose coded transcripts raise the problem, of those coded; null while too few have been. */
export function codedInterviews({ rows, interviewed }: Ground['voices'], code: string): { raised: number; asked: number } | null {
  const row = rows.find((each) => each.code === code)
  return row && interviewed !== null ? { raised: row.raised, asked: interviewed } : null
}

function evidenceLine(row: EvidenceRow): Board['evidence'][number] {
  const kind = row.kind as Kind
  return {
    evidenceId: row.evidence_id,
    subject: row.subject,
    kind,
    stream: STREAMS[kind],
    about: row.about,
    label: { zh: row.label_zh, en: row.label_en },
    says: { zh: row.says_zh, en: row.says_en },
    red: row.red,
    strength: row.strength,
    reason: row.reason,
    by: row.added_by,
  }
}

export function remedyLine(row: RemedyRow, { instrument }: Pick<Ground, 'instrument'>): Omit<Board['remedies'][number], 'outcome'> {
  const named =
    row.sign_kind === 'construct'
      ? instrument.constructs.find((one) => one.code === row.sign_about)?.name
      : instrument.items.find((one) => one.code === row.sign_about)?.text
  return {
    remedyId: row.remedy_id,
    answers: row.answers,
    code: row.library_code,
    name: { zh: row.name_zh, en: row.name_en || row.name_zh },
    stage: row.stage as Stage,
    strength: row.strength,
    reason: row.reason,
    sign: {
      kind: row.sign_kind as 'construct',
      about: row.sign_about,
      least: Number(row.sign_least),
      name: named ?? { zh: row.sign_about, en: row.sign_about },
    },
    by: row.chosen_by,
  }
}

/** Only what may be shown is offered. */
function offersOf(ground: Ground, { library }: Asked): Board['offers'] {
  const says = (kind: Kind, about: string) => saidOf(ground, library, { kind, about }).says
  const known = new Set(ground.instrument.constructs.map((one) => one.code))
  return {
    items: ground.items
      .filter((one) => !one.hidden)
      .map(({ code, construct, text }) => ({ code, construct, text, says: says('item', code) })),
    differences: ground.comparisons
      .filter((one) => one.test !== 'none' && one.adjustedP !== null && one.effect !== null)
      .map((one) => ({ code: one.construct, name: one.name, says: says('difference', one.construct) })),
    codes: [
      ...ground.voices.rows.map(({ code, name }) => ({ code, name })),
      ...ground.entered.flatMap(({ code }) => ground.instrument.constructs.filter((one) => one.code === code)),
    ].map(({ code, name }) => ({ code, name, says: says('code-count', code) })),
    quotes: ground.voices.quotes.map(({ quoteId, code, text, from }) => ({ quoteId, code, text, from })),
    signals: library.remedies.signals,
    remedies: library.remedies.remedies
      .filter((one) => one.answers.some((code) => known.has(code)))
      .map(({ code, name, action, answers, stage, firstSign, when, sign }) => ({
        code,
        name,
        action,
        answers,
        stage,
        firstSign,
        when,
        sign: { kind: sign.kind, about: sign.about, least: Number(sign.least) },
      })),
  }
}
