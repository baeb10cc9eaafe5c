type Kind = 'construct' | 'item' | 'difference' | 'code-count' | 'audit'
type Put = {
  readonly subject: string
  readonly kind: Kind
  readonly about: string
  readonly strength: 1 | 2 | 3
  readonly reason: string
} & {
  readonly found?: string
  readonly red?: boolean
}

/** What the office put on the board in January. */
export const EVIDENCE: readonly Put[] = [
  { subject: 'P2', kind: 'construct', about: 'P2', strength: 3, reason: '五个环节平均过了“严重”线' },
  { subject: 'P2', kind: 'code-count', about: 'P2', strength: 3, reason: '各层级都有人提到' },
  { subject: 'P2', kind: 'audit', about: 'coach-rate', strength: 3, reason: '上年过程沟通记录', found: '28 %', red: true },
  { subject: 'P3', kind: 'item', about: 'NO4', strength: 2, reason: '异议渠道没有写明' },
  { subject: 'P5', kind: 'item', about: 'AT3', strength: 3, reason: '“走过场”是多数人的看法' },
  { subject: 'K3', kind: 'construct', about: 'K3', strength: 3, reason: '职工看不到得分的构成' },
  { subject: 'K4', kind: 'code-count', about: 'K4', strength: 2, reason: '差距拉不开' },
]

export const LINKS = [
  { cause: 'K3', problem: 'P3', strength: 3, reason: '规则和结果都不公开，尺度就各说各的' },
  { cause: 'K4', problem: 'P5', strength: 3, reason: '结果不影响待遇和机会，谁也不必认真' },
  { cause: 'K4', problem: 'P2', strength: 2, reason: '应用环节缺失与激励有关' },
] as const

/** Chosen from the library; the sign is the library's. */
export const REMEDIES = [
  { answers: 'P2', code: 'R05', strength: 3 },
  { answers: 'P3', code: 'R08', strength: 3 },
  { answers: 'P5', code: 'R17', strength: 2 },
  { answers: 'K3', code: 'R25', strength: 3 },
  { answers: 'K4', code: 'R28', strength: 2 },
  { answers: 'P4', code: 'R13', strength: 2 },
] as const
