import type { CorrectionLine } from '@milepost/contract/reward/corrections'
import { DataTable } from '../../parts/DataTable.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { PageLink } from '../../platform/address.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type CorrectionLinesProps = {
  readonly label: string
  readonly lines: readonly CorrectionLine[]
  /** The year of the pool: a name leads to what that person's result brought. */
  readonly year: number
}

/** Everybody a correction concerns: what changed, paid, due, the difference, and what is done about it. */
export function CorrectionLines({ label, lines, year }: CorrectionLinesProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const changedOf = (row: CorrectionLine) => (row.changed.length === 0 ? text.notOwn : row.changed.map(pick).join('; '))
  return (
    <DataTable
      label={label}
      plain={lines.length <= 20}
      onPhone="cards"
      rows={lines}
      rowKey={(row) => row.personId}
      columns={[
        {
          key: 'person',
          title: text.person,
          value: (row) => row.name,
          show: (row) => <PageLink href={`/reward/people/${row.personId}?year=${year}`}>{row.name}</PageLink>,
          width: 110,
        },
        { key: 'unit', title: text.unit, value: (row) => pick(row.unit), width: 150 },
        { key: 'changed', title: text.changed, value: changedOf },
        { key: 'paid', title: text.paid, kind: 'number', value: (row) => row.paidFen, show: (row) => yuanOfFen(row.paidFen), width: 130 },
        { key: 'due', title: text.due, kind: 'number', value: (row) => row.dueFen, show: (row) => yuanOfFen(row.dueFen), width: 130 },
        {
          key: 'difference',
          title: text.difference,
          kind: 'number',
          value: (row) => row.dueFen - row.paidFen,
          show: (row) => signedYuan(row.dueFen - row.paidFen),
          width: 130,
        },
        {
          key: 'from',
          title: text.fromReserve,
          kind: 'number',
          value: (row) => row.fromReserveFen,
          show: (row) => (row.fromReserveFen === 0 ? '' : yuanOfFen(row.fromReserveFen)),
          width: 130,
        },
        { key: 'status', title: text.status, value: (row) => text.standing[row.standing], width: 150 },
      ]}
    />
  )
}

const signedYuan = (fen: number): string => (fen > 0 ? `+${yuanOfFen(fen)}` : yuanOfFen(fen))
