import { Select } from 'antd'
import { useLanguage, useText } from '../platform/language.tsx'
import type { useChosenCycle } from './useChosenCycle.ts'

const zh = { cycle: '考核周期' }
const en: typeof zh = { cycle: 'Cycle' }

/** Which year's appraisal is looked at. */
export function CycleChoice({ chosen }: { readonly chosen: ReturnType<typeof useChosenCycle> }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (chosen.cycle === null || chosen.cycles.length < 2) return null
  return (
    <Select
      aria-label={text.cycle}
      value={chosen.cycle.year}
      onChange={chosen.choose}
      options={chosen.cycles.map((cycle) => ({ value: cycle.year, label: pick(cycle.name) }))}
      style={{ minWidth: 180 }}
    />
  )
}
