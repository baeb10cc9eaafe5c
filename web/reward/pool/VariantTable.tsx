import { gradeName } from '../../appraise/published.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { yuanOfFen } from '../../parts/figures.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import type { VariantFigures } from './variants.ts'
import { en, zh } from './variantText.ts'

type Row = { readonly key: string; readonly name: string; readonly one: string; readonly other: string }

/** Two variants side by side: spread, heads against the mean, what a grade brings. */
export function VariantTable({ one, other }: { readonly one: VariantFigures; readonly other: VariantFigures }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const spread = (key: string, name: string, of: (spread: Extract<VariantFigures['spread'], { kind: 'described' }>) => string): Row => {
    const show = ({ spread: found }: VariantFigures) => (found.kind === 'described' ? of(found) : '–')
    return { key, name, one: show(one), other: show(other) }
  }
  const leaders = (key: string, name: string, of: (leaders: Extract<VariantFigures['leaders'], { kind: 'known' }>) => string): Row => {
    const show = ({ leaders: found }: VariantFigures) => (found.kind === 'known' ? of(found) : '–')
    return { key, name, one: show(one), other: show(other) }
  }
  const gradeMean = (figures: VariantFigures, grade: string) => {
    const found = figures.byGrade.find((each) => each.grade === grade)
    return found ? yuanOfFen(found.meanFen) : '–'
  }
  const rows: Row[] = [
    spread('mean', text.mean, ({ meanFen }) => yuanOfFen(meanFen)),
    spread('median', text.median, ({ medianFen }) => yuanOfFen(medianFen)),
    spread('highest', text.highest, ({ highestFen }) => yuanOfFen(highestFen)),
    spread('lowest', text.lowest, ({ lowestFen }) => yuanOfFen(lowestFen)),
    spread('ratio', text.ratio, ({ ratio }) => ratio),
    spread('gini', text.gini, ({ gini }) => gini),
    leaders('leaders', text.leaders, ({ ratio }) => ratio),
    leaders('leadersPay', text.leadersPay, ({ shareOfPay }) => `${shareOfPay}%`),
    leaders('leadersPeople', text.leadersPeople, ({ shareOfPeople }) => `${shareOfPeople}%`),
    ...one.byGrade.map(({ grade, people }) => ({
      key: grade,
      name: text.gradeMean(grade === 'undecided' ? text.undecided : pick(gradeName(grade)), people),
      one: gradeMean(one, grade),
      other: gradeMean(other, grade),
    })),
    { key: 'reserve', name: text.reserve, one: yuanOfFen(one.reserveFen), other: yuanOfFen(other.reserveFen) },
  ]
  const [first = '', second = ''] = text.variants
  return (
    <DataTable
      label={text.title}
      plain
      onPhone="cards"
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', title: text.figure, value: (row) => row.name },
        { key: 'one', title: first, kind: 'number', value: (row) => row.one, show: (row) => row.one },
        { key: 'other', title: second, kind: 'number', value: (row) => row.other, show: (row) => row.other },
      ]}
    />
  )
}
