import { readYearSegments } from '@milepost/contract/appraise/history'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'

const zh = {
  title: '本年任职分段',
  says: (least: number, unit: string | null) =>
    `调动或更换上级时分段，由当时的上级评分，按天数加权；不足 ${least} 天的只提供情况。${unit === null ? '没有超过半年的部门，由现部门考核并听取原部门意见。' : `任职超过半年的部门：${unit}。`}`,
  without: (days: number) => `本年有 ${days} 天没有任职。`,
  unit: '部门',
  superior: '上级',
  from: '起止',
  days: '天数',
  how: '评分',
  second: '兼任岗位',
  rated: '已评分',
  waits: '待评分',
  by: (day: string) => `应于 ${day} 前评分`,
  comment: '只提供情况',
}
const en: typeof zh = {
  title: 'The year in stretches',
  says: (least, unit) =>
    `At every move or change of superior a stretch begins, rated by who stood above then and weighted by days; under ${least} days it gives facts only. ${unit === null ? 'No unit had more than half of the year: the present one appraises and hears the others.' : `More than half of the year: ${unit}.`}`,
  without: (days) => `${days} days of the year without a post.`,
  unit: 'Unit',
  superior: 'Superior',
  from: 'From – to',
  days: 'Days',
  how: 'Rating',
  second: 'second post',
  rated: 'rated',
  waits: 'waits',
  by: (day) => `to be rated by ${day}`,
  comment: 'facts only',
}

/** Shown where the year has more than one stretch: who rates which part of it, and by when. */
export function SegmentsPanel({ cycleId, personId }: { readonly cycleId: string; readonly personId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { answer } = useAskMaybe(readYearSegments, { cycleId, personId })
  if (!answer || answer.segments.length < 2) return null
  return (
    <Panel title={text.title} sentence={text.says(answer.leastDays, answer.unitOfMostTime && pick(answer.unitOfMostTime))}>
      {answer.daysWithout > 0 && <p className="mp-soft">{text.without(answer.daysWithout)}</p>}
      <DataTable
        label={text.title}
        plain
        onPhone="cards"
        rows={answer.segments}
        rowKey={(row) => `${row.post} ${row.from}`}
        columns={[
          { key: 'from', title: text.from, value: (row) => `${row.from} – ${row.to}`, width: 210 },
          { key: 'unit', title: text.unit, value: (row) => `${pick(row.unit)}${row.post === 'second' ? ` · ${text.second}` : ''}` },
          { key: 'superior', title: text.superior, value: (row) => row.superior ?? '–', width: 110 },
          { key: 'days', title: text.days, kind: 'number', value: (row) => row.days, width: 80 },
          {
            key: 'how',
            title: text.how,
            value: (row) =>
              row.rated
                ? text.rated
                : !row.scored
                  ? text.comment
                  : row.rateBy === null
                    ? text.waits
                    : `${text.waits} · ${text.by(row.rateBy)}`,
            width: 220,
          },
        ]}
      />
    </Panel>
  )
}
