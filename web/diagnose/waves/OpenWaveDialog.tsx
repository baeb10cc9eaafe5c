import { adoptQuestionnaire, openWave } from '@milepost/contract/diagnose/waves'
import { Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useGo } from '../../platform/address.tsx'
import { useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useCycle } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import { en, zh } from './text.ts'

/** The three levels the questionnaire is made for. */
const LEVELS = [
  { code: 'province-department', name: { zh: '省交通运输厅', en: 'Province department' } },
  { code: 'province-bureau', name: { zh: '省公路局', en: 'Provincial bureau' } },
  { code: 'bureau', name: { zh: '本局', en: 'Bureau' } },
] as const

export function OpenWaveDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const day = today()
  const year = useCycle()?.year ?? Number(day.slice(0, 4))
  const [nameZh, setNameZh] = useState(zh.suggestedZh(year))
  const [nameEn, setNameEn] = useState(en.suggestedEn(year))
  const [people, setPeople] = useState<Readonly<Record<string, number | null>>>({})
  const opening = useDoing(async () => {
    const { questionnaireId } = await call(adoptQuestionnaire, {})
    const strata = LEVELS.map((level) => ({ ...level, population: people[level.code] ?? null }))
    return call(openWave, { questionnaireId, name: { zh: nameZh, en: nameEn }, openedOn: day, strata })
  })
  const open = async () => {
    const { waveId } = await opening.run(undefined)
    go(`/diagnose/${waveId}/import`)
  }
  return (
    <Modal
      open
      title={text.open}
      okText={text.open}
      cancelText={text.cancel}
      onCancel={onClose}
      onOk={() => void open().catch(() => undefined)}
      confirmLoading={opening.busy}
      okButtonProps={{ disabled: nameZh.trim() === '' }}
    >
      {opening.refused && <RefusalNote refused={opening.refused} />}
      <Form layout="vertical">
        <Form.Item label={text.nameZh} htmlFor="wave-zh">
          <Input id="wave-zh" value={nameZh} onChange={(event) => setNameZh(event.target.value)} />
        </Form.Item>
        <Form.Item label={text.nameEn} htmlFor="wave-en">
          <Input id="wave-en" value={nameEn} onChange={(event) => setNameEn(event.target.value)} />
        </Form.Item>
        <p className="mp-panel-say">
          {text.strata}：{text.strataSay}
        </p>
        {LEVELS.map((level) => (
          <Form.Item key={level.code} label={pick(level.name)} htmlFor={`people-${level.code}`}>
            <InputNumber
              id={`people-${level.code}`}
              min={1}
              precision={0}
              placeholder={text.population}
              value={people[level.code] ?? null}
              onChange={(value) => setPeople({ ...people, [level.code]: value })}
            />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}
