import type { YearOfChange } from '@milepost/contract/open/change'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

type Remedy = YearOfChange['remedies'][number]

/** Each remedy chosen in the first wave, by the sign that was written down for it. */
export function RemediesTold({ change }: { readonly change: YearOfChange }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayRead = useMay('diagnosis.read')
  const reached = change.remedies.filter(({ verdict }) => verdict === 'reached').length
  const written = ({ sign }: Remedy, value: number | null | undefined) =>
    value === null || value === undefined ? '–' : value.toFixed(sign.kind === 'construct' ? 1 : 2)
  return (
    <Panel
      title={change.remedies.length === 0 ? text.remedies : `${text.remedies} · ${text.remediesReached(reached, change.remedies.length)}`}
      sentence={text.remediesSay}
      acts={mayRead && <PageLink href={`/diagnose/${change.before.waveId}/board`}>{text.board}</PageLink>}
    >
      {change.remedies.length === 0 ? (
        <p className="mp-soft">{text.noRemedies}</p>
      ) : (
        <DataTable
          label={text.remedies}
          plain
          rows={change.remedies}
          rowKey={(row) => row.remedyId}
          exportAs={text.fileName}
          onPhone="cards"
          columns={[
            {
              key: 'name',
              title: text.remedy,
              value: (row) => pick(row.name),
              show: (row) =>
                mayRead ? (
                  <PageLink href={`/diagnose/${change.before.waveId}/board?at=r:${row.remedyId}`}>{pick(row.name)}</PageLink>
                ) : (
                  pick(row.name)
                ),
            },
            { key: 'answers', title: text.answers, value: (row) => pick(row.answersName) },
            { key: 'sign', title: text.sign, value: (row) => text.signOf[row.sign.kind](pick(row.sign.name), row.sign.least) },
            {
              key: 'before',
              title: text.before,
              kind: 'number',
              value: (row) => row.outcome?.before ?? null,
              show: (row) => written(row, row.outcome?.before),
              width: 80,
            },
            {
              key: 'after',
              title: text.after,
              kind: 'number',
              value: (row) => row.outcome?.after ?? null,
              show: (row) => written(row, row.outcome?.after),
              width: 80,
            },
            {
              key: 'g',
              title: text.g,
              kind: 'number',
              value: (row) => row.move?.g ?? null,
              show: ({ move }) =>
                move === null || move.g === null ? (
                  '–'
                ) : (
                  <span title={text.moveOf(move.difference, move.interval)}>{`${text.size(move.g)} ${move.g.toFixed(2)}`}</span>
                ),
              width: 130,
            },
            { key: 'result', title: text.result, value: (row) => text.remedyVerdicts[row.verdict], filter: true, width: 130 },
          ]}
        />
      )}
    </Panel>
  )
}
