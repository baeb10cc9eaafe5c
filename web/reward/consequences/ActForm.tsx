import { recordConsequence } from '@milepost/contract/reward/consequenceActs'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { OutcomeView } from './outcomeView.ts'
import { en, zh } from './text.ts'

export type Whose = { readonly cycleId: string; readonly personId: string }
type Proposal = OutcomeView['proposals'][number]

/** What became of one proposal, in words. */
export function ActSaid({ act }: { readonly act: NonNullable<Proposal['act']> }) {
  const text = useText({ zh, en })
  return (
    <div className="mp-soft">
      {text.acted(
        text.outcomes[act.outcome],
        [act.document, act.reason].filter(Boolean).join(' · '),
        act.recordedBy,
        dayOf(act.recordedAt),
      )}
    </div>
  )
}

/** The office says what became of a proposal: carried out on which paper, or not and why. */
export function ActForm({ whose, proposal, onDone }: { readonly whose: Whose; readonly proposal: Proposal; readonly onDone: () => void }) {
  const text = useText({ zh, en })
  const recording = useDo(recordConsequence)
  const [outcome, setOutcome] = useState<'carried-out' | 'not-carried-out'>('carried-out')
  const [said, setSaid] = useState('')
  const record = async () => {
    const words = outcome === 'carried-out' ? { document: said, reason: '' } : { document: '', reason: said }
    await recording.run({ ...whose, proposal: proposal.key, outcome, ...words })
    onDone()
  }
  const label = outcome === 'carried-out' ? text.document : text.reason
  return (
    <div className="mp-form">
      {recording.refused && <RefusalNote refused={recording.refused} />}
      <Radio.Group
        value={outcome}
        onChange={({ target }) => setOutcome(target.value)}
        options={(['carried-out', 'not-carried-out'] as const).map((one) => ({ value: one, label: text.outcomes[one] }))}
      />
      <Input aria-label={label} placeholder={label} maxLength={200} value={said} onChange={({ target }) => setSaid(target.value)} />
      <Button type="primary" loading={recording.busy} disabled={said.trim() === ''} onClick={() => void record().catch(() => undefined)}>
        {text.record}
      </Button>
    </div>
  )
}
