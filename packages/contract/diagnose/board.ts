import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, decimal, done, empty, id } from '../fields.ts'
import { verdict } from './results.ts'

const maybe = z.number().nullable()
const strength = z.int().min(1).max(3)
const reason = z.string().trim().max(500)

export const EVIDENCE_KINDS = ['construct', 'item', 'difference', 'code-count', 'quote', 'audit'] as const
export const STAGES = ['diagnose', 'choose', 'design', 'run', 'appraise', 'reward', 'open'] as const
export const VERDICTS = ['confirmed', 'suspected', 'not-confirmed'] as const

export const evidenceLine = z.object({
  evidenceId: id,
  subject: z.string(),
  kind: z.enum(EVIDENCE_KINDS),
  stream: z.enum(['survey', 'interviews', 'audit']),
  about: z.string(),
  label: bilingual,
  says: bilingual,
  red: z.boolean().nullable(),
  strength: z.number(),
  reason: z.string(),
  by: z.string(),
})

export const boardProblem = z.object({
  code: z.string(),
  name: bilingual,
  /** What the rule of two streams out of three proposes. */
  proposed: verdict.shape.verdict,
  streams: verdict.shape.streams,
  evidence: verdict.shape.evidence,
  /** Interviews counted from coded transcripts, or as somebody wrote them down. */
  interviewsFrom: z.enum(['coded', 'recorded']).nullable(),
  decided: z.object({ verdict: z.enum(VERDICTS), reason: z.string(), by: z.string() }).nullable(),
})

export const boardLink = z.object({
  cause: z.string(),
  problem: z.string(),
  /** 0 none to 3 strong. */
  strength: z.number(),
  /** Decided by somebody; estimated from the answers; or a starting belief of the library. */
  basis: z.enum(['decided', 'estimated', 'belief']),
  /** Spearman, over everybody who answered both; null: fewer than the number the library asks for. */
  rho: maybe,
  n: z.number(),
  reason: z.string(),
  by: z.string().nullable(),
})

export const sign = z.object({ kind: z.enum(['construct', 'item']), about: z.string(), least: z.number() })

export const outcome = z.object({
  waveId: id,
  wave: bilingual,
  before: z.number(),
  after: z.number(),
  change: z.number(),
  seen: z.boolean(),
})

export const boardRemedy = z.object({
  remedyId: id,
  answers: z.string(),
  code: z.string().nullable(),
  name: bilingual,
  stage: z.enum(STAGES),
  strength: z.number(),
  reason: z.string(),
  sign: sign.extend({ name: bilingual }),
  by: z.string(),
  /** The next wave that asks the same; null: not yet. */
  outcome: outcome.nullable(),
})

export const readBoard = endpoint({
  name: 'diagnose.readBoard',
  method: 'GET',
  path: '/api/waves/:waveId/board',
  permission: 'diagnosis.read',
  summary: { zh: '证据板：问题、证据、成因、对策', en: 'The board: problems, evidence, causes, remedies' },
  input: z.object({ waveId: id }),
  output: z.object({
    wave: bilingual,
    problems: z.array(boardProblem),
    causes: z.array(z.object({ code: z.string(), name: bilingual, severity: maybe, n: z.number(), interviewPercent: maybe })),
    evidence: z.array(evidenceLine),
    links: z.array(boardLink),
    remedies: z.array(boardRemedy),
    /** What could be put on the board. */
    offers: z.object({
      items: z.array(z.object({ code: z.string(), construct: z.string().nullable(), text: bilingual, says: bilingual })),
      differences: z.array(z.object({ code: z.string(), name: bilingual, says: bilingual })),
      codes: z.array(z.object({ code: z.string(), name: bilingual, says: bilingual })),
      quotes: z.array(z.object({ quoteId: id, code: z.string(), text: z.string(), from: bilingual })),
      signals: z.array(z.object({ code: z.string(), link: z.string(), name: bilingual, healthy: bilingual })),
      remedies: z.array(
        z.object({
          code: z.string(),
          name: bilingual,
          action: bilingual,
          answers: z.array(z.string()),
          stage: z.enum(STAGES),
          firstSign: bilingual,
          when: bilingual,
          sign,
        }),
      ),
    }),
  }),
  audit: null,
})

