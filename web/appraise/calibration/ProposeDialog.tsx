import { proposeGrades } from '@milepost/contract/appraise/appraisals'
import { readRules } from '@milepost/contract/appraise/rules'
import { Input, Modal, Select } from 'antd'
import { Field } from '../../parts/Field.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import { en, zh } from './text.ts'

type Ground = keyof typeof zh.grounds
const GROUNDS = Object.keys(zh.grounds) as Ground[]

const SHARES = {
  normal: 'normalBp',
  'collective-merit': 'raisedBp',
  'recognised-innovation': 'raisedBp',
  'institution-excellent': 'raisedBp',
  'institution-unqualified': 'loweredBp',
  'held-accountable': 'loweredBp',
} as const satisfies Record<Ground, string>
const percentOf = (basisPoints: number) => `${basisPoints / 100}%`

type Asked = { readonly ground: Ground; readonly approval: string; readonly pooling: 'institution' | 'units' }

type ProposeDialogProps = {
  readonly cycleId: string
  /** The last day of the cycle: its rules hold. */
  readonly endsOn: string
  readonly onClose: () => void
}

/** Which ground raises or lowers the share of excellent grades, and how far by the rules of the year. */
export function ProposeDialog({ cycleId, endsOn, onClose }: ProposeDialogProps) {
  const text = useText({ zh, en })
  const proposing = useDo(proposeGrades)
  const quota = useAskMaybe(readRules, { on: endsOn }).answer?.quota
  const groundSays = (one: Ground) => (quota ? text.groundRate(text.grounds[one], percentOf(quota[SHARES[one]])) : text.grounds[one])
  const wrong = useFieldError(proposing.refused)
  const draft = useDraft<Asked>(`seats ${cycleId}`, { ground: 'normal', approval: '', pooling: 'institution' })
  const { ground, approval, pooling } = draft.value
  const set = (part: Partial<Asked>) => draft.set({ ...draft.value, ...part })
  const propose = async () => {
    await proposing.run({ cycleId, grounds: [ground], approval, pooling })
    draft.forget()
    onClose()
  }
  return (
    <Modal
      open
      title={text.propose}
      okText={text.propose}
      cancelText={text.cancel}
      // Cancel gives up what was typed; Esc may be a slip and keeps it
      cancelButtonProps={{ onClick: draft.forget }}
      onCancel={onClose}
      onOk={() => void propose().catch(() => undefined)}
      confirmLoading={proposing.busy}
    >
      <div className="mp-form">
        {proposing.refused && <RefusalNote refused={proposing.refused} />}
        <p>{text.emptySentence}</p>
        <Field label={text.ground}>
          {(control) => (
            <Select
              {...control}
              value={ground}
              onChange={(next) => set({ ground: next })}
              options={GROUNDS.map((one) => ({ value: one, label: groundSays(one) }))}
            />
          )}
        </Field>
        <Field label={text.pooling} hint={text.poolings[pooling].says}>
          {(control) => (
            <Select
              {...control}
              value={pooling}
              onChange={(next) => set({ pooling: next })}
              options={(['institution', 'units'] as const).map((one) => ({ value: one, label: text.poolings[one].name }))}
            />
          )}
        </Field>
        <Field label={text.approval} error={wrong('/approval')}>
          {(control) => <Input {...control} value={approval} onChange={({ target }) => set({ approval: target.value })} />}
        </Field>
      </div>
    </Modal>
  )
}
