import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'
import { movedIn, orderByWeight, RATIOS, type WeighingDraft, type WeighingView } from './weighing.ts'

type OrderPanelProps = {
  readonly items: WeighingView['items']
  readonly draft: WeighingDraft
  /** null: only to be read. */
  readonly onChange: ((next: Partial<WeighingDraft>) => void) | null
}

/** Most important first, and between neighbours how much more the upper one matters. */
export function OrderPanel({ items, draft, onChange }: OrderPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const nameOf = (code: string) => pick(items.find((one) => one.code === code)?.name ?? { zh: code, en: code })
  const isStale = draft.order.length !== items.length || items.some(({ code }) => !draft.order.includes(code))
  const ratio = (at: number, next: number) => onChange?.({ ratios: draft.ratios.map((one, place) => (place === at ? next : one)) })
  return (
    <Panel
      title={text.g1}
      sentence={text.g1Say}
      acts={onChange !== null && isStale && <Button onClick={() => onChange(orderByWeight(items))}>{text.start}</Button>}
    >
      <ol className="mp-weighing-order">
        {draft.order.map((code, at) => {
          const next = draft.order[at + 1]
          return (
            <li key={code}>
              <div className="mp-row">
                <span>
                  <small className="mp-soft">{code}</small> {nameOf(code)}
                </span>
                {onChange !== null && (
                  <span className="mp-row">
                    <Button
                      size="small"
                      icon={<ArrowUpOutlined aria-hidden />}
                      aria-label={text.up(nameOf(code))}
                      disabled={at === 0}
                      onClick={() => onChange({ order: movedIn(draft.order, code, -1) })}
                    />
                    <Button
                      size="small"
                      icon={<ArrowDownOutlined aria-hidden />}
                      aria-label={text.down(nameOf(code))}
                      disabled={next === undefined}
                      onClick={() => onChange({ order: movedIn(draft.order, code, 1) })}
                    />
                  </span>
                )}
              </div>
              {next !== undefined && (
                <Select
                  size="small"
                  aria-label={text.ratioOf(nameOf(code), nameOf(next))}
                  value={draft.ratios[at] ?? 1}
                  disabled={onChange === null}
                  popupMatchSelectWidth={false}
                  options={RATIOS.map((value) => ({ value, label: `${value.toFixed(1)} ${text.ratios[String(value)] ?? ''}` }))}
                  onChange={(value) => ratio(at, value)}
                />
              )}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
