import { enterVoteBallots, readVote } from '@milepost/contract/appraise/democraticVotes'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../appraise.css'
import { readStack } from './readStack.ts'
import { en, zh } from './text.ts'

/** A stack of paper ballots, one line each. */
export function VotePaperPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const vote = useAsk(readVote, { voteId: useParam('voteId') })
  const entering = useDo(enterVoteBallots)
  const [batch, setBatch] = useState('')
  const [group, setGroup] = useState(vote.groups.find((one) => one.way === 'paper')?.code ?? vote.groups[0]?.code ?? '')
  const [typed, setTyped] = useState('')
  const { ballots, faults } = readStack(
    typed,
    vote.subjects.map((one) => one.item),
  )
  const save = async () => {
    await entering.run({ voteId: vote.voteId, batch, ballots: ballots.map((votes) => ({ group, votes })) })
    setTyped('')
    setBatch('')
  }
  const isReady = ballots.length > 0 && faults.length === 0 && batch.trim() !== ''
  return (
    <>
      <PageHead
        title={text.paperTitle}
        sentence={text.paperSay}
        back={{ href: `/appraise/votes/${vote.voteId}`, text: pick(vote.name) }}
        primary={
          <Button type="primary" disabled={!isReady} loading={entering.busy} onClick={() => void save().catch(() => undefined)}>
            {text.enter(ballots.length)}
          </Button>
        }
      />
      {entering.refused && <RefusalNote refused={entering.refused} />}
      {entering.outcome && typed === '' && (
        <Alert type="success" showIcon title={text.entered(entering.outcome.entered)} style={{ marginBottom: 16 }} />
      )}
      <Panel>
        <div className="mp-vote-fields">
          <Field label={text.batch} hint={text.batchHint}>
            {(control) => <Input {...control} value={batch} onChange={({ target }) => setBatch(target.value)} />}
          </Field>
          <Field label={text.group}>
            {(control) => (
              <Select
                {...control}
                style={{ width: '100%' }}
                value={group}
                onChange={setGroup}
                options={vote.groups.map((one) => ({ value: one.code, label: pick(one.name) }))}
              />
            )}
          </Field>
        </div>
        <Field
          label={text.grid(vote.subjects.map((one, at) => `${at + 1} ${pick(one.name)}`).join('; '))}
          error={
            faults.length === 0
              ? undefined
              : faults
                  .slice(0, 5)
                  .map((fault) =>
                    fault.kind === 'cell'
                      ? text.badCell(fault.row, fault.column, fault.cell)
                      : text.badWidth(fault.row, fault.cells, vote.subjects.length),
                  )
                  .join(' ')
          }
        >
          {(control) => (
            <Input.TextArea
              {...control}
              className="mp-ballot-stack"
              rows={14}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
      </Panel>
    </>
  )
}
