import { readSelfReport, reportFacet, saveSelfReport, submitSelfReport } from '@milepost/contract/appraise/selfReport'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import '../appraise.css'
import { CycleChoice } from '../CycleChoice.tsx'
import { useChosenCycle } from '../useChosenCycle.ts'
import { timeOf, useKeeping } from '../useKeeping.ts'
import { dayOf } from '../words.ts'
import './report.css'
import { en, zh } from './text.ts'

export function ReportPage() {
  const text = useText({ zh, en })
  const chosen = useChosenCycle()
  if (chosen.cycle === null) return <PageHead title={text.title} sentence={text.sentence} />
  return <Report key={chosen.cycle.cycleId} cycleId={chosen.cycle.cycleId} beside={<CycleChoice chosen={chosen} />} />
}

/** As the rule for handing in has it. */
const FEWEST_LETTERS = 10

type Facet = (typeof reportFacet.options)[number]
type Body = OutputOf<typeof readSelfReport>['body']

function Report({ cycleId, beside }: { readonly cycleId: string; readonly beside: React.ReactNode }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const report = useAsk(readSelfReport, { cycleId })
  const submitting = useDo(submitSelfReport)
  const wrong = useFieldError(submitting.refused)
  const [body, setBody] = useState<Body>(report.body)
  const handedIn = report.submittedAt !== null
  const keeping = useKeeping(body, { enabled: report.open && !handedIn, keep: (kept) => call(saveSelfReport, { cycleId, body: kept }) })
  if (report.appraisalId === null)
    return (
      <>
        <PageHead title={text.title} sentence={text.sentence} beside={beside} />
        <Empty title={text.none} sentence={text.noneSays} />
      </>
    )
  const write = (facet: Facet, value: string) => setBody({ ...body, [facet]: value })
  const isChanged = handedIn && JSON.stringify(body) !== JSON.stringify(report.body)
  const state = isChanged
    ? text.changed
    : report.submittedAt !== null
      ? text.handedIn(dayOf(report.submittedAt))
      : keeping.state === 'keeping'
        ? text.saving
        : keeping.at !== null
          ? text.saved(timeOf(keeping.at))
          : ''
  const isShort = (body.results ?? '').trim().length < FEWEST_LETTERS
  const button = report.open && (
    <Button type="primary" loading={submitting.busy} onClick={() => submitting.start({ cycleId, body })}>
      {handedIn ? text.handInAgain : text.handIn}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={
          <>
            {beside} <span role="status">{state}</span> {report.open && isShort && <span>{text.lacks}</span>}
          </>
        }
        primary={button}
      />
      <div className="mp-notes">
        {!report.open && <Alert type="info" showIcon title={text.closed} />}
        {submitting.refused && submitting.refused.code !== 'input-invalid' && <RefusalNote refused={submitting.refused} />}
      </div>
      {reportFacet.options.map((facet) => {
        const material = report.material.filter((one) => one.facet === facet)
        return (
          <Panel key={facet}>
            <div className="mp-report-facet">
              <Field label={text.facets[facet]} hint={facet === 'results' ? text.resultsHint : undefined} error={wrong(`/body/${facet}`)}>
                {({ status, ...control }) => (
                  <Input.TextArea
                    {...control}
                    {...(status === undefined ? {} : { status })}
                    autoSize={{ minRows: 3, maxRows: 14 }}
                    maxLength={4000}
                    disabled={!report.open}
                    value={body[facet] ?? ''}
                    onChange={(event) => write(facet, event.target.value)}
                  />
                )}
              </Field>
              {material.length > 0 && report.open && (
                <section aria-label={`${text.onRecord} ${text.facets[facet]}`}>
                  <strong>{text.onRecord}</strong>
                  <ul>
                    {material.map((one) => (
                      <li key={one.text.en}>
                        <span>
                          <span className="mp-soft">{text.sources[one.source]}</span> {pick(one.text)}
                        </span>
                        <Button
                          size="small"
                          disabled={(body[facet] ?? '').includes(pick(one.text))}
                          onClick={() => write(facet, [body[facet] ?? '', pick(one.text)].filter((line) => line !== '').join('\n'))}
                        >
                          {text.take}
                        </Button>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </div>
          </Panel>
        )
      })}
      {button && (
        <p className="mp-under">
          {button} {isShort && <span className="mp-soft">{text.lacks}</span>}
        </p>
      )}
    </>
  )
}
