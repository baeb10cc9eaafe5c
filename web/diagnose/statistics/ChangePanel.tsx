import { compareWaves } from '@milepost/contract/diagnose/statistics'
import { listWaves } from '@milepost/contract/diagnose/waves'
import { Select } from 'antd'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue } from '../../platform/address.tsx'
import { useAsk, useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { cut } from '../results/percent.ts'
import { saidP } from './statistics.ts'
import { en, zh } from './text.ts'

/** This wave against another one: what changed, and whether by more than chance. */
export function ChangePanel({ waveId }: { readonly waveId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [before, setBefore] = useAddressValue('before')
  const others = useAsk(listWaves, {}).waves.filter((wave) => wave.waveId !== waveId)
  const { answer, refused } = useAskMaybe(compareWaves, before === null ? null : { waveId, before })
  if (others.length === 0) return null
  return (
    <Panel folds title={text.change} sentence={text.changeSay}>
      <Select
        aria-label={text.chooseWave}
        placeholder={text.chooseWave}
        style={{ width: 360, maxWidth: '100%', marginBottom: 12 }}
        allowClear
        value={before}
        onChange={(value) => setBefore(value ?? null)}
        options={others.map((wave) => ({ value: wave.waveId, label: `${pick(wave.name)} (${wave.openedOn})` }))}
      />
      {refused && <RefusalNote refused={refused} />}
      {before !== null && answer && (
        <>
          {answer.leftOut.map((one) => (
            <p key={one.construct}>{text.leftOut(pick(one.name), one.items.join(', '))}</p>
          ))}
          <DataTable
            label={text.change}
            plain
            exportAs="change"
            rows={answer.constructs}
            rowKey={(row) => row.construct}
            columns={[
              { key: 'construct', title: text.construct, value: (row) => `${row.construct} ${pick(row.name)}` },
              {
                key: 'before',
                title: text.before,
                kind: 'number',
                value: (row) => row.before,
                show: (row) => `${cut(row.before, 2)} (${row.nBefore})`,
                width: 120,
              },
              {
                key: 'after',
                title: text.after,
                kind: 'number',
                value: (row) => row.after,
                show: (row) => `${cut(row.after, 2)} (${row.nAfter})`,
                width: 120,
              },
              {
                key: 'difference',
                title: text.diff,
                kind: 'number',
                value: (row) => row.difference,
                show: (row) => cut(row.difference, 2),
                width: 90,
              },
              {
                key: 'interval',
                title: text.interval,
                value: (row) => (row.interval ? `${cut(row.interval.low, 2)} – ${cut(row.interval.high, 2)}` : '–'),
                width: 130,
              },
              {
                key: 'p',
                title: text.adjusted,
                kind: 'number',
                value: (row) => row.adjustedP,
                show: (row) => saidP(row.adjustedP, text),
                width: 110,
              },
              { key: 'verdict', title: text.verdict, value: (row) => text.verdicts[row.verdict], width: 140 },
            ]}
          />
        </>
      )}
    </Panel>
  )
}
