import type { Bilingual } from '@milepost/terms/bilingual'

/** What can differ on a ticket, besides the nodes and measures of its card, which have names of their own. */
export const TICKET_PLACES: Readonly<Record<string, Bilingual>> = {
  final: { zh: '最终得分', en: 'final score' },
  status: { zh: '总体状态', en: 'overall status' },
  bonus: { zh: '加减分', en: 'bonus and deductions' },
  stretches: { zh: '各段计分', en: 'stretches of the year' },
  vetoes: { zh: '一票否决', en: 'vetoes' },
  holder: { zh: '持有者', en: 'whose ticket it is' },
  inputs: { zh: '输入校验值', en: 'checksum of the inputs' },
  engine: { zh: '计分引擎版本', en: 'version of the engine' },
  seal: { zh: '文件封印（文件被改动过）', en: 'seal of the file (it has been changed)' },
  score: { zh: '考核得分', en: 'appraisal score' },
  'head:virtue': { zh: '德', en: 'virtue' },
  'head:ability': { zh: '能', en: 'ability' },
  'head:diligence': { zh: '勤', en: 'diligence' },
  'head:results': { zh: '绩', en: 'results' },
  'head:integrity': { zh: '廉', en: 'integrity' },
  seats: { zh: '优秀名额', en: 'number of excellent seats' },
  'seats-of-pool': { zh: '本单位名额', en: 'seats of the unit' },
  seat: { zh: '名额', en: 'seat' },
  'proposed-grade': { zh: '建议等次', en: 'proposed grade' },
  grade: { zh: '等次', en: 'grade' },
}

/** The name of a place by its id; amounts are named by their pool. null: it has none. */
export function placeName(id: string, pools: ReadonlyMap<string, Bilingual>): Bilingual | null {
  const pool = id.startsWith('pay:') ? pools.get(id.slice('pay:'.length)) : undefined
  return pool ?? TICKET_PLACES[id] ?? null
}
