import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { saveCriteria } from '@milepost/contract/choose/choice'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Choice } from './choice.ts'
import { en, zh } from './text.ts'

type CriteriaDialogProps = {
  readonly choice: Choice
  readonly settle: () => Promise<void>
  readonly revision: () => number
  readonly follow: (revision: number) => void
  readonly onClose: () => void
}

type Row = Choice['criteria'][number] & { readonly key: string; readonly isNew: boolean }
const EMPTY = { zh: '', en: '' }

/** Criteria as rows, Chinese and English side by side; new ones come last, so that what was judged keeps its order. */
export function CriteriaDialog({ choice, settle, revision, follow, onClose }: CriteriaDialogProps) {
  const text = useText({ zh, en })
  const saving = useDo(saveCriteria)
  const [rows, setRows] = useState<readonly Row[]>(choice.criteria.map((one) => ({ ...one, key: one.code, isNew: false })))
  const change = (key: string, next: Partial<Row>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...next } : row)))
  const add = () =>
    setRows([...rows, { key: `new ${rows.map(({ key }) => key).join(' ')}`, isNew: true, code: '', name: EMPTY, definition: EMPTY }])
  const codes = rows.map(({ code }) => code.trim())
  const twice = codes.find((code, at) => code !== '' && codes.indexOf(code) !== at)
  const isShort = rows.length < 2 || rows.some(({ code, name }) => code.trim() === '' || (name.zh.trim() === '' && name.en.trim() === ''))
  const save = async () => {
    await settle()
    const criteria = rows.map(({ code, name, definition }) => ({ code: code.trim(), name, definition }))
    follow((await saving.run({ choiceId: choice.choiceId, revision: revision(), criteria })).revision)
    onClose()
  }
  return (
    <Modal
      open
      title={text.editCriteria}
      width={860}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={saving.busy}
      okButtonProps={{ disabled: isShort || twice !== undefined }}
      onOk={() => void save().catch(() => undefined)}
      onCancel={onClose}
    >
      <p className="mp-panel-say" style={{ marginTop: 0 }}>
        {text.criteriaSay}
      </p>
      {saving.refused !== null && <RefusalNote refused={saving.refused} />}
      {twice !== undefined && <p role="status">{text.codeTwice(twice)}</p>}
      {isShort && <p role="status">{text.criteriaShort}</p>}
      <div className="mp-criteria">
        {rows.map((row) => (
          <fieldset key={row.key}>
            <Input
              aria-label={text.code}
              placeholder={text.code}
              maxLength={20}
              disabled={!row.isNew}
              value={row.code}
              onChange={({ target }) => change(row.key, { code: target.value })}
            />
            {(['zh', 'en'] as const).map((language) => (
              <div key={language}>
                <Input
                  aria-label={`${text.nameIn[language]} ${row.code}`}
                  placeholder={text.nameIn[language]}
                  lang={language}
                  value={row.name[language]}
                  onChange={({ target }) => change(row.key, { name: { ...row.name, [language]: target.value } })}
                />
                <Input.TextArea
                  aria-label={`${text.definitionIn[language]} ${row.code}`}
                  placeholder={text.definitionIn[language]}
                  lang={language}
                  autoSize={{ minRows: 1 }}
                  value={row.definition[language]}
                  onChange={({ target }) => change(row.key, { definition: { ...row.definition, [language]: target.value } })}
                />
              </div>
            ))}
            <Button
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={text.dropCriterion(row.code)}
              disabled={rows.length <= 2}
              onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
            />
          </fieldset>
        ))}
        <Button icon={<PlusOutlined aria-hidden />} disabled={rows.length >= 15} onClick={add} style={{ justifySelf: 'start' }}>
          {text.addCriterion}
        </Button>
      </div>
    </Modal>
  )
}
