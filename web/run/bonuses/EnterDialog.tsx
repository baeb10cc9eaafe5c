import type { BonusRule } from '@milepost/contract/design/schemeRules'
import { enterBonus } from '@milepost/contract/run/bonuses'
import { Input, Modal, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

const FEWEST_LETTERS = 4

export function EnterDialog({
  rule,
  cards,
  onClose,
}: {
  readonly rule: BonusRule
  readonly cards: readonly { readonly cardId: string; readonly name: { zh: string; en: string } }[]
  readonly onClose: () => void
}) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const first = rule.items[0]
  const draft = useDraft('bonus', { cardId: '', item: first?.code ?? '', points: first?.points ?? '', reason: '', evidence: '' })
  const { value: given, set: setGiven } = draft
  const close = () => {
    draft.forget()
    onClose()
  }
  const entering = useDo(enterBonus)
  const wrong = useFieldError(entering.refused)
  const change = (next: Partial<typeof given>) => setGiven({ ...given, ...next })
  const item = rule.items.find(({ code }) => code === given.item)
  const lacking = [
    ...(given.cardId === '' ? [text.card] : []),
    ...(['reason', 'evidence'] as const).filter((part) => given[part].trim().length < FEWEST_LETTERS).map((part) => text[part]),
  ]
  return (
    <Modal
      open
      title={text.enter}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: lacking.length > 0, loading: entering.busy }}
      // Cancel gives up what was typed; Esc may be a slip and keeps it
      cancelButtonProps={{ onClick: draft.forget }}
      onOk={() => entering.run(given).then(close, () => undefined)}
      onCancel={onClose}
    >
      <div className="mp-form">
        {entering.refused !== null && <RefusalNote refused={entering.refused} />}
        <Field label={text.card} hint={text.cardHint}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={given.cardId || undefined}
              options={cards.map(({ cardId, name }) => ({ value: cardId, label: pick(name) }))}
              onChange={(cardId) => change({ cardId })}
            />
          )}
        </Field>
        <Field label={text.item} hint={item && text.most(item.points)}>
          {(control) => (
            <Select
              {...control}
              value={given.item}
              options={rule.items.map(({ code, name }) => ({ value: code, label: `${code} ${pick(name)}` }))}
              onChange={(code) => change({ item: code, points: rule.items.find((one) => one.code === code)?.points ?? '' })}
            />
          )}
        </Field>
        <Field label={text.points} error={wrong('/points')}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              value={given.points}
              style={{ maxWidth: 140 }}
              onChange={({ target }) => change({ points: target.value.trim() })}
            />
          )}
        </Field>
        <Field label={text.reason} hint={text.reasonHint} error={wrong('/reason')}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              maxLength={2000}
              value={given.reason}
              onChange={({ target }) => change({ reason: target.value })}
            />
          )}
        </Field>
        <Field label={text.evidence} hint={text.evidenceHint} error={wrong('/evidence')}>
          {(control) => (
            <Input {...control} maxLength={2000} value={given.evidence} onChange={({ target }) => change({ evidence: target.value })} />
          )}
        </Field>
        <Lacking what={lacking} />
      </div>
    </Modal>
  )
}
