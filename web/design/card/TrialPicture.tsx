import { Alert } from 'antd'
import { CurvePicture } from '../../parts/CurvePicture.tsx'
import { Field } from '../../parts/Field.tsx'
import { Figure } from '../../parts/Figure.tsx'
import { written } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { CurveEditor } from './CurveEditor.tsx'
import { DecimalInput } from './DecimalInput.tsx'
import type { DraftLine } from './draft.ts'
import { en, zh } from './text.ts'
import { trialOf } from './trial.ts'

type TrialPictureProps = {
  readonly line: DraftLine
  /** The actual being tried; null: none yet. */
  readonly actual: string | null
  readonly onTry: (actual: string | null) => void
  /** null: only to be read. */
  readonly onRule: ((rule: DraftLine['rule']) => void) | null
}

/** The scoring curve, redrawn by the engine with every keystroke, and what an actual would score on it. */
export function TrialPicture({ line, actual, onTry, onRule }: TrialPictureProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const trial = trialOf(line.rule, actual)
  const editor = onRule !== null && (
    <CurveEditor rule={line.rule} digits={line.digits} unit={pick(line.unit)} label={text.curve(pick(line.name))} onChange={onRule} />
  )
  if (trial.kind === 'refused')
    return (
      <div className="mp-trial">
        {editor}
        <Alert type="error" showIcon title={pick(trial.message)} description={pick(trial.mend)} />
      </div>
    )
  if (trial.kind === 'no-curve') return <p className="mp-soft">{text.noCurve}</p>
  const unit = pick(line.unit)
  const said =
    trial.point === null ? text.curve(pick(line.name)) : text.wouldScore(written(trial.point.actual), unit, written(trial.point.score))
  return (
    <div className="mp-trial">
      {editor}
      {(trial.point !== null || editor === false) && (
        <Figure caption={said}>
          <CurvePicture
            anchors={trial.anchors}
            target={trial.target}
            point={trial.point}
            actualTitle={unit}
            scoreTitle={text.points}
            label={said}
          />
        </Figure>
      )}
      <Field label={text.tryActual} hint={text.tryHint}>
        {() => (
          <DecimalInput
            value={actual ?? ''}
            label={text.tryActual}
            unit={unit}
            read={(typed) => (typed.trim() === '' ? '' : /^-?\d+(\.\d+)?$/.test(typed.trim()) ? typed.trim() : null)}
            onChange={(typed) => onTry(typed === '' ? null : typed)}
          />
        )}
      </Field>
    </div>
  )
}