export const addEvidence = endpoint({
  name: 'diagnose.addEvidence',
  method: 'PUT',
  path: '/api/waves/:waveId/evidence',
  permission: 'finding.record',
  summary: { zh: '把一条证据放上证据板', en: 'Put evidence on the board' },
  input: z.object({
    waveId: id,
    subject: z.string().max(40),
    kind: z.enum(EVIDENCE_KINDS),
    about: z.string().max(60),
    /** Audit only: what the records show, and whether that is outside the healthy range. */
    found: z.string().trim().max(200).optional(),
    red: z.boolean().optional(),
    strength,
    reason,
  }),
  output: z.object({ evidenceId: id }),
  audit: 'evidence-added',
})

export const removeEvidence = endpoint({
  name: 'diagnose.removeEvidence',
  method: 'DELETE',
  path: '/api/evidence/:evidenceId',
  permission: 'finding.record',
  summary: { zh: '从证据板撤下一条证据', en: 'Take evidence off the board' },
  input: z.object({ evidenceId: id }),
  output: done,
  audit: 'evidence-removed',
})

export const decideLink = endpoint({
  name: 'diagnose.decideLink',
  method: 'PUT',
  path: '/api/waves/:waveId/cause-links',
  permission: 'finding.record',
  summary: { zh: '确定成因与问题的联系及强度', en: 'Decide how strongly a cause feeds a problem' },
  input: z.object({ waveId: id, cause: z.string(), problem: z.string(), strength: z.int().min(0).max(3), reason: reason.min(1) }),
  output: done,
  audit: 'cause-link-decided',
})

export const chooseRemedy = endpoint({
  name: 'diagnose.chooseRemedy',
  method: 'POST',
  path: '/api/waves/:waveId/remedies',
  permission: 'finding.record',
  summary: { zh: '选定一条对策及其见效标志', en: 'Choose a remedy and the sign by which it will show' },
  input: z.object({
    waveId: id,
    answers: z.string().max(40),
    code: z.string().max(40).nullable(),
    name: bilingual,
    stage: z.enum(STAGES),
    strength,
    reason,
    sign: z.object({ kind: z.enum(['construct', 'item']), about: z.string().max(40), least: decimal }),
  }),
  output: z.object({ remedyId: id }),
  audit: 'remedy-chosen',
})

export const dropRemedy = endpoint({
  name: 'diagnose.dropRemedy',
  method: 'DELETE',
  path: '/api/chosen-remedies/:remedyId',
  permission: 'finding.record',
  summary: { zh: '撤销一条对策', en: 'Drop a remedy' },
  input: z.object({ remedyId: id }),
  output: done,
  audit: 'remedy-dropped',
})

export const judgeProblem = endpoint({
  name: 'diagnose.judgeProblem',
  method: 'PUT',
  path: '/api/waves/:waveId/judgements',
  permission: 'problem.judge',
  summary: {
    zh: '认定一个问题（署名；与规则不同须说明理由）',
    en: 'Judge a problem by name (with a reason where the rule says otherwise)',
  },
  input: z.object({ waveId: id, problem: z.string().max(40), verdict: z.enum(VERDICTS), reason: z.string().trim().max(2000) }),
  output: done,
  audit: 'problem-judged',
})

export const readAims = endpoint({
  name: 'diagnose.readAims',
  method: 'GET',
  path: '/api/waves/:waveId/aims',
  permission: 'diagnosis.read',
  summary: { zh: '早先的对策在本轮是否见效', en: 'Whether earlier remedies show in this wave' },
  input: z.object({ waveId: id }),
  output: z.object({ aims: z.array(z.object({ fromWaveId: id, from: bilingual, remedy: boardRemedy })) }),
  audit: null,
})

export const downloadDiagnosisReport = endpoint({
  name: 'diagnose.downloadDiagnosisReport',
  kind: 'download',
  method: 'GET',
  path: '/api/waves/:waveId/report',
  permission: 'diagnosis.read',
  summary: { zh: '下载诊断报告（Word）', en: 'The diagnosis report (Word)' },
  input: z.object({ waveId: id, language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: 'diagnosis-report-made',
})
