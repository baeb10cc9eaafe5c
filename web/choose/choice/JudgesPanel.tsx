import { setBasis } from '@milepost/contract/choose/comparison'
import { inviteJudges, listCandidates, withdrawJudge } from '@milepost/contract/choose/judging'
import { Button, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import type { Choice } from './choice.ts'
import { en, zh } from './text.ts'

type JudgesPanelProps = {
  readonly choice: Choice
  readonly edits: boolean
  /** Before an act that changes the comparison: what is being typed is saved first. */
  readonly settle: () => Promise<void>
  readonly revision: () => number
  readonly follow: (revision: number) => void
}

/** Who is invited, who has submitted, and whose judgements count. */
export function JudgesPanel({ choice, edits, settle, revision, follow }: JudgesPanelProps) {
  const text = useText({ zh, en })
  const [inviting, setInviting] = useState(false)
  const withdrawing = useDo(withdrawJudge)
  const setting = useDo(setBasis)
  const { judges, basis, choiceId } = choice
  if (judges.length === 0 && !edits) return null
  const submitted = judges.filter(({ state }) => state === 'submitted').length
  const set = async (next: Partial<Choice['basis']>) => {
    await settle()
    follow((await setting.run({ choiceId, revision: revision(), basis: { ...basis, ...next } })).revision)
  }
  const shown = judges.length > 0
  return (
    <Panel
      title={text.judges}
      sentence={shown ? text.judgesStand(submitted, judges.length) : text.judgesNone}
      acts={edits && <Button onClick={() => setInviting(true)}>{text.invite}</Button>}
    >
      {withdrawing.refused !== null && <RefusalNote refused={withdrawing.refused} />}
      {setting.refused !== null && <RefusalNote refused={setting.refused} />}
      {shown && (
        <DataTable
          label={text.judges}
          plain
          onPhone="cards"
          rows={judges}
          rowKey={(row) => row.accountId}
          columns={[
            { key: 'name', title: text.judgeName, value: (row) => row.name },
            { key: 'state', title: text.state, value: (row) => text.judgeStates[row.state] },
            { key: 'pairs', title: text.pairs, kind: 'number', value: (row) => row.pairsJudged, width: 110 },
            { key: 'rated', title: text.rated, kind: 'number', value: (row) => row.rated, width: 110 },
            { key: 'at', title: text.submittedOn, value: (row) => (row.submittedAt === null ? '' : dayOf(row.submittedAt)), width: 130 },
            ...(edits
              ? [
                  {
                    key: 'acts',
                    title: '',
                    acts: true,
                    width: 110,
                    value: () => null,
                    show: (row: Choice['judges'][number]) =>
                      row.state !== 'submitted' && (
                        <Button type="text" danger onClick={() => withdrawing.start({ choiceId, accountId: row.accountId })}>
                          {text.withdraw}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {shown && (
        <div className="mp-columns mp-basis">
          <Field label={text.basisWeights} hint={text.basisWeightsHint[basis.weights]}>
            {({ id }) => (
              <Segmented
                id={id}
                disabled={!edits}
                value={basis.weights}
                options={(['judges', 'office'] as const).map((value) => ({ value, label: text.basisWeightsOf[value] }))}
                onChange={(weights) => void set({ weights }).catch(() => undefined)}
                style={{ justifySelf: 'start' }}
              />
            )}
          </Field>
          <Field label={text.basisRatings} hint={text.basisRatingsHint[basis.ratings]}>
            {({ id }) => (
              <Segmented
                id={id}
                disabled={!edits}
                value={basis.ratings}
                options={(['office', 'raters'] as const).map((value) => ({ value, label: text.basisRatingsOf[value] }))}
                onChange={(ratings) => void set({ ratings }).catch(() => undefined)}
                style={{ justifySelf: 'start' }}
              />
            )}
          </Field>
        </div>
      )}
      {inviting && (
        <InviteDialog
          choiceId={choiceId}
          settle={settle}
          onClose={(next) => {
            if (next !== undefined) follow(next)
            setInviting(false)
          }}
        />
      )}
    </Panel>
  )
}

type InviteDialogProps = { readonly choiceId: string; readonly settle: () => Promise<void>; readonly onClose: (revision?: number) => void }

function InviteDialog({ choiceId, settle, onClose }: InviteDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer, refused } = useAskMaybe(listCandidates, { choiceId })
  const inviting = useDo(inviteJudges)
  const [accountIds, setAccountIds] = useState<string[]>([])
  const invite = async () => {
    await settle()
    onClose((await inviting.run({ choiceId, accountIds })).revision)
  }
  return (
    <Modal
      open
      title={text.invite}
      okText={text.invite}
      cancelText={text.cancel}
      okButtonProps={{ disabled: accountIds.length === 0 }}
      confirmLoading={inviting.busy}
      onOk={() => void invite().catch(() => undefined)}
      onCancel={() => onClose()}
    >
      <div className="mp-form">
        <p>{text.inviteSays}</p>
        {(inviting.refused ?? refused) && <RefusalNote refused={(inviting.refused ?? refused)!} />}
        <Field label={text.judges} hint={text.inviteHint}>
          {(control) => (
            <Select
              {...control}
              mode="multiple"
              loading={answer === null}
              showSearch={{ optionFilterProp: 'label' }}
              value={accountIds}
              onChange={setAccountIds}
              options={(answer?.candidates ?? []).map((one) => ({
                value: one.accountId,
                label: one.unit === null ? one.name : `${one.name} · ${pick(one.unit)}`,
              }))}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
