import { importInspections, inspectionsTemplate } from '@milepost/contract/run/inspections'
import { readPeriods } from '@milepost/contract/run/periods'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { Field } from '../../parts/Field.tsx'
import { ImportPanel } from '../../parts/ImportPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { download, upload } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import '../run.css'
import { useRunCycle } from '../useRunCycle.ts'
import { en, zh } from './text.ts'

export function ImportInspectionsPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const chosen = useRunCycle()
  const { answer } = useAskMaybe(readPeriods, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const [picked, setPicked] = useState<string | null>(null)
  const open = (answer?.periods ?? []).filter((period) => period.state === 'open')
  const periodId = picked ?? open.find((period) => period.kind === 'year')?.periodId ?? open[0]?.periodId
  return (
    <>
      <PageHead
        title={text.importTitle}
        sentence={text.importSentence}
        back={{ href: '/run/roads', text: text.back }}
        beside={<CycleChoice chosen={chosen} />}
      />
      {answer !== null && periodId === undefined && (
        <Empty
          title={text.noPeriod}
          sentence={text.importSentence}
          next={<Button onClick={() => go('/run/periods')}>{text.toPeriods}</Button>}
        />
      )}
      {periodId !== undefined && (
        <Panel>
          <div className="mp-run-import-choice">
            <Field label={text.period}>
              {(control) => (
                <Select
                  {...control}
                  value={periodId}
                  onChange={setPicked}
                  options={open.map((period) => ({ value: period.periodId, label: period.code }))}
                />
              )}
            </Field>
          </div>
          <ImportPanel
            key={periodId}
            send={(file, step) => upload(importInspections, { periodId, step }, file)}
            template={(language) => download(inspectionsTemplate, { language })}
            onSaved={() => go(`/run/roads?period=${periodId}`)}
          />
        </Panel>
      )}
    </>
  )
}
