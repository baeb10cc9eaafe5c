import { Select } from 'antd'
import { useLanguage, useText } from '../platform/language.tsx'
import type { RunCycle } from './useRunCycle.ts'

const zh = { cycle: '考核周期' }
const en: typeof zh = { cycle: 'Cycle' }

/** Which year is looked at; the address remembers it. */
export function CycleChoice({ chosen }: { readonly chosen: RunCycle }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (chosen.cycle === null) return null
  if (chosen.cycles.length < 2) return pick(chosen.cycle.name)
  return (
    <Select
      aria-label={text.cycle}
      value={chosen.cycle.year}
      onChange={chosen.choose}
      popupMatchSelectWidth={false}
      options={chosen.cycles.map((cycle) => ({ value: cycle.year, label: pick(cycle.name) }))}
    />
  )
}
