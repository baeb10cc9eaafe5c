import type { MethodRanking } from '@milepost/decision/methodChoice'
import { Alert, Button, Select, Slider } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { written } from '../../parts/figures.ts'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type Choice, judgementOf, STEPS, stepOf, withJudgement } from './choice.ts'
import { ShareBar } from './ShareBar.tsx'
import { en, zh } from './text.ts'
import type { Draft } from './useDraft.ts'

type JudgementsPanelProps = {
  readonly choice: Choice
  readonly draft: Draft
  readonly ranked: MethodRanking
  /** null: only to be read. */
  readonly onChange: ((draft: Draft) => void) | null
}

/** One criterion against all others, slider by slider; weights, consistency and the contradiction that matters most beside it. */
export function JudgementsPanel({ choice, draft, ranked, onChange }: JudgementsPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [focus, setFocus] = useState(choice.criteria[0]?.code ?? '')
  const nameOf = (code: string) => pick(choice.criteria.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  const judge = (at: { row: string; column: string; value: string }) =>
    onChange?.({ ...draft, judgements: withJudgement(choice, draft.judgements, at) })
  const odd = ranked.contradiction?.kind === 'found' ? ranked.contradiction : null
  const oddPair = odd && { row: choice.criteria[odd.pair.row]?.code ?? '', column: choice.criteria[odd.pair.column]?.code ?? '' }
  const weights = ranked.ahp.kind === 'computed' ? ranked.ahp : null

  return (
    <Panel title={text.judgements} sentence={text.judgementsSay}>
      {weights && (
        <Facts
          facts={[
            {
              key: 'ratio',
              name: text.ratio,
              value: written(weights.consistencyRatio, 4),
              note: `${weights.consistent ? text.ratioGood : text.ratioBad} ${text.table(weights.randomIndex.table, written(weights.randomIndex.value))}`,
            },
          ]}
        />
      )}
      {odd && oddPair && weights && !weights.consistent && (
        <Alert
          type="warning"
          showIcon
          title={text.contradiction(nameOf(oddPair.row), nameOf(oddPair.column), stepOf(odd.given), stepOf(odd.suggested))}
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
          return (
            <div
              className="mp-judgement"
              key={other.code}
              data-odd={
                weights?.consistent === false &&
                oddPair !== null &&
                [oddPair.row, oddPair.column].every((code) => [focus, other.code].includes(code))
              }
            >
              <span>{nameOf(focus)}</span>
              <Slider
                min={0}
                max={STEPS.length - 1}
                step={1}
                included={false}
                disabled={onChange === null}
                // the left criterion gains towards its own side
                value={STEPS.length - 1 - STEPS.findIndex((step) => step === value)}
                onChange={(at) => judge({ row: focus, column: other.code, value: STEPS[STEPS.length - 1 - at] ?? '1' })}
                tooltip={{ formatter: null }}
                ariaLabelForHandle={text.judgement(nameOf(focus), nameOf(other.code))}
                ariaValueTextFormatterForHandle={() => value}
              />
              <span>{pick(other.name)}</span>
              <output>{value}</output>
            </div>
          )
        })}
      {weights && (
        <>
          <h3>{text.weights}</h3>
          <p className="mp-panel-say">{text.weightsSay}</p>
          <DataTable
            label={text.weights}
            plain
            rows={choice.criteria.map((one, at) => ({ ...one, weight: weights.weights[at] ?? null }))}
            rowKey={(row) => row.code}
            columns={[
              { key: 'code', title: '', value: (row) => row.code, width: 60 },
              { key: 'name', title: text.criterion, value: (row) => pick(row.name) },
              {
                key: 'weight',
                title: text.weights,
                kind: 'number',
                value: (row) => row.weight,
                show: (row) => <ShareBar share={row.weight} text={written(row.weight, 4)} />,
                width: 240,
              },
            ]}
          />
        </>
      )}
    </Panel>
  )
}
