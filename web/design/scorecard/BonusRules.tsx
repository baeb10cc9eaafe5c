import type { BonusRule } from '@milepost/contract/design/schemeRules'
import { Button, Input } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useText } from '../../platform/language.tsx'
import type { useFieldError } from '../../platform/useFieldError.ts'
import { DecimalInput } from '../card/DecimalInput.tsx'
import { en, zh } from './rulesText.ts'

/** The list of what may earn or cost points outside the weights, and the line a bonus never lifts a total above. */
export function BonusRules({
  rule,
  edits,
  wrong,
  onChange,
}: {
  readonly rule: BonusRule
  readonly edits: boolean
  readonly wrong: ReturnType<typeof useFieldError>
  readonly onChange: (rule: BonusRule) => void
}) {
  const text = useText({ zh, en })
  const setItem = (at: number, next: Partial<BonusRule['items'][number]>) =>
    onChange({ ...rule, items: rule.items.map((item, n) => (n === at ? { ...item, ...next } : item)) })
  const add = () => {
    const taken = new Set(rule.items.map(({ code }) => code))
    let number = rule.items.length + 1
    while (taken.has(`B${number}`)) number += 1
    onChange({ ...rule, items: [...rule.items, { code: `B${number}`, name: { zh: '', en: '' }, points: '1' }] })
  }
  return (
    <fieldset className="mp-bonus-rules">
      <legend>{text.bonus}</legend>
      <p className="mp-panel-say">{text.bonusSay}</p>
      <Field label={text.bonusCap} hint={text.bonusCapSay} error={wrong('/rules/bonus/cap')}>
        {() => <DecimalInput value={rule.cap} label={text.bonusCap} disabled={!edits} onChange={(cap) => onChange({ ...rule, cap })} />}
      </Field>
      {rule.items.length === 0 && <p className="mp-soft">{text.noItems}</p>}
      {rule.items.map((item, at) => (
        <div key={item.code} className="mp-bonus-item">
          <Field label={`${item.code} ${text.item}`} error={wrong(`/rules/bonus/items/${at}/name/zh`)}>
            {(control) => (
              <Input
                {...control}
                value={item.name.zh}
                disabled={!edits}
                maxLength={200}
                onChange={({ target }) => setItem(at, { name: { ...item.name, zh: target.value } })}
              />
            )}
          </Field>
          <Field label={text.itemEn} error={wrong(`/rules/bonus/items/${at}/name/en`)}>
            {(control) => (
              <Input
                {...control}
                value={item.name.en}
                disabled={!edits}
                maxLength={200}
                onChange={({ target }) => setItem(at, { name: { ...item.name, en: target.value } })}
              />
            )}
          </Field>
          <Field label={text.mostPoints} hint={text.mostPointsSay} error={wrong(`/rules/bonus/items/${at}/points`)}>
            {() => (
              <DecimalInput
                value={item.points}
                label={`${text.mostPoints} ${item.code}`}
                disabled={!edits}
                onChange={(points) => setItem(at, { points })}
              />
            )}
          </Field>
          {edits && (
            <Button
              onClick={() => onChange({ ...rule, items: rule.items.filter((_, n) => n !== at) })}
              aria-label={`${text.removeItem} ${item.code}`}
            >
              {text.removeItem}
            </Button>
          )}
        </div>
      ))}
      {edits && (
        <Button onClick={add} style={{ justifySelf: 'start' }}>
          {text.addItem}
        </Button>
      )}
    </fieldset>
  )
}
