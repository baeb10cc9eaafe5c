import { VOTER_PARTS } from '@milepost/contract/appraise/democraticVotes'
import type { UnitRow } from '@milepost/contract/institution/units'
import { Button, Input, InputNumber, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { type GroupDraft, newGroup, totalOf } from './groupDraft.ts'
import { en, zh } from './text.ts'

type GroupsEditorProps = {
  readonly groups: readonly GroupDraft[]
  readonly units: readonly UnitRow[]
  readonly onChange: (groups: readonly GroupDraft[]) => void
}

export function GroupsEditor({ groups, units, onChange }: GroupsEditorProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const change = (at: number, part: Partial<GroupDraft>) => onChange(groups.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <div className="mp-form">
      {groups.map((group, at) => (
        <section key={group.code} className="mp-vote-group" aria-label={pick(group.name) || group.code}>
          <div className="mp-vote-fields">
            <Field label={text.nameZh}>
              {(control) => (
                <Input
                  {...control}
                  value={group.name.zh}
                  onChange={({ target }) => change(at, { name: { ...group.name, zh: target.value } })}
                />
              )}
            </Field>
            <Field label={text.nameEn}>
              {(control) => (
                <Input
                  {...control}
                  value={group.name.en}
                  onChange={({ target }) => change(at, { name: { ...group.name, en: target.value } })}
                />
              )}
            </Field>
            <Field label={text.weight}>
              {(control) => (
                <InputNumber
                  {...control}
                  min={0}
                  max={100}
                  precision={0}
                  style={{ width: '100%' }}
                  value={group.weight}
                  onChange={(weight) => change(at, { weight: weight ?? 0 })}
                />
              )}
            </Field>
            <Field label={text.way}>
              {(control) => (
                <Select
                  {...control}
                  style={{ width: '100%' }}
                  value={group.way}
                  options={(['online', 'paper'] as const).map((way) => ({ value: way, label: text.ways[way] }))}
                  onChange={(way) => change(at, { way, handedOut: way === 'paper' ? (group.handedOut ?? 5) : null })}
                />
              )}
            </Field>
            {group.way === 'paper' ? (
              <Field label={text.handedOut}>
                {(control) => (
                  <InputNumber
                    {...control}
                    min={1}
                    precision={0}
                    style={{ width: '100%' }}
                    value={group.handedOut}
                    onChange={(handedOut) => change(at, { handedOut })}
                  />
                )}
              </Field>
            ) : (
              <>
                <Field label={text.part}>
                  {(control) => (
                    <Select
                      {...control}
                      style={{ width: '100%' }}
                      value={group.part}
                      options={VOTER_PARTS.map((part) => ({ value: part, label: text.parts[part] }))}
                      onChange={(part) => change(at, { part })}
                    />
                  )}
                </Field>
                <Field label={text.units}>
                  {(control) => (
                    <Select
                      {...control}
                      mode="multiple"
                      style={{ width: '100%' }}
                      optionFilterProp="label"
                      value={[...group.unitIds]}
                      options={units.map((unit) => ({ value: unit.unitId, label: pick(unit.name) }))}
                      onChange={(unitIds) => change(at, { unitIds })}
                    />
                  )}
                </Field>
                <Field label={text.names}>
                  {(control) => (
                    <Input.TextArea
                      {...control}
                      rows={1}
                      autoSize
                      value={group.pasted}
                      onChange={({ target }) => change(at, { pasted: target.value })}
                    />
                  )}
                </Field>
              </>
            )}
          </div>
          <Button
            size="small"
            type="text"
            disabled={groups.length === 1}
            onClick={() => onChange(groups.filter((_, place) => place !== at))}
          >
            {text.removeGroup}
          </Button>
        </section>
      ))}
      <p data-wrong={totalOf(groups) !== 100}>
        <Button onClick={() => onChange([...groups, newGroup(groups)])}>{text.addGroup}</Button> {text.total(totalOf(groups))}
      </p>
    </div>
  )
}
