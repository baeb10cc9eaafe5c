import { readRatingsGiven, voidRating } from '@milepost/contract/appraise/ratingVoids'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { ALSO, dayOf, GROUPS } from '../words.ts'

const zh = {
  title: '评分清单',
  says: '仅供纪检和领导核查：看不到评分人和分值。作废须写明理由，评分人和被评人本人不能办理；已计分的立即重新计算，前后得分都保留。',
  no: '序号',
  group: '类别',
  items: '已评项',
  paper: '来源',
  online: '系统内评分',
  signs: '迹象',
  alike: '各项分值相同',
  extreme: '满分或不合格而无评语',
  void: '作废',
  voidTitle: '作废这份评分',
  reason: '理由（至少 10 字）',
  log: '已作废',
  scores: (before: string, after: string) => `得分 ${before} → ${after}`,
  locked: '等次已集体决定，作废前须先申请重新开启（第17条）。',
}
const en: typeof zh = {
  title: 'Ratings given',
  says: 'For discipline and leaders who look into them: neither raters nor values are shown. Voiding needs a reason and is not done by the rater or the person rated; a score is computed again at once, and both are kept.',
  no: 'No.',
  group: 'Group',
  items: 'Items rated',
  paper: 'Came by',
  online: 'given here',
  signs: 'Signs',
  alike: 'every item alike',
  extreme: 'full mark or fail without a word',
  void: 'Void',
  voidTitle: 'Void this rating',
  reason: 'Reason (at least 10 characters)',
  log: 'Voided',
  scores: (before, after) => `score ${before} → ${after}`,
  locked: 'The grade has been decided: ask to reopen it first (Art. 17).',
}

type Line = OutputOf<typeof readRatingsGiven>['ratings'][number] & { readonly no: number }

/** Single ratings of one person, by signs alone, to void one with a reason. */
export function RatingsGivenPanel({ appraisalId }: { readonly appraisalId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayVoid = useMay('rating.void')
  const { answer } = useAskMaybe(readRatingsGiven, mayVoid ? { appraisalId } : null)
  const voiding = useDo(voidRating)
  const [chosen, setChosen] = useState<Line | null>(null)
  if (!answer || answer.ratings.length + answer.voided.length === 0) return null
  const nameOf = (group: string) => pick(GROUPS[group] ?? { zh: group, en: group })
  return (
    <Panel title={text.title} sentence={answer.open ? text.says : `${text.says} ${text.locked}`} folds>
      <DataTable
        label={text.title}
        plain
        onPhone="cards"
        rows={answer.ratings.map((one, at): Line => ({ ...one, no: at + 1 }))}
        rowKey={(row) => row.ratingId}
        columns={[
          { key: 'no', title: text.no, kind: 'number', value: (row) => row.no, width: 70 },
          { key: 'group', title: text.group, value: (row) => nameOf(row.group), width: 130 },
          { key: 'items', title: text.items, kind: 'number', value: (row) => row.itemsRated, width: 90 },
          { key: 'paper', title: text.paper, value: (row) => row.paper ?? text.online, width: 150 },
          {
            key: 'signs',
            title: text.signs,
            value: (row) =>
              [...(row.allAlike ? [text.alike] : []), ...(row.extremeWithoutWords ? [text.extreme] : [])].join(pick(ALSO)) || '–',
          },
          {
            key: 'acts',
            title: '',
            acts: true,
            value: () => null,
            width: 90,
            show: (row) =>
              answer.open && (
                <Button size="small" onClick={() => setChosen(row)}>
                  {text.void}
                </Button>
              ),
          },
        ]}
      />
      {answer.voided.length > 0 && <h3 className="mp-part">{text.log}</h3>}
      {answer.voided.map((one) => (
        <p key={one.ratingId} className="mp-under">
          <strong>{nameOf(one.group)}</strong> · {dayOf(one.voidedAt)} {one.voidedBy} · {one.reason}
          {one.scoreBefore !== null && ` · ${text.scores(one.scoreBefore, one.scoreAfter ?? '–')}`}
        </p>
      ))}
      {chosen && (
        <FormDialog
          title={`${text.voidTitle} · ${text.no} ${chosen.no} ${nameOf(chosen.group)}`}
          sentence={text.says}
          fields={[{ key: 'reason', label: text.reason, kind: 'area' }]}
          start={{}}
          acting={voiding}
          okText={text.void}
          onSave={({ reason = '' }) => voiding.run({ ratingId: chosen.ratingId, reason })}
          onClose={() => setChosen(null)}
        />
      )}
    </Panel>
  )
}
