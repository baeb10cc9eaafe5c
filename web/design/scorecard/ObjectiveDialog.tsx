import { rollRule } from '@milepost/contract/design/schemeRules'
import { saveObjective } from '@milepost/contract/design/scorecard'
import type { ObjectiveDesign, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { BilingualInput } from '../BilingualInput.tsx'
import { OwnerSelect } from '../OwnerSelect.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { en, zh } from './text.ts'

type ObjectiveDialogProps = {
  readonly scorecard: ScorecardDesign
  /** null: a new one. */
  readonly objective: ObjectiveDesign | null
  /** The finding a new one is to answer. */
  readonly answering?: string | null
  readonly findings: ScorecardView['findings']
  readonly people: ScorecardView['people']
  readonly onClose: () => void
}

type Typed = Pick<
  ObjectiveDesign,
  'perspectiveId' | 'code' | 'name' | 'statement' | 'findingId' | 'themeId' | 'ownerPersonId' | 'rollRule' | 'critical'
>
const ROLL_RULES = rollRule.options
const EMPTY = { zh: '', en: '' }

export function ObjectiveDialog({ scorecard, objective, answering = null, findings, people, onClose }: ObjectiveDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [typed, setTyped] = useState<Typed>({
    perspectiveId: objective?.perspectiveId ?? scorecard.perspectives[0]?.perspectiveId ?? '',
    code: objective?.code ?? '',
    name: objective?.name ?? EMPTY,
    statement: objective?.statement ?? EMPTY,
    findingId: objective?.findingId ?? answering,
    themeId: objective?.themeId ?? null,
    ownerPersonId: objective?.ownerPersonId ?? null,
    rollRule: objective?.rollRule ?? 'weighted',
    critical: objective?.critical ?? false,
  })
  const named = objective?.findingId ?? null
  const earlier = findings.some(({ findingId }) => findingId === named) ? null : named
  const saving = useDo(saveObjective)
  const wrong = useFieldError(saving.refused)
  const change = (next: Partial<typeof typed>) => setTyped({ ...typed, ...next })
  const save = () =>
    saving.run({ scorecardId: scorecard.scorecardId, objectiveId: objective?.objectiveId ?? null, ...typed }).then(onClose, () => undefined)
  return (
    <Modal
      open
      title={objective === null ? text.addObjective : text.editObjective}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={saving.busy}
      onOk={() => void save()}
      onCancel={onClose}
      width={720}
    >
      <div className="mp-form">
        {saving.refused !== null && <RefusalNote refused={saving.refused} />}
        <div className="mp-columns" style={{ gridTemplateColumns: '120px minmax(0, 1fr)' }}>
          <Field label={text.code} error={wrong('/code')}>
            {(control) => <Input {...control} value={typed.code} onChange={({ target }) => change({ code: target.value })} />}
          </Field>
          <Field label={text.perspective}>
            {(control) => (
              <Select
                {...control}
                value={typed.perspectiveId}
                options={scorecard.perspectives.map((one) => ({ value: one.perspectiveId, label: pick(one.name) }))}
                onChange={(perspectiveId) => change({ perspectiveId })}
              />
            )}
          </Field>
        </div>
        <BilingualInput label={text.objective} value={typed.name} error={wrong('/name')} onChange={(name) => change({ name })} />
        <BilingualInput label={text.statement} value={typed.statement} rows={3} onChange={(statement) => change({ statement })} />
        <div className="mp-columns">
          <Field label={text.owner} error={wrong('/ownerPersonId')}>
            {(control) => (
              <OwnerSelect
                control={control}
                value={typed.ownerPersonId}
                known={people}
                placeholder={text.noOwner}
                onChange={(ownerPersonId) => change({ ownerPersonId })}
              />
            )}
          </Field>
          <Field label={text.theme}>
            {(control) => (
              <Select
                {...control}
                value={typed.themeId}
                allowClear
                placeholder={text.noTheme}
                options={scorecard.themes.map((one) => ({ value: one.themeId, label: pick(one.name) }))}
                onChange={(themeId: string | undefined) => change({ themeId: themeId ?? null })}
              />
            )}
          </Field>
        </div>
        <Field label={text.roll} hint={text.rollSay[typed.rollRule]}>
          {(control) => (
            <Select
              {...control}
              value={typed.rollRule}
              options={ROLL_RULES.map((value) => ({ value, label: text.rolls[value] }))}
              onChange={(rollRule) => change({ rollRule })}
            />
          )}
        </Field>
        <Checkbox checked={typed.critical} onChange={({ target }) => change({ critical: target.checked })}>
          {text.criticalObjective}
        </Checkbox>
        <Field label={text.finding}>
          {(control) => (
            <Select
              {...control}
              value={typed.findingId}
              allowClear
              placeholder={text.noFinding}
              options={[
                ...findings.map((finding) => ({
                  value: finding.findingId,
                  label: text.findingSay(pick(finding.name), verdictText(text.verdicts, finding.verdict)),
                })),
                ...(earlier === null ? [] : [{ value: earlier, label: text.earlierFinding }]),
              ]}
              onChange={(findingId: string | undefined) => change({ findingId: findingId ?? null })}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}

const verdictText = (verdicts: Readonly<Record<string, string>>, verdict: string): string => verdicts[verdict] ?? verdict
