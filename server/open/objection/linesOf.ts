import { LINE_PLACES } from '@milepost/appraisal/personScoreLines'
import type { OutputOf } from '@milepost/contract/endpoint'
import type { readPersonTicket } from '@milepost/contract/open/personTicket'
import { plainYuan } from '@milepost/contract/reward/money'
import { paidInAll } from '@milepost/contract/reward/outcome'
import { toDecimalString } from '@milepost/exact/rounding'
import type { CardResult } from '@milepost/scorecard/cardResult'
import type { Bilingual } from '@milepost/terms/bilingual'
import { GRADES } from '@milepost/terms/grades'

type Line = { readonly name: Bilingual; readonly shown: string }
type Node = CardResult['tree']
type PersonTicket = Pick<OutputOf<typeof readPersonTicket>, 'appraisal' | 'heads' | 'pay'>

const NOTHING = '–'

/** What may be objected to on the ticket of a card: the card, its perspectives, objectives and measures, each with the score it shows. */
export const linesOfCard = (tree: Node): ReadonlyMap<string, Line> =>
  new Map(nodesOf(tree).map((node) => [node.id, { name: { zh: node.name.zh, en: node.name.en }, shown: node.official ?? NOTHING }]))

/** The same for the ticket of a person: the score, the grade, every head and every line of pay. */
export function linesOfPerson({ appraisal, heads, pay }: PersonTicket): ReadonlyMap<string, Line> {
  return new Map<string, Line>([
    ['score', { name: { zh: '考核得分', en: 'Appraisal score' }, shown: appraisal.officialScore ?? NOTHING }],
    ['grade', { name: { zh: '等次', en: 'Grade' }, shown: appraisal.grade === null ? NOTHING : GRADES[appraisal.grade].zh }],
    ...heads.map((head): [string, Line] => [`head:${head.head}`, { name: head.name, shown: toDecimalString(head.points, LINE_PLACES) }]),
    ...pay.map((line): [string, Line] => [`pay:${line.poolId}`, { name: line.pool, shown: plainYuan(paidInAll(line)) }]),
  ])
}

const nodesOf = (node: Node): Node[] => [node, ...node.children.flatMap(nodesOf)]
