import { computeValues, readValues, verifyValues } from '@milepost/contract/run/values'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { BLANK, type Entry, entryOfValue } from './entry.ts'
import { en, zh } from './text.ts'
import { ValueDrawer } from './ValueDrawer.tsx'
import { useValueFilter, ValueFilters } from './ValueFilters.tsx'
import { ValueTable } from './ValueTable.tsx'
import { ValueTabs } from './ValueTabs.tsx'

export function ValuesPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <Values chosen={chosen} cycleId={chosen.cycle.cycleId} />
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} />
      <NoCycle />
    </>
  )
}

function Values({ chosen, cycleId }: { readonly chosen: RunCycle; readonly cycleId: string }) {
  const text = useText({ zh, en })
  const go = useGo()
  const filter = useValueFilter(cycleId)
  const { values, total } = useAsk(readValues, { cycleId, ...filter.chosen })
  const mayRecord = useMay('value.import')
  const { modal, message } = App.useApp()
  const verifying = useDo(verifyValues)
  const verifiable = values.filter((one) => one.mayVerify).map((one) => one.valueId)
  const verifyAll = () =>
    modal.confirm({
      title: text.verifyShown(verifiable.length),
      content: text.verifyAsk,
      okText: text.verify,
      cancelText: text.cancel,
      onOk: async () => {
        const { verified } = await verifying.run({ valueIds: verifiable })
        void message.success(text.verifiedNow(verified))
      },
    })
  const computing = useDo(computeValues)
  const compute = () =>
    computing.run({ cycleId }).then(
      ({ computed }) => void message.success(text.computedAll(computed)),
      () => undefined,
    )
  const [valueId, setValueId] = useAddressValue('value')
  const [entry, setEntry] = useState<{ readonly way: 'enter' | 'correct'; readonly entry: Entry } | null>(null)
  const filtered = Object.keys(filter.chosen).length > 0
  const importButton = mayRecord && <Button onClick={() => go('/run/values/import')}>{text.importFile}</Button>
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          mayRecord && (
            <Button type="primary" onClick={() => setEntry({ way: 'enter', entry: BLANK })}>
              {text.enter}
            </Button>
          )
        }
        more={
          mayRecord
            ? [
                { key: 'import', text: text.importFile, onClick: () => go('/run/values/import') },
                { key: 'compute', text: text.computeAll, onClick: () => void compute() },
              ]
            : []
        }
      />
      <ValueTabs at="values" />
      <ValueFilters cycleId={cycleId} filter={filter} />
      {verifiable.length > 0 && (
        <div className="mp-row mp-run-verify">
          <span>{text.toVerify(verifiable.length)}</span>
          <Button onClick={verifyAll}>{text.verifyShown(verifiable.length)}</Button>
        </div>
      )}
      {values.length < total && <Alert type="info" showIcon title={text.cut(values.length, total)} />}
      {verifying.refused !== null && <RefusalNote refused={verifying.refused} />}
      {computing.refused !== null && <RefusalNote refused={computing.refused} />}
      <ValueTable
        values={values}
        onOpen={setValueId}
        empty={
          filtered ? (
            <Empty title={text.noneFiltered} sentence={text.noneFilteredSay} />
          ) : (
            <Empty title={text.none} sentence={text.noneSay} next={importButton} />
          )
        }
      />
      {valueId !== null && (
        <ValueDrawer
          valueId={valueId}
          onCorrect={(value) => setEntry({ way: 'correct', entry: entryOfValue(value) })}
          onClose={() => setValueId(null)}
        />
      )}
      {entry !== null && <EntryDialog cycleId={cycleId} entry={entry.entry} way={entry.way} onClose={() => setEntry(null)} />}
    </>
  )
}
