import { agreePlans, type planRow } from '@milepost/contract/design/plans'
import { percentOf } from '@milepost/contract/design/weights'
import { Alert, Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { PageLink } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { en, zh } from './text.ts'

type Plan = z.infer<typeof planRow>
type AgreePlansProps = { readonly cycleId: string; readonly plans: readonly Plan[] }

/** The head goes through what has been proposed and agrees it at one go; plans with a fault are named and cannot be ticked. */
export function AgreePlans({ cycleId, plans }: AgreePlansProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [open, setOpen] = useState(false)
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const [left, setLeft] = useState<readonly { cardId: string; person: string; because: { zh: string; en: string } }[]>([])
  const agreeing = useDo(agreePlans)
  const ticked = plans.filter((plan) => plan.fault === null && !unticked.has(plan.cardId))
  const tick = (cardId: string, on: boolean) => {
    const next = new Set(unticked)
    if (on) next.delete(cardId)
    else next.add(cardId)
    setUnticked(next)
  }
  const agree = () =>
    agreeing.run({ cycleId, plans: ticked.map(({ cardId, revision }) => ({ cardId, revision })) }).then(
      ({ leftOut }) => {
        setLeft(leftOut)
        if (leftOut.length === 0) setOpen(false)
      },
      () => undefined,
    )
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {text.agreeAll(plans.length)}
      </Button>
      {open && (
        <Modal
          open
          width={720}
          title={text.agreeAll(plans.length)}
          okText={text.agreeTicked(ticked.length)}
          cancelText={text.cancel}
          okButtonProps={{ disabled: ticked.length === 0 }}
          confirmLoading={agreeing.busy}
          onOk={() => void agree()}
          onCancel={() => setOpen(false)}
        >
          <p>{text.agreeAllSay}</p>
          {agreeing.refused !== null && <RefusalNote refused={agreeing.refused} />}
          {left.map(({ cardId, person, because }) => (
            <Alert key={cardId} type="warning" showIcon title={text.leftOut(person)} description={pick(because)} />
          ))}
          <ul className="mp-agree-plans">
            {plans.map((plan) => (
              <li key={plan.cardId}>
                <Checkbox
                  disabled={plan.fault !== null}
                  checked={plan.fault === null && !unticked.has(plan.cardId)}
                  onChange={({ target }) => tick(plan.cardId, target.checked)}
                >
                  {plan.person} · {pick(plan.post)}
                </Checkbox>
                <PageLink href={`/design/cards/${plan.cardId}`}>
                  {text.planSum(plan.measures, percentOf(plan.totalBp), plan.goals)}
                </PageLink>
                {plan.fault !== null && <Alert type="error" showIcon title={pick(plan.fault)} />}
              </li>
            ))}
          </ul>
        </Modal>
      )}
    </>
  )
}
