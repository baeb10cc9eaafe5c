import { readCycles } from '@milepost/contract/institution/cycles'
import { listRestatable, readRestatement } from '@milepost/contract/open/restatement'
import { Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Field } from '../../parts/Field.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../open.css'
import { en, zh } from './text.ts'

const READABLE = /^-?\d{1,15}(\.\d{1,9})?$/

/** What a corrected value would change, tried out on the frozen inputs of the newest official run. */
export function RestatementPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { cycles, currentCycleId } = useAsk(readCycles, {})
  const [year, setYear] = useAddressValue('year')
  const cycle = cycles.find((one) => String(one.year) === year) ?? cycles.find((one) => one.cycleId === currentCycleId) ?? cycles[0]
  const { answer } = useAskMaybe(listRestatable, cycle ? { cycleId: cycle.cycleId } : null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [actual, setActual] = useState('')
  const places = new Map((answer?.places ?? []).map((one) => [`${one.measureCode} ${one.unitCode ?? ''} ${one.period}`, one]))
  const place = places.get(chosen ?? '')
  const typed = useDeferredValue(actual.trim())
  const asked =
    cycle && place && READABLE.test(typed)
      ? {
          cycleId: cycle.cycleId,
          measureCode: place.measureCode,
          period: place.period,
          actual: typed,
          ...(place.unitCode === null ? {} : { unitCode: place.unitCode }),
        }
      : null
  const impact = useAskMaybe(readRestatement, asked)
  const shown = asked === null ? null : impact.answer
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={
          cycle && (
            <Select
              aria-label={text.year}
              value={cycle.year}
              onChange={(next) => setYear(String(next))}
              options={cycles.map((one) => ({ value: one.year, label: pick(one.name) }))}
            />
          )
        }
      />
      {answer && answer.run === null && <Empty title={text.none} sentence={text.noneSays} />}
      {answer && answer.run !== null && (
        <div className="mp-sheets">
          <Panel>
            <div className="mp-form">
              <Field label={text.place} hint={text.placeHint}>
                {(control) => (
                  <Select
                    {...control}
                    showSearch={{ optionFilterProp: 'label' }}
                    style={{ width: '100%', maxWidth: 640 }}
                    value={chosen}
                    onChange={setChosen}
                    options={[...places].map(([value, one]) => ({
                      value,
                      label: `${one.measureCode} ${pick(one.measure)} · ${pick(one.holder)} · ${one.period} · ${one.actual ?? '–'}`,
                    }))}
                  />
                )}
              </Field>
              <Field label={text.actual}>
                {(control) => (
                  <Input
                    {...control}
                    inputMode="decimal"
                    style={{ maxWidth: 200 }}
                    value={actual}
                    onChange={({ target }) => setActual(target.value)}
                  />
                )}
              </Field>
            </div>
          </Panel>
          {impact.refused && asked !== null && <RefusalNote refused={impact.refused} />}
          {shown && (
            <Panel
              title={text.cards}
              sentence={shown.cards.length === 0 ? text.nothing : text.sum(shown.counts.scores, shown.counts.bands, shown.counts.ranks)}
            >
              <p>
                {shown.pay.length === 0
                  ? text.noPay
                  : shown.pay.map((one) => text.pay(pick(one.pool), one.raised, one.lowered, yuanOfFen(one.movedFen))).join(' ')}
              </p>
              <DataTable
                label={text.cards}
                rows={shown.cards}
                rowKey={(row) => row.cardId}
                href={(row) => `/open/tickets/cards/${row.cardId}`}
                exportAs={text.fileName}
                onPhone="cards"
                columns={[
                  { key: 'holder', title: text.holder, value: (row) => pick(row.holder) },
                  { key: 'scope', title: text.scope, value: (row) => text.scopes[row.scope], filter: true, width: 110 },
                  { key: 'score', title: text.score, value: (row) => moved(row.before.official, row.after.official), width: 160 },
                  { key: 'band', title: text.band, value: (row) => moved(row.before.band, row.after.band), width: 110 },
                  {
                    key: 'rank',
                    title: text.rank,
                    value: (row) => moved(row.before.rank === null ? null : String(row.before.rank), String(row.after.rank ?? '–')),
                    width: 110,
                  },
                  {
                    key: 'lines',
                    title: text.lines,
                    value: (row) => row.lines.map((line) => `${pick(line.name)} ${moved(line.before, line.after)}`).join('; '),
                  },
                ]}
              />
            </Panel>
          )}
        </div>
      )}
    </>
  )
}

const moved = (before: string | null, after: string | null) => (before === after ? (after ?? '–') : `${before ?? '–'} → ${after ?? '–'}`)
