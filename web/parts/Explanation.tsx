import type { Bilingual } from '@milepost/terms/bilingual'
import { useState } from 'react'
import { useLanguage } from '../platform/language.tsx'

/** One step of how a result came about, and the steps it rests on. */
export type Explained = {
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

function Step({ step, level, openLevels }: { step: Explained; level: number; openLevels: number }) {
  const { pick } = useLanguage()
  const [open, setOpen] = useState(level <= openLevels)
  const children = step.children ?? []
  const line = (
    <>
      <span className="mp-explained-text">{pick(step.text)}</span>
      {step.value !== undefined && step.value !== null && <span className="mp-explained-value">{step.value}</span>}
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
