import type { ImportReport } from '@milepost/contract/importing'
import type { Gap } from '@milepost/contract/run/gap'
import { importValues } from '@milepost/contract/run/values'
import { Alert, Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useDoing } from '../../platform/asking.ts'
import { upload } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { csvOfGrid, EMPTY_ROW, FILLED, type Filled, type Grid, isFilled, pasteInto } from './fillGrid.ts'
import { en, zh } from './text.ts'

/** What is missing as a table to type or paste into; judged row by row like a file, saved whole or not at all. */
export function FillGrid({ gaps }: { readonly gaps: readonly Gap[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [grid, setGrid] = useState<Grid>({})
  const [confirmed, setConfirmed] = useState(false)
  const keys = gaps.map((gap) => gap.key)
  const filled = gaps.filter((gap) => isFilled(grid[gap.key]))
  const saving = useDoing(() =>
    upload(importValues, { step: 'save', confirmed }, new File([csvOfGrid(gaps, grid)], 'grid.csv', { type: 'text/csv' })),
  )
  const save = () =>
    saving.run(undefined).then(
      (report) => report.saved && setGrid({}),
      () => undefined,
    )
  const set = (key: string, column: Filled, typed: string) => setGrid({ ...grid, [key]: { ...(grid[key] ?? EMPTY_ROW), [column]: typed } })
  const titles: Readonly<Record<Filled, string>> = {
    value: text.actual,
    numerator: text.numerator,
    denominator: text.denominator,
    n: text.n,
    note: text.note,
  }
  return (
    <section className="mp-run-grid">
      <p className="mp-run-mend">{text.fillGridSay}</p>
      <div className="mp-run-grid-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.measure}</th>
              <th scope="col">{text.holder}</th>
              <th scope="col">{text.period}</th>
              {FILLED.map((column) => (
                <th key={column} scope="col">
                  {titles[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {gaps.map((gap) => (
              <tr key={gap.key}>
                <th scope="row">
                  {gap.measure.code} {pick(gap.measure.name)} ({pick(gap.measure.unit)})
                </th>
                <td>{pick(gap.holderName)}</td>
                <td>{gap.period.code}</td>
                {FILLED.map((column) => (
                  <td key={column}>
                    <input
                      aria-label={`${titles[column]} ${gap.measure.code} ${pick(gap.holderName)} ${gap.period.code}`}
                      data-cell={column}
                      value={grid[gap.key]?.[column] ?? ''}
                      onChange={({ target }) => set(gap.key, column, target.value)}
                      onPaste={(event) => {
                        const pasted = event.clipboardData.getData('text/plain')
                        if (!/[\t\n]/.test(pasted)) return
                        event.preventDefault()
                        setGrid(pasteInto(grid, { keys, at: { key: gap.key, column }, pasted }))
                      }}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {saving.refused !== null && <RefusalNote refused={saving.refused} />}
      {saving.outcome !== null && !saving.outcome.saved && <Wrong report={saving.outcome} />}
      {saving.outcome?.saved === true && filled.length === 0 && <Alert type="success" showIcon title={text.fillDone} />}
      <div className="mp-row">
        <Button type="primary" disabled={filled.length === 0} loading={saving.busy} onClick={() => void save()}>
          {text.fillSave(filled.length)}
        </Button>
        <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
          {text.confirmDoubts}
        </Checkbox>
      </div>
    </section>
  )
}

function Wrong({ report }: { readonly report: ImportReport }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const wrong = report.rows.filter((row) => row.verdict === 'wrong')
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={text.fillWrong(wrong.length)}
      description={
        <ul>
          {wrong.flatMap((row) =>
            row.problems.map(({ column, message }) => <li key={`${row.row} ${column}`}>{`${row.key}：${pick(message)}`}</li>),
          )}
        </ul>
      }
    />
  )
}
