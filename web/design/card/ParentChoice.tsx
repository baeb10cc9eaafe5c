import { CASCADE_KINDS, type CascadeKind } from '@milepost/terms/strategy'
import { Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { CardView } from './cardView.ts'
import type { DraftLine } from './draft.ts'
import { kindFor, kindsFor } from './serving.ts'
import { en, zh } from './text.ts'

type ParentChoiceProps = {
  readonly line: DraftLine
  readonly parents: CardView['possibleParents']
  /** null: only to be read. */
  readonly onChange: ((change: Partial<DraftLine>) => void) | null
}

const SCOPES = ['own', 'unit', 'institution'] as const

/** What the line serves above, how, and whose values it is scored with. */
export function ParentChoice({ line, parents, onChange }: ParentChoiceProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  if (parents.length === 0) return null
  const parent = parents.find((one) => one.cardMeasureId === line.parentCardMeasureId)
  if (onChange === null)
    return (
      <p className="mp-soft">
        {parent === undefined
          ? text.servesNothing
          : text.serves(pick(CASCADE_KINDS[line.cascadeKind]), pick(parent.card), `${parent.code} ${pick(parent.name)}`)}
        {text.valuesOf[line.valueScope]}
      </p>
    )
  const groups = [...new Set(parents.map((one) => pick(one.card)))]
  return (
    <>
      <Field label={text.parent} hint={text.parentHint}>
        {(control) => (
          <Select
            {...control}
            value={line.parentCardMeasureId}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            placeholder={text.servesNothing}
            options={groups.map((group) => ({
              label: group,
              options: parents
                .filter((one) => pick(one.card) === group)
                .map((one) => ({ value: one.cardMeasureId, label: `${one.code} ${pick(one.name)}` })),
            }))}
            onChange={(chosen: string | undefined) => {
              const above = parents.find((one) => one.cardMeasureId === chosen)
              onChange({ parentCardMeasureId: chosen ?? null, cascadeKind: kindFor(line, above) })
            }}
          />
        )}
      </Field>
      {parent !== undefined && (
        <Field label={text.cascadeKind} hint={pick(CASCADE_KINDS[line.cascadeKind].note)}>
          {(control) => (
            <Select<CascadeKind>
              {...control}
              value={line.cascadeKind}
              options={kindsFor(line, parent).map((kind) => ({ value: kind, label: pick(CASCADE_KINDS[kind]) }))}
              onChange={(cascadeKind) => onChange({ cascadeKind })}
            />
          )}
        </Field>
      )}
      <Field label={text.scope}>
        {(control) => (
          <Select
            {...control}
            value={line.valueScope}
            options={SCOPES.map((scope) => ({ value: scope, label: text.scopes[scope] }))}
            onChange={(valueScope) => onChange({ valueScope })}
          />
        )}
      </Field>
    </>
  )
}
