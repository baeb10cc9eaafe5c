import type { Instrument } from '@milepost/contract/diagnose/instrument'
import { Button } from 'antd'
import { useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { BankDialog } from './BankDialog.tsx'
import { ItemActs, ItemForm } from './ItemForm.tsx'
import { en, zh } from './text.ts'
import { addFromBank, addItem, changeItem, duplicateItem, moveItem, placed, removeItem } from './writing.ts'

type ItemsPanelProps = {
  readonly of: Instrument
  readonly onChange: (next: Instrument) => void
  readonly undo: (() => void) | null
  /** The item that is being written; the preview follows it. */
  readonly open: number | null
  readonly onOpen: (at: number | null) => void
}

const words = { zh: { undo: '撤销' }, en: { undo: 'Undo' } }

export function ItemsPanel({ of, onChange, undo, open, onOpen: setOpen }: ItemsPanelProps) {
  const text = useText({ zh, en })
  const { undo: undoWord } = useText(words)
  const { pick } = useLanguage()
  const [bank, setBank] = useState(false)
  const add = () => {
    onChange(addItem(of))
    setOpen(of.items.length)
  }
  return (
    <Panel
      title={`${text.itemsTitle} (${of.items.length})`}
      acts={
        <>
          <Button disabled={undo === null} onClick={() => undo?.()}>
            {undoWord}
          </Button>
          <Button onClick={() => setBank(true)}>{text.fromBank}</Button>
          <Button onClick={add}>{text.addItem}</Button>
        </>
      }
    >
      {placed(of.items).map(({ key, at, value: item }) => (
        <div className="mp-item-row" data-open={open === at} key={key}>
          <span>{at + 1}</span>
          <button type="button" className="mp-item-words" aria-expanded={open === at} onClick={() => setOpen(open === at ? null : at)}>
            {pick(item.text) || text.emptyItem}
            <br />
            <small>
              {[
                item.code,
                text.kinds[item.kind],
                item.construct,
                item.reverse && text.reverse,
                item.required && text.required,
                item.expected !== undefined && text.attention,
                item.showIf && `${text.showIf} ${item.showIf.item} = ${item.showIf.among.join('/')}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </button>
          <ItemActs
            name={item.code}
            onUp={() => onChange(moveItem(of, at, -1))}
            onDown={() => onChange(moveItem(of, at, 1))}
            onCopy={() => onChange(duplicateItem(of, at))}
            onRemove={
              of.items.length === 1
                ? null
                : () => {
                    setOpen(null)
                    onChange(removeItem(of, at))
                  }
            }
          />
          {open === at && <ItemForm of={of} at={at} item={item} onChange={(part) => onChange(changeItem(of, at, part))} />}
        </div>
      ))}
      {bank && (
        <BankDialog
          onClose={() => setBank(false)}
          onAdd={(chosen) => {
            setBank(false)
            onChange(addFromBank(of, chosen))
          }}
        />
      )}
    </Panel>
  )
}
