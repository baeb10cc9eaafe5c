import { setSchemeRules } from '@milepost/contract/design/scorecard'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { Modal, Radio, Switch } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { DecimalInput } from '../card/DecimalInput.tsx'
import { WeightInput } from '../card/WeightInput.tsx'
import { BonusRules } from './BonusRules.tsx'
import { en, zh } from './rulesText.ts'

const LEVELS = ['institution', 'unit', 'person'] as const

/** What the scheme decides once for every card; whoever may not change it reads it here. */
export function RulesDialog({
  scorecard,
  edits,
  onClose,
}: {
  readonly scorecard: ScorecardDesign
  readonly edits: boolean
  readonly onClose: () => void
}) {
  const text = useText({ zh, en })
  const [rules, setRules] = useState(scorecard.rules)
  const saving = useDo(setSchemeRules)
  const wrong = useFieldError(saving.refused)
  const change = (next: Partial<typeof rules>) => setRules({ ...rules, ...next })
  const save = () => saving.run({ scorecardId: scorecard.scorecardId, rules }).then(onClose, () => undefined)
  return (
    <Modal
      open
      title={text.title}
      okText={text.save}
      cancelText={edits ? text.cancel : text.close}
      confirmLoading={saving.busy}
      okButtonProps={edits ? {} : { style: { display: 'none' } }}
      onOk={() => void save()}
      onCancel={onClose}
      width={720}
    >
      <p className="mp-panel-say" style={{ marginTop: 0 }}>
        {text.say}
      </p>
      <div className="mp-form">
        {saving.refused !== null && <RefusalNote refused={saving.refused} />}
        <Field label={text.strict} hint={rules.strict100 ? text.strictSay : text.normalisedSay}>
          {(control) => (
            <Switch
              id={control.id}
              checked={rules.strict100}
              disabled={!edits}
              checkedChildren={text.strictOn}
              unCheckedChildren={text.strictOff}
              onChange={(strict100) => change({ strict100 })}
              style={{ justifySelf: 'start' }}
            />
          )}
        </Field>
        <div className="mp-columns">
          {LEVELS.map((level) => (
            <Field key={level} label={text.capOf[level]} hint={text.capSay} error={wrong(`/rules/cap/${level}`)}>
              {() => (
                <DecimalInput
                  value={rules.cap[level]}
                  label={text.capOf[level]}
                  unit={text.points}
                  disabled={!edits}
                  onChange={(figure) => change({ cap: { ...rules.cap, [level]: figure } })}
                />
              )}
            </Field>
          ))}
        </div>
        <Field label={text.parentCap} hint={text.parentCapSay} error={wrong('/rules/parentCap')}>
          {() => (
            <DecimalInput
              value={rules.parentCap}
              label={text.parentCap}
              unit={text.points}
              disabled={!edits}
              onChange={(parentCap) => change({ parentCap })}
            />
          )}
        </Field>
        <Field label={text.notApplicable} hint={text.notApplicableSay[rules.notApplicable]}>
          {() => (
            <Radio.Group
              value={rules.notApplicable}
              disabled={!edits}
              aria-label={text.notApplicable}
              options={(['siblings', 'global'] as const).map((value) => ({ value, label: text.notApplicables[value] }))}
              onChange={({ target }) => change({ notApplicable: target.value === 'global' ? 'global' : 'siblings' })}
            />
          )}
        </Field>
        <div className="mp-columns">
          <Field label={text.coverage} hint={text.coverageSay}>
            {() => (
              <WeightInput
                weightBp={rules.coverageGateBp}
                label={text.coverage}
                disabled={!edits}
                onChange={(coverageGateBp) => change({ coverageGateBp })}
              />
            )}
          </Field>
          <Field label={text.naGate} hint={text.naGateSay}>
            {() => (
              <WeightInput
                weightBp={rules.notApplicableGateBp}
                label={text.naGate}
                disabled={!edits}
                onChange={(notApplicableGateBp) => change({ notApplicableGateBp })}
              />
            )}
          </Field>
          <Field label={text.minN} hint={text.minNSay} error={wrong('/rules/minN')}>
            {() => (
              <DecimalInput
                value={String(rules.minN)}
                label={text.minN}
                disabled={!edits}
                read={(typed) => (/^\d{1,4}$/.test(typed.trim()) ? String(Number(typed)) : null)}
                onChange={(typed) => change({ minN: Number(typed) })}
              />
            )}
          </Field>
        </div>
        <BonusRules rule={rules.bonus} edits={edits} wrong={wrong} onChange={(bonus) => change({ bonus })} />
      </div>
    </Modal>
  )
}
