import { useLanguage } from '../../platform/language.tsx'
import { shortened } from './chain.ts'
import type { Board } from './given.ts'

type FishboneProps = { readonly board: Board; readonly problem: string }

const WIDTH = 980
const HEIGHT = 360
const SPINE = HEIGHT / 2

/** One problem at the head; each cause a bone as thick as its link is strong, with what speaks for the cause along it. */
export function Fishbone({ board, problem }: FishboneProps) {
  const { pick } = useLanguage()
  const head = board.problems.find((one) => one.code === problem)
  const bones = board.links
    .filter((one) => one.problem === problem && one.strength > 0)
    .sort((a, b) => b.strength - a.strength)
    .flatMap((link) => {
      const cause = board.causes.find((one) => one.code === link.cause)
      return cause ? [{ link, cause, evidence: board.evidence.filter((one) => one.subject === cause.code).slice(0, 3) }] : []
    })
  const pairs = Math.max(1, Math.ceil(bones.length / 2))
  const step = (WIDTH - 250) / pairs
  return (
    <div className="mp-chain-frame">
      <svg
        className="mp-fishbone"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        style={{ minWidth: 760 }}
        role="img"
        aria-label={bones.map(({ cause, link }) => `${pick(cause.name)} ${link.strength}`).join('; ')}
      >
        <path d={`M20 ${SPINE}H${WIDTH - 205}`} strokeWidth={5} />
        <path
          className="mp-fish-head"
          d={`M${WIDTH - 210} ${SPINE - 46}H${WIDTH - 30}L${WIDTH - 4} ${SPINE}L${WIDTH - 30} ${SPINE + 46}H${WIDTH - 210}z`}
        />
        <foreignObject x={WIDTH - 205} y={SPINE - 44} width={178} height={88}>
          <div className="mp-fish-name">
            {head?.code} {head ? pick(head.name) : ''}
          </div>
        </foreignObject>
        {bones.map(({ link, cause, evidence }, at) => {
          const up = at % 2 === 0
          const root = WIDTH - 240 - Math.floor(at / 2) * step
          const tip = root - 90
          const end = up ? 34 : HEIGHT - 34
          return (
            <g key={cause.code}>
              <path
                d={`M${root} ${SPINE}L${tip} ${end}`}
                strokeWidth={1 + link.strength * 1.6}
                strokeDasharray={link.basis === 'decided' ? undefined : '7 5'}
              />
              <text x={tip} y={up ? 22 : HEIGHT - 12} textAnchor="middle" className="mp-fish-cause">
                {cause.code} {shortened(pick(cause.name), 40)}
              </text>
              {evidence.map((one, place) => {
                const share = (place + 1) / (evidence.length + 1)
                const [bx, by] = [tip + (root - tip) * share, end + (SPINE - end) * share]
                return (
                  <g key={one.evidenceId}>
                    <path d={`M${bx} ${by}H${bx - 40}`} strokeWidth={1} />
                    <text x={bx - 44} y={by + 4} textAnchor="end" className="mp-fish-twig">
                      {shortened(pick(one.says), 48)}
                      <title>{pick(one.says)}</title>
                    </text>
                  </g>
                )
              })}
            </g>
          )
        })}
      </svg>
    </div>
  )
}
