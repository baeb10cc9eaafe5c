import { type Instrument, type InstrumentItem, ITEM_KINDS } from '@milepost/contract/diagnose/instrument'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { OptionRows } from './OptionRows.tsx'
import { en, zh } from './text.ts'

type ItemFormProps = {
  readonly of: Instrument
  readonly at: number
  readonly item: InstrumentItem
  readonly onChange: (part: Partial<InstrumentItem>) => void
}

/** Everything about one question; what its kind does not have is not shown. */
export function ItemForm({ of, at, item, onChange }: ItemFormProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const before = of.items.slice(0, at)
  const optioned = item.kind === 'choice' || item.kind === 'several' || item.kind === 'ranking'
  return (
    <div className="mp-item-form">
      <div
        className="mp-columns"
        style={{ display: 'grid', gap: 10, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))' }}
      >
        <Field label={text.questionZh}>
          {(control) => (
            <Input.TextArea
              {...control}
              autoSize
              value={item.text.zh}
              onChange={({ target }) => onChange({ text: { ...item.text, zh: target.value } })}
            />
          )}
        </Field>
        <Field label={text.questionEn}>
          {(control) => (
            <Input.TextArea
              {...control}
              lang="en"
              autoSize
              value={item.text.en}
              onChange={({ target }) => onChange({ text: { ...item.text, en: target.value } })}
            />
          )}
        </Field>
      </div>
      <div className="mp-inline-fields">
        <Field label={text.code}>
          {(control) => (
            <Input
              {...control}
              style={{ width: 100 }}
              value={item.code}
              onChange={({ target }) => onChange({ code: target.value.trim() })}
            />
          )}
        </Field>
        <Field label={text.kind}>
          {(control) => (
            <Select
              {...control}
              style={{ width: 140 }}
              value={item.kind}
              onChange={(kind) => onChange(kind === 'number' ? { kind } : { kind, least: undefined, most: undefined })}
              options={ITEM_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
            />
          )}
        </Field>
        {item.kind === 'number' &&
          (['least', 'most'] as const).map((bound) => (
            <Field key={bound} label={text.bounds[bound]}>
              {(control) => (
                <InputNumber
                  {...control}
                  style={{ width: 130 }}
                  placeholder={text.bounds.none}
                  value={item[bound] ?? null}
                  onChange={(value) => onChange({ [bound]: value ?? undefined })}
                />
              )}
            </Field>
          ))}
        {item.kind === 'scale' && (
          <Field label={text.scale}>
            {(control) => (
              <Select
                {...control}
                style={{ width: 160 }}
                value={item.scale ?? ''}
                onChange={(scale) => onChange({ scale: scale === '' ? undefined : scale })}
                options={[
                  { value: '', label: text.mainScale },
                  ...(of.scales ?? []).map((one) => ({ value: one.code, label: pick(one.name) })),
                ]}
              />
            )}
          </Field>
        )}
        {item.kind === 'scale' && item.expected === undefined && (
          <Field label={text.construct}>
            {(control) => (
              <Select
                {...control}
                style={{ width: 180 }}
                value={item.construct ?? ''}
                onChange={(construct) => onChange({ construct: construct === '' ? null : construct })}
                options={[
                  { value: '', label: text.noConstruct },
                  ...of.constructs.map((one) => ({ value: one.code, label: `${one.code} ${pick(one.name)}` })),
                ]}
              />
            )}
          </Field>
        )}
        {(of.blocks ?? []).length > 0 && (
          <Field label={text.page}>
            {(control) => (
              <Select
                {...control}
                style={{ width: 150 }}
                value={item.block ?? ''}
                onChange={(block) => onChange({ block: block === '' ? undefined : block })}
                options={[
                  { value: '', label: text.noPage },
                  ...(of.blocks ?? []).map((one) => ({ value: one.code, label: pick(one.title) || one.code })),
                ]}
              />
            )}
          </Field>
        )}
        {before.length > 0 && (
          <>
            <Field label={text.showIf}>
              {(control) => (
                <Select
                  {...control}
                  style={{ width: 140 }}
                  value={item.showIf?.item ?? ''}
                  onChange={(on) => onChange({ showIf: on === '' ? undefined : { item: on, among: item.showIf?.among ?? ['1'] } })}
                  options={[{ value: '', label: text.always }, ...before.map((one) => ({ value: one.code, label: one.code }))]}
                />
              )}
            </Field>
            {item.showIf && (
              <Field label={text.showAmong}>
                {(control) => (
                  <Select
                    {...control}
                    mode="tags"
                    style={{ width: 180 }}
                    value={item.showIf?.among ?? []}
                    onChange={(among) => item.showIf && among.length > 0 && onChange({ showIf: { ...item.showIf, among } })}
                  />
                )}
              </Field>
            )}
          </>
        )}
      </div>
      <div className="mp-inline-fields" style={{ marginTop: 8 }}>
        <Checkbox checked={item.about ?? false} onChange={({ target }) => onChange({ about: target.checked || undefined })}>
          {text.aboutPerson}
        </Checkbox>
        <Checkbox checked={item.required ?? false} onChange={({ target }) => onChange({ required: target.checked || undefined })}>
          {text.required}
        </Checkbox>
        {item.kind === 'scale' && item.expected === undefined && (
          <Checkbox checked={item.reverse} onChange={({ target }) => onChange({ reverse: target.checked })}>
            {text.reverse}
          </Checkbox>
        )}
        {item.kind === 'scale' && (
          <Checkbox
            checked={item.expected !== undefined}
            onChange={({ target }) => onChange({ expected: target.checked ? of.scale.most - 1 : undefined })}
          >
            {text.attention}
          </Checkbox>
        )}
        {item.expected !== undefined && (
          <InputNumber
            aria-label={text.attention}
            value={item.expected}
            onChange={(expected) => expected !== null && onChange({ expected })}
          />
        )}
      </div>
      {optioned && <OptionRows options={item.options ?? []} onChange={(options) => onChange({ options })} />}
    </div>
  )
}

/** The acts on one item, small, at its right. */
export function ItemActs({
  onUp,
  onDown,
  onCopy,
  onRemove,
  name,
}: {
  onUp: () => void
  onDown: () => void
  onCopy: () => void
  onRemove: (() => void) | null
  name: string
}) {
  const text = useText({ zh, en })
  return (
    <span>
      <Button size="small" type="text" aria-label={`${name} ${text.up}`} onClick={onUp}>
        ↑
      </Button>
      <Button size="small" type="text" aria-label={`${name} ${text.down}`} onClick={onDown}>
        ↓
      </Button>
      <Button size="small" type="text" onClick={onCopy}>
        {text.duplicate}
      </Button>
      <Button size="small" type="text" disabled={onRemove === null} onClick={() => onRemove?.()}>
        {text.remove}
      </Button>
    </span>
  )
}
