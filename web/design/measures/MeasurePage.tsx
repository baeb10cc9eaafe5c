import { readMeasureLibrary, retireMeasure } from '@milepost/contract/design/measures'
import { ruleWords } from '@milepost/scorecard/ruleWords'
import { Alert, Button, Tag } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { lineOfEntry } from '../card/draft.ts'
import { LintPanel } from '../card/LintPanel.tsx'
import { TrialPicture } from '../card/TrialPicture.tsx'
import '../design.css'
import { MeasureDialog } from './MeasureDialog.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { en, zh } from './text.ts'
import { useDefinitionLines } from './useDefinitionLines.ts'

/** The definition card of one measure. */
export function MeasurePage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const code = useParam('code')
  const mayEdit = useMay('scorecard.edit')
  const linesOf = useDefinitionLines()
  const { measures } = useAsk(readMeasureLibrary, {})
  const [editing, setEditing] = useState(false)
  const [retiring, setRetiring] = useState(false)
  const takingUp = useDo(retireMeasure)
  const [actual, setActual] = useState<string | null>(null)
  const measure = measures.find((one) => one.code === code)
  if (measure === undefined)
    return (
      <>
        <PageHead title={code} sentence={text.sentence} back={{ href: '/design/measures', text: text.back }} />
        <Empty title={text.missingMeasure} sentence={text.missingMeasureSay} />
      </>
    )
  const { exampleRule } = measure.definition
  return (
    <>
      <PageHead
        title={pick(measure.name)}
        sentence={pick(measure.definition.definition)}
        back={{ href: '/design/measures', text: text.back }}
        beside={
          <>
            {measure.code} <Tag>{text.origins[measure.origin]}</Tag>
            {measure.version !== null && text.version(measure.version)}{' '}
            {measure.origin === 'library' && (
              <Tag color={measure.definition.verified ? 'success' : 'warning'}>
                {measure.definition.verified ? text.verified : text.unverified}
              </Tag>
            )}
          </>
        }
        primary={
          mayEdit &&
          measure.origin === 'own' && (
            <Button type="primary" onClick={() => setEditing(true)}>
              {text.edit}
            </Button>
          )
        }
        more={
          mayEdit && measure.measureId !== null && measure.definition.retired === null
            ? [{ key: 'retire', text: text.retire, onClick: () => setRetiring(true) }]
            : []
        }
      />
      {measure.definition.retired !== null && (
        <Alert
          type="warning"
          showIcon
          title={text.retiredSay(measure.definition.retired.on, measure.definition.retired.reason)}
          action={mayEdit && <Button onClick={() => takingUp.start({ code, reason: '' })}>{text.takeUp}</Button>}
          style={{ marginBottom: 16 }}
        />
      )}
      <div className="mp-columns">
        <Panel title={text.definition}>
          <dl className="mp-definition">
            {linesOf(measure).map(({ name, value }) => (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
        <div className="mp-stack">
          <Panel title={text.example} sentence={exampleRule === null ? text.noExample : text.exampleSay(pick(ruleWords(exampleRule)))}>
            {exampleRule !== null && <TrialPicture line={lineOfEntry(measure, null)} actual={actual} onTry={setActual} onRule={null} />}
          </Panel>
          <LintPanel lint={measure.lint} />
        </div>
      </div>
      {retiring && <RetireDialog code={code} onClose={() => setRetiring(false)} />}
      {editing && <MeasureDialog measure={measure} onClose={() => setEditing(false)} />}
    </>
  )
}
