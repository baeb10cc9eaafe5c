import type { OutputOf } from '@milepost/contract/endpoint'
import type { readDryRunChoices } from '@milepost/contract/run/dryRun'
import { Segmented, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type AskedLevel, LEVELS, WHOLE } from './levels.ts'
import { en, zh } from './text.ts'

type Choices = OutputOf<typeof readDryRunChoices>

/** Beside itself, with weights moved. */
export const MINE = 'mine'

type Chosen = { readonly scheme: string; readonly values: readonly string[]; readonly level: AskedLevel; readonly beside: string }

/** Which scheme on whose values; the address remembers it. */
export function DryRunChoices({ scorecards, cycles, chosen }: Choices & { readonly chosen: Chosen }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [, setScheme] = useAddressValue('scheme')
  const [, setValues] = useAddressValue('values')
  const [, setLevel] = useAddressValue('level')
  const [, setBeside] = useAddressValue('beside')
  const schemes = scorecards.map((one) => ({
    value: one.scorecardId,
    label: `${text.year(one.year)} ${pick(one.name)} · ${one.state === 'draft' ? text.draft : text.published}`,
  }))
  return (
    <div className="mp-dry-choices">
      <Field label={text.scheme}>
        {(control) => <Select {...control} value={chosen.scheme} options={schemes} onChange={setScheme} popupMatchSelectWidth={false} />}
      </Field>
      <Field label={text.values}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            value={[...chosen.values]}
            popupMatchSelectWidth={false}
            options={cycles.map((one) => ({ value: one.cycleId, label: text.valuesOf(one.year, one.values) }))}
            onChange={(ids: string[]) => setValues(ids.length === 0 ? null : ids.join(','))}
          />
        )}
      </Field>
      <Field label={text.level}>
        {() => (
          <Segmented
            aria-label={text.level}
            value={chosen.level}
            options={[...LEVELS, WHOLE].map((level) => ({ value: level, label: text.levels[level] }))}
            onChange={setLevel}
          />
        )}
      </Field>
      <Field label={text.beside}>
        {(control) => (
          <Select
            {...control}
            value={chosen.beside}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: text.alone },
              { value: MINE, label: text.mine },
              ...schemes.filter(({ value }) => value !== chosen.scheme),
            ]}
            onChange={(value) => setBeside(value === '' ? null : value)}
          />
        )}
      </Field>
    </div>
  )
}
