import type { WeightsSideBySide } from '@milepost/decision/weightsSideBySide'
import { Button, Select, Slider } from 'antd'
import { useState } from 'react'
import { judgementOf, STEPS, withJudgement } from '../../choose/published.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import type { WeighingDraft, WeighingView } from './weighing.ts'

type PairsPanelProps = {
  readonly items: WeighingView['items']
  readonly draft: WeighingDraft
  readonly ahp: WeightsSideBySide['ahp']
  /** null: only to be read. */
  readonly onChange: ((next: Partial<WeighingDraft>) => void) | null
}

/** One item against each of the others. */
export function PairsPanel({ items, draft, ahp, onChange }: PairsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [focus, setFocus] = useState(items[0]?.code ?? '')
  const nameOf = (code: string) => pick(items.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  const judge = (column: string, value: string | null) =>
    onChange?.({ judgements: withJudgement(items, draft.judgements, { row: focus, column, value }) })
  return (
    <Panel title={text.ahp} sentence={text.ahpSay}>
      <p className="mp-row">
        <span>{text.focus}</span>
        <Select
          value={focus}
          onChange={setFocus}
          popupMatchSelectWidth={false}
          aria-label={text.focus}
          options={items.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` }))}
        />
        <span className="mp-soft" role="status">
          {text.judged(ahp.judged, ahp.pairs)}
          {ahp.consistencyRatio !== null && ` · ${text.ratio(written(ahp.consistencyRatio, 3))}`}
          {ahp.consistent === true && text.ratioGood}
        </span>
      </p>
      {items
        .filter((one) => one.code !== focus)
        .map((other) => {
          const value = judgementOf(draft.judgements, focus, other.code)
          return (
            <div className="mp-weighing-pair" key={other.code}>
              <span>{nameOf(focus)}</span>
              <Slider
                min={0}
                max={STEPS.length - 1}
                included={false}
                disabled={onChange === null}
                // the left one gains towards its own side
                value={STEPS.length - 1 - STEPS.findIndex((step) => step === (value ?? '1'))}
                onChange={(at) => judge(other.code, STEPS[STEPS.length - 1 - at] ?? '1')}
                tooltip={{ formatter: null }}
                ariaLabelForHandle={text.judgement(nameOf(focus), nameOf(other.code))}
                ariaValueTextFormatterForHandle={() => value ?? text.notJudged}
              />
              <span>{pick(other.name)}</span>
              <output>{value ?? text.notJudged}</output>
              {onChange !== null && value !== null && (
                <Button size="small" type="text" onClick={() => judge(other.code, null)}>
                  {text.clear}
                </Button>
              )}
            </div>
          )
        })}
    </Panel>
  )
}
