import { readUnits } from '@milepost/contract/institution/units'
import { readPeriods } from '@milepost/contract/run/periods'
import { Checkbox, Select, Tag } from 'antd'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { currentPeriodOf } from './currentPeriod.ts'
import { en, zh } from './text.ts'

const LEVELS = ['institution', 'unit', 'person'] as const
const CHECKS = ['none', 'mine', 'returned'] as const
const ALL = ''
/** In the address: every period, not only the one shown first. */
const EVERY = 'all'
const ONLY = 'only' as const

/** What is looked at, kept in the address. */
export function useValueFilter(cycleId: string) {
  const { periods } = useAsk(readPeriods, { cycleId })
  const [named, setPeriod] = useAddressValue('period')
  const [unitId, setUnitId] = useAddressValue('unit')
  const [level, setLevel] = useAddressValue('level')
  const [asked, setAsked] = useAddressValue('asked')
  const [check, setCheck] = useAddressValue('check')
  const [measureCode, setMeasureCode] = useAddressValue('measure')
  const knownCheck = CHECKS.find((one) => one === check)
  // whoever comes to decide requests wants all of them
  // and whoever comes from a figure wants all that is behind it
  const first = asked === 'only' || measureCode !== null ? null : currentPeriodOf(periods)
  const period = named === EVERY ? null : (named ?? first)
  const known = LEVELS.find((one) => one === level)
  const chosen = {
    ...(period === null ? {} : { period }),
    ...(measureCode === null ? {} : { measureCode }),
    ...(unitId === null ? {} : { unitId }),
    ...(known === undefined ? {} : { level: known }),
    ...(asked === 'only' ? { asked: ONLY } : {}),
    ...(knownCheck === undefined ? {} : { check: knownCheck }),
  }
  return { chosen, setPeriod, setUnitId, setLevel, setAsked, setCheck, setMeasureCode }
}
export type ValueFilter = ReturnType<typeof useValueFilter>

export function ValueFilters({ cycleId, filter }: { readonly cycleId: string; readonly filter: ValueFilter }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readUnits, {})
  const { chosen } = filter
  const level: string = chosen.level ?? ALL
  return (
    <div className="mp-row mp-run-filters">
      <PeriodChoice cycleId={cycleId} value={chosen.period ?? null} onChange={(code) => filter.setPeriod(code ?? EVERY)} />
      <Select
        aria-label={text.unit}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={chosen.unitId ?? ALL}
        options={[
          { value: ALL, label: text.allUnits },
          ...(answer?.units ?? []).map((unit) => ({ value: unit.unitId, label: pick(unit.name) })),
        ]}
        onChange={(next: string) => filter.setUnitId(next === ALL ? null : next)}
      />
      <Select
        aria-label={text.level}
        value={level}
        options={[{ value: ALL, label: text.allLevels }, ...LEVELS.map((one) => ({ value: one, label: text.levels[one] }))]}
        onChange={(next: string) => filter.setLevel(next === ALL ? null : next)}
      />
      <Select
        aria-label={text.check}
        value={chosen.check ?? ALL}
        popupMatchSelectWidth={false}
        options={[
          { value: ALL as string, label: text.checkAny },
          ...CHECKS.map((one) => ({ value: one as string, label: text.checks[one] })),
        ]}
        onChange={(next: string) => filter.setCheck(next === ALL ? null : next)}
      />
      {chosen.measureCode !== undefined && (
        <Tag closable onClose={() => filter.setMeasureCode(null)}>
          {text.onlyMeasure(chosen.measureCode)}
        </Tag>
      )}
      <Checkbox checked={chosen.asked === 'only'} onChange={(event) => filter.setAsked(event.target.checked ? 'only' : null)}>
        {text.askedOnly}
      </Checkbox>
    </div>
  )
}

type PeriodChoiceProps = { readonly cycleId: string; readonly value: string | null; readonly onChange: (code: string | null) => void }

export function PeriodChoice({ cycleId, value, onChange }: PeriodChoiceProps) {
  const text = useText({ zh, en })
  const { answer } = useAskMaybe(readPeriods, { cycleId })
  return (
    <Select
      aria-label={text.period}
      popupMatchSelectWidth={false}
      value={value ?? ALL}
      options={[
        { value: ALL, label: text.allPeriods },
        ...(answer?.periods ?? []).map((period) => ({ value: period.code, label: period.code })),
      ]}
      onChange={(next: string) => onChange(next === ALL ? null : next)}
    />
  )
}
