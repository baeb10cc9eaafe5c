import { incompleteMatrix } from '@milepost/decision/methodComparison'
import { weighedJudgements } from '@milepost/decision/weighedJudgements'
import { Alert, Button, Select, Slider } from 'antd'
import { useMemo, useState } from 'react'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Choice, judgementOf, nameIn, type OfficeDraft, STEPS, stepOf, withJudgement } from './choice.ts'
import { en, zh } from './text.ts'

type JudgementsPanelProps = {
  readonly choice: Choice
  readonly draft: OfficeDraft
  /** null: only to be read. */
  readonly onChange: ((draft: OfficeDraft) => void) | null
}

/** The office's own judgements: one criterion against all others, slider by slider, with the contradiction that matters most. */
export function JudgementsPanel({ choice, draft, onChange }: JudgementsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [focus, setFocus] = useState(choice.criteria[0]?.code ?? '')
  const codes = choice.criteria.map(({ code }) => code)
  const weighed = useMemo(
    () =>
      weighedJudgements(
        incompleteMatrix(
          choice.criteria.map(({ code }) => code),
          draft.judgements,
        ),
      ),
    [choice.criteria, draft.judgements],
  )
  const nameOf = (code: string) => pick(nameIn(choice.criteria, code))
  const judge = (at: { row: string; column: string; value: string | null }) =>
    onChange?.({ ...draft, judgements: withJudgement(choice.criteria, draft.judgements, at) })
  const odd =
    weighed.kind === 'computed' && weighed.consistent === false && weighed.contradiction.kind === 'found' ? weighed.contradiction : null
  const oddPair = odd && { row: codes[odd.pair.row] ?? '', column: codes[odd.pair.column] ?? '' }

  return (
    <Panel title={text.judgements} sentence={choice.judges.length > 0 ? text.judgementsBeside : text.judgementsSay}>
      {weighed.kind === 'computed' && (
        <p className="mp-panel-say">
          {text.ratio} <b>{written(weighed.consistencyRatio, 4)}</b> · {weighed.consistent === false ? text.ratioBad : text.ratioGood}
        </p>
      )}
      {odd && oddPair && (
        <Alert
          type="warning"
          showIcon
          title={text.contradiction(nameOf(oddPair.row), nameOf(oddPair.column), stepOf(odd.given), stepOf(odd.suggested))}
          description={text.afterwards(written(odd.consistencyRatio.afterwards, 3))}
          action={onChange && <Button onClick={() => judge({ ...oddPair, value: stepOf(odd.suggested) })}>{text.mend}</Button>}
        />
      )}
      <p className="mp-focus">
        {text.focus}{' '}
        <Select
          value={focus}
          onChange={setFocus}
          popupMatchSelectWidth={false}
          aria-label={text.focus}
          options={choice.criteria.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` }))}
        />
      </p>
      {choice.criteria
        .filter((one) => one.code !== focus)
        .map((other) => {
          const value = judgementOf(draft.judgements, focus, other.code)
          const isOdd = oddPair !== null && [oddPair.row, oddPair.column].every((code) => [focus, other.code].includes(code))
          return (
            <div className="mp-judgement" key={other.code} data-odd={isOdd}>
              <span>{nameOf(focus)}</span>
              <Slider
                min={0}
                max={STEPS.length - 1}
                step={1}
                included={false}
                disabled={onChange === null}
                // the left criterion gains towards its own side
                value={STEPS.length - 1 - STEPS.findIndex((step) => step === (value ?? '1'))}
                onChange={(at) => judge({ row: focus, column: other.code, value: STEPS[STEPS.length - 1 - at] ?? '1' })}
                tooltip={{ formatter: null }}
                ariaLabelForHandle={text.judgement(nameOf(focus), nameOf(other.code))}
                ariaValueTextFormatterForHandle={() => value ?? text.notJudged}
              />
              <span>{pick(other.name)}</span>
              <output>{value ?? text.notJudged}</output>
            </div>
          )
        })}
    </Panel>
  )
}
