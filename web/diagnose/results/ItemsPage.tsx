import { readItems } from '@milepost/contract/diagnose/results'
import { DataTable } from '../../parts/DataTable.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { cut, percent } from './percent.ts'
import { en, zh } from './text.ts'

export function ItemsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const waveId = useParam('waveId')
  const { items } = useAsk(readItems, { waveId })
  return (
    <>
      <PageHead title={text.itemsTitle} sentence={text.itemsSentence} back={{ href: `/diagnose/${waveId}`, text: text.back }} />
      <DataTable
        label={text.itemsTitle}
        exportAs="items"
        onPhone="cards"
        rows={items}
        rowKey={(row) => row.code}
        columns={[
          { key: 'code', title: '', value: (row) => row.code, width: 110 },
          {
            key: 'text',
            title: text.item,
            value: (row) => pick(row.text),
            show: (row) => (row.reverse ? `${pick(row.text)} (${text.reversed})` : pick(row.text)),
          },
          { key: 'construct', title: text.construct, value: (row) => row.construct, filter: true, width: 90 },
          { key: 'valid', title: text.valid, kind: 'number', value: (row) => row.valid, show: (row) => row.valid ?? '–', width: 80 },
          {
            key: 'missing',
            title: text.missing,
            kind: 'number',
            value: (row) => row.missing,
            show: (row) => row.missing ?? '–',
            width: 80,
          },
          {
            key: 'na',
            title: text.notApplicable,
            kind: 'number',
            value: (row) => row.notApplicable,
            show: (row) => row.notApplicable ?? '–',
            width: 90,
          },
          {
            key: 'mean',
            title: text.mean,
            kind: 'number',
            value: (row) => row.mean,
            show: (row) => (row.mean === null ? '–' : cut(row.mean, 2)),
            width: 80,
          },
          {
            key: 'sd',
            title: text.sd,
            kind: 'number',
            value: (row) => row.sd,
            show: (row) => (row.sd === null ? '–' : cut(row.sd, 2)),
            width: 80,
          },
          {
            key: 'interval',
            title: text.interval,
            value: (row) => (row.interval ? `${cut(row.interval.low, 2)} – ${cut(row.interval.high, 2)}` : '–'),
            width: 120,
          },
          {
            key: 'favourable',
            title: text.favourable,
            kind: 'number',
            value: (row) => row.favourable,
            show: (row) => (row.favourable === null ? '–' : percent(row.favourable)),
            width: 90,
          },
          {
            key: 'distribution',
            title: text.distribution,
            value: (row) =>
              row.hidden
                ? text.hidden
                : row.banded
                  ? text.banded(row.banded.band, row.banded.percent)
                  : row.texts.length > 0
                    ? row.texts.join(' / ')
                    : row.rows
                        .map(
                          (one) =>
                            `${one.category}: ${one.count === null ? text.keptBack : one.validPercent === null ? text.people(one.count) : percent(one.validPercent)}`,
                        )
                        .join(' · '),
          },
        ]}
      />
    </>
  )
}
