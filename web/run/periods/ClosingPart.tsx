import { closePeriod, type PeriodView, readClosing } from '@milepost/contract/run/periods'
import { Alert, Button, Input } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Field } from '../../parts/Field.tsx'
import { Lacking } from '../../parts/Lacking.tsx'
import { StepLine } from '../../parts/StepLine.tsx'
import { PageLink, useGo } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useLong } from '../../platform/useLong.ts'
import { en, zh } from './text.ts'
import { waiversOf } from './waivers.ts'

type Written = { readonly reasons: Readonly<Record<string, string>>; readonly rest: string }

/** What is missing, a reason for each or one for the rest, and the closing itself. */
export function ClosingPart({ period, onClosed }: { readonly period: PeriodView; readonly onClosed: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const { answer, refused } = useAskMaybe(readClosing, { periodId: period.periodId })
  const closing = useLong(closePeriod)
  const draft = useDraft<Written>(`closing ${period.periodId}`, { reasons: {}, rest: '' })
  const { reasons, rest } = draft.value
  if (refused !== null) return <RefusalNote refused={refused} />
  if (answer === null) return <Reading />
  const { gaps, asked, unchecked, returned } = answer
  const { waivers, waiveRest, unexplained } = waiversOf({ gaps, reasons, rest })
  const close = () =>
    closing.run({ periodId: period.periodId, waivers, ...(waiveRest === null ? {} : { waiveRest }) }).then(
      (outcome) => {
        if (outcome === null) return
        draft.forget()
        onClosed()
      },
      () => undefined,
    )
  return (
    <>
      <p>
        <strong>{gaps.length === 0 ? text.complete : text.missing(gaps.length)}</strong>
      </p>
      {(asked > 0 || unchecked + returned > 0) && (
        <div className="mp-run-before">
          {asked > 0 && (
            <Alert
              type="warning"
              showIcon
              title={text.asked(asked)}
              description={text.askedSay}
              action={<PageLink href={`/run/values?asked=only&period=${period.code}`}>{text.toAsked}</PageLink>}
            />
          )}
          {unchecked + returned > 0 && (
            <Alert
              type="warning"
              showIcon
              title={text.unchecked(unchecked, returned)}
              description={text.uncheckedSay}
              action={
                <PageLink href={`/run/values?check=${unchecked > 0 ? 'none' : 'returned'}&period=${period.code}`}>
                  {text.toUnchecked}
                </PageLink>
              }
            />
          )}
        </div>
      )}
      {gaps.length > 0 && (
        <>
          <p className="mp-run-mend">{text.closingSay}</p>
          <DataTable
            label={text.missing(gaps.length)}
            plain
            tools={<Button onClick={() => go(`/run/missing?period=${period.code}&when=all`)}>{text.toMissing}</Button>}
            rows={gaps}
            rowKey={(row) => row.key}
            onPhone="cards"
            columns={[
              { key: 'measure', title: text.measure, value: (row) => pick(row.measure.name) },
              { key: 'holder', title: text.holder, value: (row) => pick(row.holderName) },
              ...(asked > 0
                ? [{ key: 'asked', title: text.request, value: (row: (typeof gaps)[number]) => (row.asked ? text.waits : '') }]
                : []),
              {
                key: 'reason',
                title: text.reason,
                value: (row) => reasons[row.key] ?? '',
                show: (row) => (
                  <Input
                    aria-label={`${text.reason} ${pick(row.measure.name)} ${pick(row.holderName)}`}
                    maxLength={500}
                    value={reasons[row.key] ?? ''}
                    onChange={({ target }) => draft.set({ reasons: { ...reasons, [row.key]: target.value }, rest })}
                  />
                ),
                width: 220,
              },
            ]}
          />
          <Field label={text.restReason} hint={text.reasonHint}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={2}
                maxLength={500}
                value={rest}
                onChange={({ target }) => draft.set({ reasons, rest: target.value })}
              />
            )}
          </Field>
        </>
      )}
      {closing.refused !== null && <RefusalNote refused={closing.refused} />}
      {closing.stopped && <Alert type="info" showIcon title={text.stopped} />}
      {closing.busy && (
        <StepLine step={closing.step} says={text.stepSays} onStop={closing.step?.doing === 'fixing' ? null : closing.stop} />
      )}
      <Button type="primary" disabled={unexplained > 0} loading={closing.busy} onClick={() => void close()}>
        {text.close}
      </Button>
      <Lacking what={unexplained === 0 ? [] : [text.reasonsFor(unexplained)]} />
    </>
  )
}
