import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { type RollRuleCode, rollRule } from '@milepost/contract/design/schemeRules'
import { savePerspectives } from '@milepost/contract/design/scorecard'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { percentOf, totalWeight, WHOLE } from '@milepost/contract/design/weights'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { WeightInput } from '../card/WeightInput.tsx'
import { type PerspectiveTemplate, TemplateChoice } from './TemplateChoice.tsx'
import { en, zh } from './text.ts'

type Row = {
  readonly key: string
  readonly perspectiveId: string | null
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly weightBp: number
  readonly rollRule: RollRuleCode
}

export function PerspectivesDialog({ scorecard, onClose }: { readonly scorecard: ScorecardDesign; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const [rows, setRows] = useState<readonly Row[]>(scorecard.perspectives.map((one) => ({ ...one, key: one.perspectiveId })))
  const saving = useDo(savePerspectives)
  const total = totalWeight(rows)
  const change = (key: string, next: Partial<Row>) => setRows(rows.map((row) => (row.key === key ? { ...row, ...next } : row)))
  const raise = (at: number) =>
    setRows([...rows.slice(0, at - 1), ...rows.slice(at, at + 1), ...rows.slice(at - 1, at), ...rows.slice(at + 1)])
  const add = () =>
    setRows([
      ...rows,
      {
        key: `new ${rows.length} ${rows.map((row) => row.key).join()}`,
        perspectiveId: null,
        code: '',
        name: { zh: '', en: '' },
        weightBp: 0,
        rollRule: 'weighted',
      },
    ])
  /** Names, order and weights of the template; what stands at the same place keeps its objectives. Whatever is left over stays below. */
  const follow = (template: PerspectiveTemplate) =>
    setRows([
      ...template.perspectives.map(({ code, name, weightBp }, at) => ({
        key: rows[at]?.key ?? `template ${code}`,
        perspectiveId: rows[at]?.perspectiveId ?? null,
        code,
        name,
        weightBp,
        rollRule: rows[at]?.rollRule ?? ('weighted' as const),
      })),
      ...rows.slice(template.perspectives.length).map((row) => ({ ...row, weightBp: 0 })),
    ])
  const save = () =>
    saving
      .run({
        scorecardId: scorecard.scorecardId,
        perspectives: rows.map(({ perspectiveId, code, name, weightBp, rollRule: roll }) => ({
          perspectiveId,
          code,
          name,
          weightBp,
          rollRule: roll,
        })),
      })
      .then(onClose, () => undefined)
  return (
    <Modal
      open
      title={text.perspectives}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={saving.busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={960}
    >
      <p className="mp-panel-say" style={{ marginTop: 0 }}>
        {text.perspectivesSay}
      </p>
      {saving.refused !== null && <RefusalNote refused={saving.refused} />}
      <div className="mp-stack">
        {rows.map((row, at) => (
          <div key={row.key} className="mp-row">
            <Input
              aria-label={text.code}
              placeholder={text.code}
              value={row.code}
              style={{ width: 74 }}
              onChange={({ target }) => change(row.key, { code: target.value })}
            />
            <Input
              aria-label={`${text.name} ${text.inZh}`}
              value={row.name.zh}
              placeholder={text.inZh}
              style={{ flex: '1 1 150px' }}
              onChange={({ target }) => change(row.key, { name: { ...row.name, zh: target.value } })}
            />
            <Input
              aria-label={`${text.name} ${text.inEn}`}
              value={row.name.en}
              placeholder={text.inEn}
              lang="en"
              style={{ flex: '1 1 150px' }}
              onChange={({ target }) => change(row.key, { name: { ...row.name, en: target.value } })}
            />
            <span style={{ width: 110 }}>
              <WeightInput
                weightBp={row.weightBp}
                label={`${text.weight} ${row.code}`}
                onChange={(weightBp) => change(row.key, { weightBp })}
              />
            </span>
            <Select
              aria-label={`${text.roll} ${row.code}`}
              value={row.rollRule}
              popupMatchSelectWidth={false}
              style={{ width: 130 }}
              options={rollRule.options.map((value) => ({ value, label: text.rolls[value] }))}
              onChange={(next) => change(row.key, { rollRule: next })}
            />
            <Button
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={`${text.moveUp} ${row.code}`}
              disabled={at === 0}
              onClick={() => raise(at)}
            />
            <Button
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`${text.remove} ${row.code}`}
              onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
            />
          </div>
        ))}
        <div className="mp-row" style={{ justifyContent: 'space-between' }}>
          <span className="mp-row">
            <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
              {text.addPerspective}
            </Button>
            <TemplateChoice onChoose={follow} />
          </span>
          <strong className={total === WHOLE ? undefined : 'mp-field-error'} role="status">
            {text.total(percentOf(total))}
          </strong>
        </div>
      </div>
    </Modal>
  )
}
