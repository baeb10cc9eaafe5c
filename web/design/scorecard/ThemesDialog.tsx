import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { saveThemes } from '@milepost/contract/design/strategy'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type Row = { readonly key: string; readonly themeId: string | null; readonly name: { readonly zh: string; readonly en: string } }

/** Focus areas that cross the perspectives, in their order. */
export function ThemesDialog({ scorecard, onClose }: { readonly scorecard: ScorecardDesign; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const [rows, setRows] = useState<readonly Row[]>(scorecard.themes.map((one) => ({ ...one, key: one.themeId })))
  const saving = useDo(saveThemes)
  const name = (key: string, language: 'zh' | 'en', words: string) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, name: { ...row.name, [language]: words } } : row)))
  const raise = (at: number) =>
    setRows([...rows.slice(0, at - 1), ...rows.slice(at, at + 1), ...rows.slice(at - 1, at), ...rows.slice(at + 1)])
  const save = () =>
    saving
      .run({ scorecardId: scorecard.scorecardId, themes: rows.map(({ themeId, name: given }) => ({ themeId, name: given })) })
      .then(onClose, () => undefined)
  return (
    <Modal
      open
      title={text.themes}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={saving.busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={720}
    >
      <p className="mp-panel-say" style={{ marginTop: 0 }}>
        {text.themesSay}
      </p>
      {saving.refused !== null && <RefusalNote refused={saving.refused} />}
      <div className="mp-stack">
        {rows.map((row, at) => (
          <div key={row.key} className="mp-row">
            {(['zh', 'en'] as const).map((language) => (
              <Input
                key={language}
                aria-label={`${text.theme} ${at + 1} ${language === 'zh' ? text.inZh : text.inEn}`}
                placeholder={language === 'zh' ? text.inZh : text.inEn}
                lang={language}
                maxLength={200}
                value={row.name[language]}
                style={{ flex: '1 1 180px' }}
                onChange={({ target }) => name(row.key, language, target.value)}
              />
            ))}
            <Button
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={`${text.moveUp} ${at + 1}`}
              disabled={at === 0}
              onClick={() => raise(at)}
            />
            <Button
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`${text.remove} ${at + 1}`}
              onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
            />
          </div>
        ))}
        <Button
          icon={<PlusOutlined aria-hidden />}
          onClick={() => setRows([...rows, { key: `new ${performance.now()}`, themeId: null, name: { zh: '', en: '' } }])}
          style={{ justifySelf: 'start' }}
        >
          {text.addTheme}
        </Button>
      </div>
    </Modal>
  )
}
