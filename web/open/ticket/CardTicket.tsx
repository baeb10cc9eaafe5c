import { movesWords } from '@milepost/scorecard/whatMovesWords'
import { DATA_STATES } from '@milepost/terms/status'
import { Alert } from 'antd'
import { BonusList } from '../../parts/BonusList.tsx'
import { CurvePicture } from '../../parts/CurvePicture.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Explanation } from '../../parts/Explanation.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { PlanStretches } from '../../parts/PlanStretches.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import '../open.css'
import { minuteOf } from '../../platform/instants.ts'
import { LineObjections } from '../objection/LineObjections.tsx'
import { en, zh } from './text.ts'
import type { Ticket } from './ticket.ts'
import { anchorsOf, calledOne, inputsOf, measureNodesOf } from './ticketRows.ts'
import { ValueTable } from './ValueTable.tsx'
import { explainedOf, Working } from './Working.tsx'

/** A score with everything behind it; the same component on screen and on paper. */
export function CardTicket({ ticket, isOwn = false }: { readonly ticket: Ticket; readonly isOwn?: boolean }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayObject = useMay('ticket.objectToCard')
  const { result, run, replay, scorecard } = ticket
  const nodes = measureNodesOf(result.tree)
  const scored = new Map(result.measures.map((measure) => [measure.id, measure]))
  const inputs = inputsOf(ticket.input)
  const explanation = calledOne(result.explanation, ticket.holder)
  const explained = explainedOf(result.explanation)
  const names = new Map(nodes.map((node) => [node.id, pick(node.name)]))
  return (
    <div className="mp-sheets">
      <Panel>
        <div className="mp-lines">
          <Facts
            large
            facts={[
              { key: 'score', name: text.score, value: result.final?.official ?? '?', note: text.standing[ticket.standing] },
              {
                key: 'covered',
                name: text.covered,
                value: result.tree.coverage.shown.withData === null ? '?' : `${result.tree.coverage.shown.withData}%`,
              },
            ]}
          />
          <BonusList bonuses={ticket.input.bonuses ?? []} weighted={result.tree.official} applied={result.bonus.applied} />
          <Alert
            type={replay.same ? 'success' : 'error'}
            showIcon
            title={replay.same ? text.same : text.different(replay.differsAt.map((id) => names.get(id) ?? id).join(text.comma))}
          />
          <p className="mp-soft">
            {run && `${text.run(run.revision, minuteOf(run.ranAt), run.ranBy)} · `}
            {text.engine(result.engineVersion)} · {text.scorecard(pick(scorecard.name), scorecard.publishedBy ?? '–')}
            {run && (
              <>
                <br />
                {text.hash} <code style={{ overflowWrap: 'anywhere' }}>{ticket.inputHash}</code>
                <br />
                {text.runHash} <code style={{ overflowWrap: 'anywhere' }}>{run.inputHash}</code>
              </>
            )}
            <br />
            {text.seal} <code style={{ overflowWrap: 'anywhere' }}>{ticket.seal}</code>
          </p>
          {result.findings.length > 0 && (
            <>
              <h3>{text.findings}</h3>
              <ul>
                {result.findings.map((finding) => (
                  <li key={`${finding.code}${finding.node}`}>
                    {pick(finding.message)} {pick(finding.mend)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Panel>
      {result.stretches !== undefined && <PlanStretches stretches={result.stretches} />}
      <Panel title={text.measures} anchor="measures">
        <DataTable
          label={text.measures}
          plain
          onPhone="cards"
          rows={nodes}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              title: text.measure,
              value: (row) => pick(row.name),
              show: (row) => <a href={`#measure-${row.id}`}>{pick(row.name)}</a>,
            },
            {
              key: 'actual',
              title: text.actual,
              kind: 'number',
              value: (row) => scored.get(row.id)?.actual?.shown ?? null,
              show: (row) =>
                `${written(scored.get(row.id)?.actual?.shown ?? null, ticket.digits[row.id])} ${pick(inputs.get(row.id)?.unit ?? { zh: '', en: '' })}`,
              width: 150,
            },
            {
              key: 'score',
              title: text.points,
              kind: 'number',
              value: (row) => row.official,
              show: (row) => row.official ?? '–',
              width: 90,
            },
            {
              key: 'weight',
              title: text.weight,
              kind: 'number',
              value: (row) => row.weight.shown.nominal,
              show: (row) => `${row.weight.shown.nominal}% → ${row.weight.shown.redistributed}%`,
              width: 210,
            },
            {
              key: 'whole',
              title: text.wholeWeight,
              kind: 'number',
              value: (row) => row.weight.shown.effective,
              show: (row) => `${row.weight.shown.effective}%`,
              width: 120,
            },
            { key: 'status', title: text.state, value: (row) => pick(row.status.label), width: 110 },
          ]}
        />
      </Panel>
      {nodes.map((node) => {
        const own = scored.get(node.id)
        const curve = anchorsOf(own, ticket.digits[node.id])
        const input = inputs.get(node.id)
        const evidence = ticket.evidence.filter((one) => one.measure === node.id)
        return (
          <Panel
            key={node.id}
            folds
            anchor={`measure-${node.id}`}
            title={pick(node.name)}
            sentence={`${text.points} ${node.official ?? '–'} · ${pick(node.status.label)}`}
          >
            {curve.anchors.length > 1 && (
              <CurvePicture
                anchors={curve.anchors}
                point={curve.point}
                actualTitle={pick(inputs.get(node.id)?.unit ?? { zh: '', en: '' })}
                scoreTitle={text.points}
                label={`${text.curve} · ${pick(node.name)}`}
              />
            )}
            {own && (
              <p>
                <strong>{text.why}</strong> {pick(movesWords(own.whatMoves, inputs.get(node.id)?.unit ?? { zh: '', en: '' }))}
              </p>
            )}
            {own && input && <Working measure={input} scored={own} explanation={explained.get(node.id)} unitNames={ticket.unitNames} />}
            <ValueTable evidence={evidence} unitNames={ticket.unitNames} states={DATA_STATES} />
            <LineObjections
              of={{ cardId: ticket.cardId, ...(run === null ? {} : { revision: run.revision }) }}
              line={node.id}
              name={pick(node.name)}
              shown={node.official ?? '–'}
              mayObject={mayObject && (isOwn || ticket.holder.kind !== 'person')}
            />
          </Panel>
        )
      })}
      <Panel title={text.explanation} anchor="explanation" folds>
        <Explanation tree={explanation} openLevels={2} />
      </Panel>
    </div>
  )
}
