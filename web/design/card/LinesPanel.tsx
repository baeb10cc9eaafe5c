import { PlusOutlined } from '@ant-design/icons'
import type { LintFinding } from '@milepost/contract/design/lint'
import { percentOf, totalWeight, WHOLE } from '@milepost/contract/design/weights'
import { Button } from 'antd'
import { useState } from 'react'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { AddMeasureDialog } from './AddMeasureDialog.tsx'
import type { CardView } from './cardView.ts'
import { type DraftLine, movedLine, withLine, withoutLine } from './draft.ts'
import { LineCard } from './LineCard.tsx'
import { FindingMark } from './LintPanel.tsx'
import { groupsOf, type LineGroup, type PerspectiveFrame } from './lineGroups.ts'
import { normalised } from './normalise.ts'
import { en, zh } from './text.ts'
import { trialCard } from './trial.ts'

type LinesPanelProps = {
  readonly lines: readonly DraftLine[]
  /** null: only to be read. */
  readonly onChange: ((lines: readonly DraftLine[]) => void) | null
  readonly perspectives: readonly PerspectiveFrame[]
  readonly objectives: CardView['objectives']
  readonly parents: CardView['possibleParents']
  readonly lint: readonly LintFinding[]
  readonly level: 'institution' | 'unit' | 'person'
  /** Whether objectives without a measure are shown, so that one can be added. */
  readonly emptyObjectives?: boolean
  /** The card has been agreed, and the reader may ask for another target. */
  readonly mayAsk?: boolean
}

/** The measures of a card as a tree by perspective and objective, with weights that can be moved and a trial that follows. */
export function LinesPanel({
  lines,
  onChange,
  perspectives,
  objectives,
  parents,
  lint,
  level,
  emptyObjectives = false,
  mayAsk = false,
}: LinesPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [actuals, setActuals] = useState<Readonly<Record<string, string>>>({})
  const [addingTo, setAddingTo] = useState<{ readonly objectiveId: string | null } | null>(null)
  const trial = trialCard(lines, actuals)
  const trying = Object.keys(actuals).length > 0
  const total = totalWeight(lines)
  const groups = groupsOf(lines, perspectives, { emptyObjectives })
  const isOff =
    total !== WHOLE || groups.some(({ perspective, carriedBp }) => perspective.intendedBp !== null && perspective.intendedBp !== carriedBp)
  const tryOne = (key: string) => (actual: string | null) => {
    const { [key]: _before, ...rest } = actuals
    setActuals(actual === null ? rest : { ...rest, [key]: actual })
  }

  return (
    <Panel
      title={text.lines}
      sentence={onChange === null ? undefined : text.linesSay}
      acts={
        onChange !== null && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAddingTo({ objectiveId: null })}>
            {text.addMeasure}
          </Button>
        )
      }
    >
      <div className="mp-lines-sum" role="status">
        <strong data-wrong={total !== WHOLE}>{total === WHOLE ? text.totalRight : text.total(percentOf(total))}</strong>
        {total < WHOLE && <span>{text.short(percentOf(WHOLE - total))}</span>}
        {total > WHOLE && <span>{text.over(percentOf(total - WHOLE))}</span>}
        {onChange !== null && isOff && (
          <button
            type="button"
            className="mp-text-button"
            title={text.normaliseSay}
            onClick={() => onChange(normalised(lines, perspectives))}
          >
            {text.normalise}
          </button>
        )}
        {trying && trial.score !== null && (
          <>
            <strong>{text.trialScore(written(trial.score))}</strong>
            <span>{text.trialSay}</span>
            <button type="button" className="mp-text-button" onClick={() => setActuals({})}>
              {text.trialClear}
            </button>
          </>
        )}
      </div>
      {lines.length === 0 && !emptyObjectives && <p className="mp-soft">{text.noMeasures}</p>}
      {groups.map((group) => (
        <section key={group.perspective.perspectiveId ?? 'duties'} className="mp-line-group">
          <h3>
            <span>{pick(group.perspective.name)}</span>
            <WeightSum group={group} />
          </h3>
          {group.objectives.map((objective) => (
            <div key={objective.objectiveId ?? 'duties'} className="mp-line-objective">
              {objective.objectiveId !== null && (
                <h4>
                  <span className="mp-line-code">{objective.code}</span> {pick(objective.name)}
                  {onChange !== null && (
                    <Button
                      type="text"
                      size="small"
                      icon={<PlusOutlined aria-hidden />}
                      aria-label={text.addUnder(pick(objective.name))}
                      onClick={() => setAddingTo({ objectiveId: objective.objectiveId })}
                    />
                  )}
                </h4>
              )}
              <ul className="mp-lines">
                {objective.lines.map((line) => (
                  <LineCard
                    mayAsk={mayAsk}
                    key={line.key}
                    line={line}
                    objectives={objectives}
                    parents={parents}
                    actual={actuals[line.key] ?? null}
                    score={trying ? (trial.byLine.get(line.key) ?? null) : null}
                    onTry={tryOne(line.key)}
                    findings={<FindingMark findings={lint.filter((one) => one.node === line.cardMeasureId)} />}
                    acts={
                      onChange && {
                        change: (change) => onChange(withLine(lines, line.key, change)),
                        move: (way) => onChange(movedLine(lines, line.key, way)),
                        remove: () => onChange(withoutLine(lines, line.key)),
                      }
                    }
                  />
                ))}
              </ul>
              {objective.lines.length === 0 && <p className="mp-line-none">{text.noMeasures}</p>}
            </div>
          ))}
        </section>
      ))}
      {addingTo !== null && onChange !== null && (
        <AddMeasureDialog
          level={level}
          objectiveId={addingTo.objectiveId}
          objectives={objectives}
          onCard={lines.map((line) => line.code)}
          onAdd={(line) => onChange([...lines, line])}
          onClose={() => setAddingTo(null)}
        />
      )}
    </Panel>
  )
}

/** What the measures of a perspective add up to, and what it was meant to have. */
function WeightSum({ group }: { readonly group: LineGroup }) {
  const text = useText({ zh, en })
  const { intendedBp } = group.perspective
  const wrong = intendedBp !== null && intendedBp !== group.carriedBp
  return (
    <span className="mp-line-sum" data-wrong={wrong}>
      {wrong ? text.carried(percentOf(group.carriedBp), percentOf(intendedBp)) : text.carriedRight(percentOf(group.carriedBp))}
    </span>
  )
}
