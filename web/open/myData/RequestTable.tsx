import type { OutputOf } from '@milepost/contract/endpoint'
import type { readCorrections } from '@milepost/contract/open/myData'
import type { ReactNode } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { minuteOf } from '../../platform/instants.ts'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type Request = OutputOf<typeof readCorrections>['requests'][number]
type RequestTableProps = {
  readonly requests: readonly Request[]
  readonly empty?: ReactNode
  /** What can be done about a request that is still open. */
  readonly acts?: (request: Request) => ReactNode
}

/** Requests with what became of them. */
export function RequestTable({ requests, empty, acts }: RequestTableProps) {
  const text = useText({ zh, en })
  return (
    <DataTable
      label={text.requests}
      plain
      onPhone="cards"
      rows={requests}
      rowKey={(row) => row.requestId}
      empty={empty}
      columns={[
        { key: 'asked', title: text.asked, value: (row) => `${minuteOf(row.askedAt)} ${row.askedBy}`, width: 190 },
        { key: 'what', title: text.what, value: (row) => row.what },
        { key: 'wanted', title: text.wanted, value: (row) => row.wanted },
        { key: 'state', title: text.state, value: (row) => text.states[row.state], width: 110 },
        {
          key: 'answer',
          title: text.answer,
          value: (row) => row.answer,
          show: (row) =>
            row.state === 'open'
              ? acts?.(row)
              : `${row.answer}（${row.answeredBy ?? ''} ${row.answeredAt === null ? '' : minuteOf(row.answeredAt)}）`,
        },
      ]}
    />
  )
}
