import { percentOfBasisPoints, written } from '../../parts/figures.ts'
import { SparkLine } from '../../parts/SparkLine.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { MEASURE_FLAGS, NODE_FLAGS, reasonOf } from '../words.ts'
import { basisPointsOf, hasTrend, type MeasureRow, targetOf } from './cardGroups.ts'
import { Moves } from './Moves.tsx'
import { NodeScore } from './NodeScore.tsx'
import { en, zh } from './text.ts'
import { WeightWords } from './WeightWords.tsx'

type MeasureLineProps = { readonly row: MeasureRow; readonly year: number; readonly says: 'moves' | 'facts' }

/** One measure: what it is, actual beside target, trend, score and status; below, whatever a reader must know of it. */
export function MeasureLine({ row, year, says }: MeasureLineProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { node, measure, line } = row
  const unit = line === undefined ? '' : pick(line.unit)
  const target = targetOf(line)
  const name = pick(node.name)
  const reason = reasonOf(measure?.because)
  const mayRead = useMay('value.read')
  const evidence = line && line.evidence.length > 0 ? text.evidence(line.evidence.length) : text.noEvidence
  const words = [
    line?.valuesOfName ? text.valuesOf(pick(line.valuesOfName)) : null,
    line?.veto ? text.veto : null,
    node.score === null && reason !== null ? pick(reason) : null,
    ...(measure?.flags ?? []).map((flag) => pick(MEASURE_FLAGS[flag])),
    ...node.flags.map((flag) => pick(NODE_FLAGS[flag])),
    line?.signal && line.signal.signals.length > 0
      ? text.signal(
          line.signal.period,
          line.signal.signals.map((one) => text.signals[one]).join(text.and),
          line.signal.lower,
          line.signal.upper,
        )
      : null,
  ].filter((word) => word !== null)
  const others = [...new Set(words)].map((word) => ` · ${word}`).join('')
  const said = (
    <>
      {line && mayRead && line.evidence.length > 0 ? (
        <PageLink href={`/run/values?year=${year}&measure=${encodeURIComponent(line.code)}`}>{evidence}</PageLink>
      ) : (
        evidence
      )}
      {others}
    </>
  )
  return (
    <li className="mp-run-line">
      <div className="mp-run-name">
        <strong>{name}</strong>
        <span>{line?.code} · </span>
        <WeightWords node={node} share={percentOfBasisPoints(line?.weightBp ?? null)} />
        {says === 'facts' && <p className="mp-run-words">{said}</p>}
      </div>
      <dl className="mp-run-figures">
        <div>
          <dt>{text.actual}</dt>
          <dd>
            {written(measure?.actual?.shown ?? null, line?.digits)} {measure?.actual ? unit : ''}
          </dd>
        </div>
        <div>
          <dt>{text.target}</dt>
          <dd>{target === null ? '–' : `${written(target)} ${unit}`}</dd>
        </div>
      </dl>
      <div className="mp-run-trend">
        {hasTrend(line) && (
          <SparkLine
            values={line.trend.map((point) => point.shown)}
            target={line.target}
            label={text.trend(name, line.trend.map((point) => text.point(point.period, point.shown)).join(', '))}
          />
        )}
      </div>
      <div className="mp-run-score">
        <NodeScore
          score={node.official}
          status={node.status}
          coverage={node.score === null ? null : basisPointsOf(node.coverage.shown.withData)}
        />
      </div>
      {says === 'moves' && <p className="mp-run-words">{said}</p>}
      {says === 'moves' && measure !== undefined && <Moves measure={measure} unit={unit} />}
    </li>
  )
}
