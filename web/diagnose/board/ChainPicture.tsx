import { useLanguage, useText } from '../../platform/language.tsx'
import { cut } from '../results/percent.ts'
import { type Edge, type Node, placed, shortened, threadOf } from './chain.ts'
import type { Board } from './given.ts'
import { en, zh } from './text.ts'

type ChainPictureProps = { readonly board: Board; readonly chosen: string | null; readonly onChoose: (id: string | null) => void }

const ROW = 46
const WIDE = 178
const GAP = 44
const HEAD = 30

/** Evidence, problems, causes, remedies and signs, each joined to the next; one that is chosen keeps only its own thread. */
export function ChainPicture({ board, chosen, onChoose }: ChainPictureProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const drawn = chainOf(board)
  const { nodes, height } = placed(drawn.nodes, ROW)
  const at = new Map(nodes.map((node) => [node.id, node]))
  const thread = chosen === null ? null : threadOf(drawn.edges, chosen)
  const x = (column: number) => column * (WIDE + GAP)
  const wordsOf = (id: string): readonly [string, string] => {
    const [kind = '', key = ''] = [id.slice(0, 1), id.slice(2)]
    if (kind === 'e') {
      const one = board.evidence.find((each) => each.evidenceId === key)
      return one ? [`${one.subject} · ${text.kinds[one.kind]}`, pick(one.says)] : ['', '']
    }
    if (kind === 'p') {
      const one = board.problems.find((each) => each.code === key)
      return one ? [`${one.code} ${pick(one.name)}`, text.verdicts[one.decided?.verdict ?? one.proposed]] : ['', '']
    }
    if (kind === 'c') {
      const one = board.causes.find((each) => each.code === key)
      return one ? [`${one.code} ${pick(one.name)}`, one.severity === null ? '' : `${text.severity} ${cut(one.severity, 1)}`] : ['', '']
    }
    const one = board.remedies.find((each) => each.remedyId === key)
    if (!one) return ['', '']
    if (kind === 'r') return [`${one.code ?? ''} ${pick(one.name)}`.trim(), text.stages[one.stage]]
    const change = one.outcome ? cut(one.outcome.change, one.sign.kind === 'construct' ? 1 : 2) : ''
    return [
      text.signOf[one.sign.kind](one.sign.about, String(one.sign.least)),
      one.outcome ? (one.outcome.seen ? text.seen : text.notSeen)(change) : text.waiting,
    ]
  }
  const heads = [text.columns.evidence, text.columns.problem, text.columns.cause, text.columns.remedy, text.columns.sign]
  return (
    <div className="mp-chain-frame">
      <svg className="mp-chain" viewBox={`-2 0 ${5 * WIDE + 4 * GAP + 4} ${height + HEAD}`} style={{ minWidth: 5 * WIDE + 4 * GAP }}>
        <title>{text.chain}</title>
        {heads.map((head, column) => (
          <text key={head} className="mp-chain-head" x={x(column) + WIDE / 2} y={16} textAnchor="middle">
            {head}
          </text>
        ))}
        <g transform={`translate(0 ${HEAD})`}>
          {drawn.edges.map((edge) => {
            const [from, to] = [at.get(edge.from), at.get(edge.to)]
            if (!from || !to) return null
            const [x1, x2] = [x(from.column) + WIDE, x(to.column)]
            const on = thread === null || (thread.has(edge.from) && thread.has(edge.to))
            return (
              <path
                key={`${edge.from} ${edge.to}`}
                d={`M${x1} ${from.y}C${x1 + GAP / 2} ${from.y} ${x2 - GAP / 2} ${to.y} ${x2} ${to.y}`}
                data-on={on}
                strokeWidth={0.6 + edge.strength * 0.9}
                strokeDasharray={edge.firm ? undefined : '5 4'}
              />
            )
          })}
          {nodes.map((node) => {
            const [first, second] = wordsOf(node.id)
            return (
              <foreignObject key={node.id} x={x(node.column)} y={node.y - ROW / 2 + 3} width={WIDE} height={ROW - 6}>
                <button
                  type="button"
                  className="mp-chain-node"
                  data-column={node.column}
                  data-on={thread === null || thread.has(node.id)}
                  aria-pressed={chosen === node.id}
                  title={`${first}\n${second}`}
                  onClick={() => onChoose(chosen === node.id ? null : node.id)}
                >
                  <b>{first}</b>
                  <small>{shortened(second, 26)}</small>
                </button>
              </foreignObject>
            )
          })}
        </g>
      </svg>
    </div>
  )
}

/** A remedy hangs on the cause it answers, or straight on the problem. Weak links nobody decided are left out of the picture. */
function chainOf(board: Board): { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] } {
  const isCause = (code: string) => board.causes.some((one) => one.code === code)
  const place = (code: string) => `${isCause(code) ? 'c' : 'p'}:${code}`
  const links = board.links.filter((one) => (one.basis === 'decided' ? one.strength > 0 : one.strength >= 2))
  return {
    nodes: [
      ...board.evidence.map((one) => ({ id: `e:${one.evidenceId}`, column: 0 })),
      ...board.problems.map((one) => ({ id: `p:${one.code}`, column: 1 })),
      ...board.causes.map((one) => ({ id: `c:${one.code}`, column: 2 })),
      ...board.remedies.map((one) => ({ id: `r:${one.remedyId}`, column: 3 })),
      ...board.remedies.map((one) => ({ id: `s:${one.remedyId}`, column: 4 })),
    ],
    edges: [
      ...board.evidence.map((one) => ({ from: `e:${one.evidenceId}`, to: place(one.subject), strength: one.strength, firm: true })),
      ...links.map((one) => ({
        from: `p:${one.problem}`,
        to: `c:${one.cause}`,
        strength: one.strength,
        firm: one.basis === 'decided',
      })),
      ...board.remedies.map((one) => ({ from: place(one.answers), to: `r:${one.remedyId}`, strength: one.strength, firm: true })),
      ...board.remedies.map((one) => ({ from: `r:${one.remedyId}`, to: `s:${one.remedyId}`, strength: 1, firm: true })),
    ],
  }
}
