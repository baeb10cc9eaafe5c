import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useText } from '../../platform/language.tsx'
import { csvFromPasted, pastedCells } from '../table/csv.ts'
import { en, zh } from './text.ts'

type PasteDialogProps = { readonly onClose: () => void; readonly onFile: (file: File) => void }

/** Cells copied from a spreadsheet become a file like any other. */
export function PasteDialog({ onClose, onFile }: PasteDialogProps) {
  const text = useText({ zh, en })
  const id = useId()
  const [pasted, setPasted] = useState('')
  const enough = pastedCells(pasted).filter((cells) => cells.some((text) => text.trim() !== '')).length > 1
  // text that is a .csv already, from an editor or a guide, stays as it is
  const file = () => new File([pasted.includes('\t') ? csvFromPasted(pasted) : `\uFEFF${pasted}`], text.pastedName, { type: 'text/csv' })
  return (
    <Modal
      open
      title={text.pasteTitle}
      okText={text.pasteGo}
      okButtonProps={{ disabled: !enough }}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => onFile(file())}
      width={760}
    >
      <p>
        <label htmlFor={id}>{text.pasteHint}</label>
      </p>
      <Input.TextArea
        id={id}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        rows={12}
        aria-label={text.pasteLabel}
        style={{ fontFamily: 'var(--mp-mono)' }}
        autoFocus
      />
    </Modal>
  )
}
