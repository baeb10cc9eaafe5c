import { toDecimalString } from '@milepost/exact/rounding'
import type { Bilingual } from '@milepost/terms/bilingual'
import { useState } from 'react'
import { useLanguage, useText } from '../platform/language.tsx'

/** One step of how a result came about, and the steps it rests on. */
type Explained = {
  readonly text: Bilingual
  readonly value?: string | number | null
  readonly children?: readonly Explained[]
}

export type ExplanationProps = {
  readonly tree: Explained
  /** How many levels stand open at first. */
  readonly openLevels?: number
}

/** How a number came about: every step with its value, foldable. */
export function Explanation({ tree, openLevels = 2 }: ExplanationProps) {
  return (
    <ul className="mp-explained mp-explained-root">
      <Step step={tree} level={1} openLevels={openLevels} />
    </ul>
  )
}

/** A fraction that has no end as a decimal is shown to four places; the exact one is its detail. */
function Value({ value }: { readonly value: string | number }) {
  const text = useText({ zh, en })
  if (!/^-?\d+\/\d+$/.test(String(value))) return <span className="mp-explained-value">{value}</span>
  return (
    <span className="mp-explained-value" title={text.exact(String(value))}>
      ≈ {toDecimalString(String(value), 4)}
    </span>
  )
}

const zh = { exact: (value: string) => `精确值 ${value}` }
const en: typeof zh = { exact: (value) => `exact value ${value}` }

function Step({ step, level, openLevels }: { step: Explained; level: number; openLevels: number }) {
  const { pick } = useLanguage()
  const [open, setOpen] = useState(level <= openLevels)
  const children = step.children ?? []
  const line = (
    <>
      <span className="mp-explained-text">{pick(step.text)}</span>
      {step.value !== undefined && step.value !== null && <Value value={step.value} />}
    </>
  )
  if (children.length === 0)
    return (
      <li>
        <div className="mp-explained-line">{line}</div>
      </li>
    )
  return (
    <li>
      <button type="button" className="mp-explained-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="mp-fold" data-open={open} aria-hidden="true" />
        {line}
      </button>
      {open && (
        <ul className="mp-explained">
          {Object.entries(children).map(([place, child]) => (
            <Step key={place} step={child} level={level + 1} openLevels={openLevels} />
          ))}
        </ul>
      )}
    </li>
  )
}
