import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { percentOf } from '@milepost/contract/design/weights'
import { SCORING_FUNCTIONS } from '@milepost/scorecard/scoringFunctions'
import { Button, Checkbox, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { AskTargetDialog } from '../versions/AskTargetDialog.tsx'
import type { CardView } from './cardView.ts'
import type { DraftLine } from './draft.ts'
import { LineCurve } from './LineCurve.tsx'
import { ParentChoice } from './ParentChoice.tsx'
import { ProfileEditor } from './ProfileEditor.tsx'
import { RuleEditor } from './RuleEditor.tsx'
import { targetText } from './ruleFields.ts'
import { TrialPicture } from './TrialPicture.tsx'
import { en, zh } from './text.ts'
import { WeightInput } from './WeightInput.tsx'

type LineActs = {
  readonly change: (change: Partial<DraftLine>) => void
  readonly move: (way: 'up' | 'down') => void
  readonly remove: () => void
}

type LineCardProps = {
  readonly line: DraftLine
  /** null: only to be read. */
  readonly acts: LineActs | null
  readonly objectives: CardView['objectives']
  readonly parents: CardView['possibleParents']
  readonly actual: string | null
  readonly score: string | null
  readonly onTry: (actual: string | null) => void
  readonly findings?: ReactNode
  /** The card no longer changes, but another target may be asked for. */
  readonly mayAsk?: boolean
}

/** One measure on a card: weight, target and curve at a glance; pressed, its rule and a trial. */
export function LineCard({ line, acts, objectives, parents, actual, score, onTry, findings, mayAsk = false }: LineCardProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const name = pick(line.name)
  const target = targetText(line.rule)
  return (
    <li className="mp-line" data-open={open}>
      <div className="mp-line-head">
        <button type="button" className="mp-line-name" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="mp-fold" data-open={open} aria-hidden="true" />
          <span className="mp-line-code">{line.code}</span>
          <span>{name}</span>
        </button>
        <LineCurve rule={line.rule} actual={actual} label={text.curve(name)} />
        <span className="mp-line-target">
          {target === null
            ? pick(SCORING_FUNCTIONS[line.rule.kind].name)
            : `${text.target} ${target.includes('–') ? target : written(target)} ${pick(line.unit)}`}
          {score !== null && <small>{text.scores(written(score))}</small>}
        </span>
        {acts === null ? (
          <strong className="mp-figures mp-line-weight">{percentOf(line.weightBp)}%</strong>
        ) : (
          <WeightInput weightBp={line.weightBp} label={text.weightOf(name)} onChange={(weightBp) => acts.change({ weightBp })} />
        )}
        {findings}
      </div>
      {open && (
        <div className="mp-line-body">
          <div className="mp-form">
            {acts !== null && (
              <>
                <RuleEditor rule={line.rule} direction={line.direction} unit={pick(line.unit)} onChange={(rule) => acts.change({ rule })} />
                <Field label={text.objective}>
                  {(control) => (
                    <Select
                      {...control}
                      value={line.objectiveId}
                      allowClear
                      popupMatchSelectWidth={false}
                      placeholder={text.ownDuty}
                      options={objectives.map((one) => ({ value: one.objectiveId, label: `${one.code} ${pick(one.name)}` }))}
                      onChange={(objectiveId: string | undefined) => acts.change({ objectiveId: objectiveId ?? null })}
                    />
                  )}
                </Field>
              </>
            )}
            <ParentChoice line={line} parents={parents} onChange={acts === null ? null : acts.change} />
            {line.timeAggregation === 'sum' && (
              <ProfileEditor
                profile={line.profile ?? null}
                name={name}
                onChange={acts === null ? null : (profile) => acts.change({ profile })}
              />
            )}
            {(acts !== null || line.critical) && (
              <Checkbox
                checked={line.critical ?? false}
                disabled={acts === null}
                onChange={({ target }) => acts?.change({ critical: target.checked })}
              >
                {text.critical}
              </Checkbox>
            )}
            {mayAsk && line.cardMeasureId !== null && (
              <div className="mp-row">
                <Button onClick={() => setAsking(true)}>{text.askTarget}</Button>
              </div>
            )}
            {acts !== null && (
              <div className="mp-row">
                <Button icon={<ArrowUpOutlined aria-hidden />} aria-label={text.moveUp(name)} onClick={() => acts.move('up')} />
                <Button icon={<ArrowDownOutlined aria-hidden />} aria-label={text.moveDown(name)} onClick={() => acts.move('down')} />
                <Button danger icon={<DeleteOutlined aria-hidden />} onClick={acts.remove}>
                  {text.remove}
                </Button>
              </div>
            )}
          </div>
          <TrialPicture line={line} actual={actual} onTry={onTry} onRule={acts === null ? null : (rule) => acts.change({ rule })} />
        </div>
      )}
      {asking && <AskTargetDialog line={line} onClose={() => setAsking(false)} />}
    </li>
  )
}
