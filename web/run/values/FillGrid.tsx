import type { Gap } from '@milepost/contract/run/gap'
import { importValues } from '@milepost/contract/run/values'
import { Button, Checkbox } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useDoing } from '../../platform/asking.ts'
import { upload } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { FillRow } from './FillRow.tsx'
import {
  asPair,
  csvOfGrid,
  EMPTY_ROW,
  FILLED,
  type Filled,
  faultsOf,
  type Grid,
  isFilled,
  pasteInto,
  type Said,
  saidOf,
} from './fillGrid.ts'
import { en, zh } from './text.ts'

/** What is missing as a table to type or paste into; a cell that cannot be read says so at once, the rest is judged like a file; saved whole or not at all. */
export function FillGrid({ gaps }: { readonly gaps: readonly Gap[] }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [grid, setGrid] = useState<Grid>({})
  const [said, setSaid] = useState<Said>({})
  const [confirmed, setConfirmed] = useState(false)
  const [tried, setTried] = useState(false)
  const [sought, setSought] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  const filled = useMemo(() => gaps.filter((gap) => isFilled(grid[gap.key])), [gaps, grid])
  const unread = useMemo(
    () => filled.filter((gap) => Object.keys(faultsOf(gap, grid[gap.key] ?? EMPTY_ROW)).length > 0).length,
    [filled, grid],
  )
  const judged = filled.filter((gap) => said[gap.key] !== undefined).length
  const saving = useDoing(() =>
    upload(importValues, { step: 'save', confirmed }, new File([csvOfGrid(gaps, grid)], 'grid.csv', { type: 'text/csv' })),
  )
  // after the marks have been drawn
  useEffect(() => {
    if (sought === 0) return
    const cell = frame.current?.querySelector<HTMLElement>('[aria-invalid="true"], tr[data-wrong="true"] input')
    cell?.scrollIntoView({ block: 'center', inline: 'nearest' })
    cell?.focus({ preventScroll: true })
  }, [sought])
  const toFirst = () => setSought((times) => times + 1)
  const save = () => {
    setTried(true)
    if (unread > 0) return toFirst()
    const sent = filled
    return saving.run(undefined).then(
      (report) => {
        setTried(false)
        if (report.saved) {
          setGrid({})
          setSaid({})
          return
        }
        setSaid(saidOf(report, sent, pick))
        toFirst()
      },
      () => undefined,
    )
  }
  const change = useCallback((key: string, next: (grid: Grid) => Grid) => {
    setGrid(next)
    setSaid(({ [key]: _mended, ...rest }) => rest)
  }, [])
  const onType = useCallback(
    (key: string, column: Filled, typed: string) =>
      change(key, (grid) => ({ ...grid, [key]: { ...(grid[key] ?? EMPTY_ROW), [column]: typed } })),
    [change],
  )
  const onLeave = useCallback((gap: Gap) => {
    setGrid((grid) => {
      const row = grid[gap.key]
      const next = row && asPair(gap, row)
      return next === undefined || next === row ? grid : { ...grid, [gap.key]: next }
    })
  }, [])
  const onPaste = useCallback(
    (key: string, column: Filled, pasted: string) => {
      setGrid((grid) => pasteInto(grid, { gaps, at: { key, column }, pasted }))
      setSaid({})
    },
    [gaps],
  )
  const titles: Readonly<Record<Filled, string>> = useMemo(
    () => ({ value: text.actual, numerator: text.numerator, denominator: text.denominator, n: text.n, note: text.note }),
    [text],
  )
  const state =
    unread > 0
      ? tried
        ? text.fillUnreadTried(unread)
        : text.fillUnread(unread)
      : judged > 0
        ? text.fillWrong(judged)
        : saving.outcome?.saved === true && filled.length === 0
          ? text.fillDone
          : ''
  return (
    <section className="mp-run-grid">
      <p className="mp-run-mend">{text.fillGridSay}</p>
      <Checkbox checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
        {text.confirmDoubts}
      </Checkbox>
      <div className="mp-run-grid-frame" ref={frame}>
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
              <FillRow
                key={gap.key}
                gap={gap}
                row={grid[gap.key]}
                said={said[gap.key]}
                titles={titles}
                onType={onType}
                onLeave={onLeave}
                onPaste={onPaste}
              />
            ))}
          </tbody>
        </table>
      </div>
      {saving.refused !== null && <RefusalNote refused={saving.refused} />}
      <div className="mp-foot-bar mp-run-grid-bar">
        <Button type="primary" disabled={filled.length === 0} loading={saving.busy} onClick={() => void save()}>
          {text.fillSave(filled.length)}
        </Button>
        <span role="status" data-wrong={unread + judged > 0}>
          {state}
        </span>
        {unread + judged > 0 && <Button onClick={toFirst}>{text.fillFirst}</Button>}
      </div>
    </section>
  )
}
