import { Select } from 'antd'
import { useLanguage, useText } from '../platform/language.tsx'
import type { ScorecardView } from './useDesign.ts'

const zh = { cycle: '考核周期' }
const en: typeof zh = { cycle: 'Cycle' }

/** Which cycle's design is shown; the address remembers it. */
export function CycleChoice({ view, onChange }: { readonly view: ScorecardView; readonly onChange: (cycleId: string) => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const cycles = [view.cycle, ...view.otherCycles].sort((a, b) => b.year - a.year)
  return (
    <span className="mp-row">
      {text.cycle}
      <Select
        aria-label={text.cycle}
        value={view.cycle.cycleId}
        popupMatchSelectWidth={false}
        options={cycles.map((cycle) => ({ value: cycle.cycleId, label: pick(cycle.name) }))}
        onChange={onChange}
      />
    </span>
  )
}
