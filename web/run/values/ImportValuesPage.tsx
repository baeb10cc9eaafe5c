import type { ImportStep } from '@milepost/contract/importing'
import { readPeriods } from '@milepost/contract/run/periods'
import { importValues, readEntryChoices, type ValueMapping, valuesTemplate } from '@milepost/contract/run/values'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { ImportPanel } from '../../parts/ImportPanel.tsx'
import type { ColumnChoice } from '../../parts/importing/columnsWanted.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { CallRefused, download, upload } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import '../run.css'
import { useRunCycle } from '../useRunCycle.ts'
import { MappingPart } from './MappingPart.tsx'
import { en, zh } from './text.ts'

const BLANK = ''

export function ImportValuesPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const chosen = useRunCycle()
  const { answer } = useAskMaybe(readPeriods, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const [periodId, setPeriodId] = useState(BLANK)
  const { answer: choices } = useAskMaybe(readEntryChoices, chosen.cycle && { cycleId: chosen.cycle.cycleId })
  const [confirmed, setConfirmed] = useState(false)
  const [found, setFound] = useState<readonly string[] | null>(null)
  const [mapping, setMapping] = useState<ValueMapping | null>(null)
  const send = async (file: File, step: ImportStep, columns: ColumnChoice | undefined) => {
    try {
      return await upload(
        importValues,
        { step, confirmed, ...(mapping === null ? (columns === undefined ? {} : { columns }) : { mapping }) },
        file,
      )
    } catch (refused) {
      const columns = refused instanceof CallRefused && refused.code === 'column-missing' ? refused.details.found : null
      if (Array.isArray(columns)) setFound(columns.map(String))
      throw refused
    }
  }
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
        <Checkbox className="mp-run-confirm" checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)}>
          {text.confirmDoubts}
        </Checkbox>
        <ImportPanel
          send={send}
          mapsColumns={mapping === null}
          again={JSON.stringify([confirmed, mapping])}
          template={(language) => download(valuesTemplate, { language, ...(periodId === BLANK ? {} : { periodId }) })}
          onSaved={() => go('/run/values')}
        />
      </Panel>
      {found !== null && choices !== null && (
        <MappingPart key={found.join('\t')} found={found} measures={choices.measures} onMapped={setMapping} />
      )}
    </>
  )
}
