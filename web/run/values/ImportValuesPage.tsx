import { readPeriods } from '@milepost/contract/run/periods'
import { importValues, valuesTemplate } from '@milepost/contract/run/values'
import { Select } from 'antd'
import { useState } from 'react'
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

const BLANK = ''

export function ImportValuesPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const chosen = useRunCycle()
  const { answer } = useAskMaybe(readPeriods, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const [periodId, setPeriodId] = useState(BLANK)
  const open = (answer?.periods ?? []).filter((period) => period.state === 'open')
  return (
    <>
      <PageHead
        title={text.importTitle}
        sentence={text.importSentence}
        back={{ href: '/run/values', text: text.back }}
        beside={<CycleChoice chosen={chosen} />}
      />
      <Panel>
        <div className="mp-run-import-choice">
          <Field label={text.templateFor}>
            {(control) => (
              <Select
                {...control}
                value={periodId}
                onChange={setPeriodId}
                options={[
                  { value: BLANK, label: text.blankTemplate },
                  ...open.map((period) => ({ value: period.periodId, label: `${period.code} (${period.gaps})` })),
                ]}
              />
            )}
          </Field>
        </div>
        <ImportPanel
          send={(file, step) => upload(importValues, { step }, file)}
          template={(language) => download(valuesTemplate, { language, ...(periodId === BLANK ? {} : { periodId }) })}
          onSaved={() => go('/run/values')}
        />
      </Panel>
    </>
  )
}
