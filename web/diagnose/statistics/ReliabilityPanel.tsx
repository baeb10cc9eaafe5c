import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { cut } from '../results/percent.ts'
import { type Statistics, saidP } from './statistics.ts'
import { en, zh } from './text.ts'

type ReliabilityPanelProps = { readonly statistics: Statistics }

export function ReliabilityPanel({ statistics }: ReliabilityPanelProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const reasons: Readonly<Record<string, string>> = text.reasons
  const { validity } = statistics
  const items = statistics.reliability.flatMap((table) => table.items.map((item) => ({ ...item, construct: table.construct })))
  return (
    <>
      <Panel folds title={text.reliability} sentence={text.reliabilitySay}>
        <DataTable
          label={text.reliability}
          plain
          exportAs="reliability"
          rows={statistics.reliability}
          rowKey={(row) => row.construct}
          columns={[
            {
              key: 'construct',
              title: text.construct,
              value: (row) => `${row.construct} ${pick(row.name)}`,
              // else a phone breaks it to a letter a line
              show: (row) => <div style={{ minWidth: 130 }}>{`${row.construct} ${pick(row.name)}`}</div>,
            },
            { key: 'k', title: text.items, kind: 'number', value: (row) => row.k, width: 80 },
            { key: 'n', title: text.n, kind: 'number', value: (row) => row.n, width: 90 },
            {
              key: 'alpha',
              title: text.alpha,
              kind: 'number',
              value: (row) => row.alpha,
              show: (row) => (row.because ? (reasons[row.because] ?? row.because) : cut(row.alpha, 3)),
              width: 110,
            },
            {
              key: 'standardised',
              title: text.standardised,
              kind: 'number',
              value: (row) => row.standardisedAlpha,
              show: (row) => cut(row.standardisedAlpha, 3),
              width: 110,
            },
            {
              key: 'interval',
              title: text.interval,
              value: (row) => (row.interval ? `${cut(row.interval.low, 3)} – ${cut(row.interval.high, 3)}` : '–'),
              width: 140,
            },
            {
              key: 'r',
              title: text.averageR,
              kind: 'number',
              value: (row) => row.averageR,
              show: (row) => cut(row.averageR, 3),
              width: 120,
            },
          ]}
        />
        <DataTable
          label={text.item}
          plain
          exportAs="item-total"
          rows={items}
          rowKey={(row) => row.code}
          columns={[
            { key: 'construct', title: text.construct, value: (row) => row.construct, width: 80 },
            { key: 'code', title: text.code, value: (row) => row.code, width: 80 },
            {
              key: 'item',
              title: text.item,
              value: (row) => `${pick(row.text)}${row.reverse ? ` (${text.reversed})` : ''}`,
              // else a phone breaks it to a word a line
              show: (row) => (
                <div style={{ minWidth: 240 }}>
                  {pick(row.text)}
                  {row.reverse && ` (${text.reversed})`}
                </div>
              ),
            },
            { key: 'mean', title: text.mean, kind: 'number', value: (row) => row.mean, show: (row) => cut(row.mean, 2), width: 80 },
            { key: 'sd', title: text.sd, kind: 'number', value: (row) => row.sd, show: (row) => cut(row.sd, 2), width: 80 },
            {
              key: 'citc',
              title: text.citc,
              kind: 'number',
              value: (row) => row.itemRest,
              show: (row) => cut(row.itemRest, 3),
              width: 100,
            },
            {
              key: 'dropped',
              title: text.dropped,
              kind: 'number',
              value: (row) => row.ifDropped,
              show: (row) => (row.ifDropped === null ? '–' : cut(row.ifDropped, 3)),
              width: 110,
            },
          ]}
        />
      </Panel>
      <Panel folds title={text.validity}>
        <p>
          {validity.kmo === null
            ? text.validityNone(
                `${reasons[validity.because ?? ''] ?? validity.because ?? ''}${validity.subjects.length > 0 ? ` (${validity.subjects.join(', ')})` : ''}`,
              )
            : text.validitySentence(
                cut(validity.kmo, 3),
                text.kmoWord(validity.kmo),
                cut(validity.chi2, 1),
                validity.df ?? 0,
                saidP(validity.p, text),
                validity.n,
              )}
        </p>
        {validity.weakest.length > 0 && <p>{text.weakest(validity.weakest.map((one) => `${one.code} ${cut(one.msa, 2)}`).join(', '))}</p>}
      </Panel>
    </>
  )
}
