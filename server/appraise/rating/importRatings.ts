import { importRatings, ratingsTemplate } from '@milepost/contract/appraise/ratings'
import { Refusal } from '@milepost/contract/refusals'
import { RATER_GROUPS } from '@milepost/terms/appraisal'
import { GRADES } from '@milepost/terms/grades'
import { type Cycle, findCycle, listPeople, listPeopleDuring } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import type { Library } from '../../platform/library.ts'
import { newId } from '../../platform/newId.ts'
import {
  choiceColumn,
  choiceColumnOr,
  optionalDecimalColumn,
  optionalTextColumn,
  textColumn,
} from '../../platform/spreadsheet/cellKinds.ts'
import type { CellProblem, Column, Columns } from '../../platform/spreadsheet/columns.ts'
import { readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows, type JudgedRow } from '../../platform/spreadsheet/importRows.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { appraisalRows } from '../data.ts'
import { areTied, tiesInForce } from '../record/tiesData.ts'
import { libraryAt } from '../rulePack.ts'
import { listRatings, type NewRating, saveRatings } from './data.ts'
import { invalidRatings, ratingItems, readForms } from './items.ts'

const NO_GRADE = { none: { zh: '无', en: 'none' } } as const
const { ungraded: _never, ...DECIDED } = GRADES
const POSTS = { main: { zh: '主岗', en: 'main' }, second: { zh: '兼任岗位', en: 'second' } } as const

const FIXED = {
  employeeNo: textColumn({ heading: { zh: '被评人工号', en: 'Rated employee no.' }, example: '1001' }),
  group: choiceColumn({ heading: { zh: '评分人类别', en: 'Rater group' }, choices: RATER_GROUPS, example: '上级' }),
  rater: textColumn({ heading: { zh: '评分人', en: 'Rater' }, example: '1002' }),
  criteria: choiceColumnOr({
    heading: { zh: '对照标准', en: 'Criteria' },
    choices: { ...DECIDED, ...NO_GRADE },
    otherwise: 'none',
    example: '合格',
  }),
  comment: optionalTextColumn({ heading: { zh: '评语', en: 'Comment' }, example: '' }),
  // Art. 39: which of two posts; left empty it is the main one
  post: choiceColumnOr({ heading: { zh: '所评岗位', en: 'Post rated' }, choices: POSTS, otherwise: 'main', example: '主岗' }),
}

/** One file for people of every class: a row fills in the columns of its own sheet. */
function itemColumns(library: Library): Record<string, Column<string | null>> {
  return Object.fromEntries(
    ratingItems(library).map((item) => [
      item.code,
      optionalDecimalColumn({ heading: { zh: item.text.zh, en: item.text.en }, example: '85' }),
    ]),
  )
}

/** Paper sheets typed in by the office: one row a rater and a person rated. */
export const importRatingsRoute = serve(importRatings, {
  run: async ({ tx, institutionId, input, table, library: all, now, today, audit }) => {
    const cycle = await findCycle(tx, institutionId, input.cycleId)
    if (!cycle) throw new Refusal('not-found')
    const library = libraryAt(all, cycle.endsOn)
    const appraisals = new Map((await appraisalRows(tx, institutionId, input.cycleId).execute()).map((row) => [row.employee_no, row]))
    const people = new Map((await listPeople(tx, institutionId, today)).map((person) => [person.employeeNo, person.personId]))
    const gone = await leftBefore(tx, institutionId, cycle)
    const known = new Map(
      (await listRatings(tx, institutionId, input.cycleId)).map((one) => [
        `${one.appraisal_id}|${one.for_post}|${one.rater_group}|${one.rater_key}`,
        one,
      ]),
    )
    const formOf = await readForms(tx, institutionId)
    const ties = await tiesInForce(tx, institutionId)
    const fixed = readRows(table, FIXED)
    const columns = itemColumns(library)
    const rated = readRows(table, columns)
    const seen = new Map<string, number>()
    const rows = fixed.map((row, at): JudgedRow<NewRating> => {
      const items = rated[at]
      const key = row.values?.employeeNo ?? ''
      const problems: CellProblem[] = [...row.problems, ...(items?.problems ?? [])]
      if (!row.values || !items?.values) return { row: row.row, key, judged: { verdict: 'wrong', problems } }
      const appraisal = appraisals.get(row.values.employeeNo)
      const given = Object.fromEntries(Object.entries(items.values).flatMap(([code, value]) => (value === null ? [] : [[code, value]])))
      for (const field of invalidRatings(given, library, appraisal ? formOf(appraisal, row.values.post) : null))
        problems.push({ column: headingOf(columns[field.pointer.slice('/items/'.length)]), message: { zh: field.zh, en: field.en } })
      if (!appraisal)
        problems.push(
          say(FIXED.employeeNo, '该工号不在本周期的考核名册中。', 'This employee number is not among the appraisals of the cycle.'),
        )
      else if (appraisal.state !== 'enrolled' && appraisal.state !== 'scored')
        problems.push(
          say(
            FIXED.employeeNo,
            '该员工已进入等次评定，评分不能再录入或修改（考核规定第17条）。',
            'Grades are being decided for this person; ratings are no longer taken or changed (Appraisal rules, Art. 17).',
          ),
        )
      if (appraisal && people.get(row.values.rater) === appraisal.person_id)
        problems.push(
          say(
            FIXED.rater,
            '不能给本人评分：本人事项应当回避（《事业单位人事管理条例》第39条）。',
            'Nobody rates themselves: one is recused from the own case (Personnel Regulation, Art. 39).',
          ),
        )
      if (appraisal && areTied(ties, appraisal.person_id, people.get(row.values.rater) ?? ''))
        problems.push(
          say(
            FIXED.rater,
            '评分人与被评人有应回避的关系（《事业单位人事管理条例》第39条）。',
            'The rater is tied to the person rated and recused (Personnel Regulation, Art. 39).',
          ),
        )
      const leftOn = gone.get(row.values.rater)
      if (leftOn !== undefined)
        problems.push(
          say(
            FIXED.rater,
            `评分人已于 ${leftOn} 离开本单位，不能评分（考核规定第38条：由现单位考核，原单位只提供情况）。`,
            `The rater left on ${leftOn} and cannot rate (Appraisal rules, Art. 38: the present unit appraises).`,
          ),
        )
      if (appraisal && row.values.post === 'second' && appraisal.second_post_id === null)
        problems.push(say(FIXED.post, '该员工只有一个岗位（第39条）。', 'This person holds one post only (Art. 39).'))
      if (Object.keys(given).length === 0) problems.push(say(FIXED.rater, '本行没有任何评分。', 'The row has no rating.'))
      const raterPersonId = people.get(row.values.rater) ?? null
      const raterKey = raterPersonId ?? row.values.rater
      const mark = `${appraisal?.appraisal_id}|${row.values.post}|${row.values.group}|${raterKey}`
      const before = seen.get(mark)
      if (before !== undefined) problems.push(say(FIXED.rater, `与第 ${before} 行重复。`, `Occurs in row ${before} already.`))
      seen.set(mark, row.row)
      if (problems.length > 0 || !appraisal) return { row: row.row, key, judged: { verdict: 'wrong', problems } }
      const save: NewRating = {
        ratingId: newId(),
        appraisalId: appraisal.appraisal_id,
        group: row.values.group,
        forPost: row.values.post,
        raterPersonId,
        raterKey,
        onBehalfOf: null,
        items: given,
        criteriaGrade: row.values.group === 'superior' && row.values.criteria !== 'none' ? row.values.criteria : null,
        comment: row.values.comment,
        at: now,
      }
      const old = known.get(mark)
      if (!old) return { row: row.row, key, judged: { verdict: 'new', save } }
      const same = contentHash([old.items, old.criteria_grade, old.comment]) === contentHash([save.items, save.criteriaGrade, save.comment])
      return { row: row.row, key, judged: same ? { verdict: 'same' } : { verdict: 'changed', save } }
    })
    const report = await importRows(input.step, rows, (right) =>
      saveRatings(
        tx,
        institutionId,
        right.map((one) => one.save),
      ),
    )
    const ratedAppraisals = [...new Set(rows.flatMap(({ judged }) => ('save' in judged ? [judged.save.appraisalId] : [])))]
    audit({
      kind: 'cycle',
      id: input.cycleId,
      detail: { step: input.step, saved: report.saved, ...report.counts, ...(report.saved ? { appraisals: ratedAppraisals } : {}) },
    })
    return report
  },
})

/** Who left before the year was over rates nobody of it. A sheet filled in after that, before its rater left, may still be typed in. */
async function leftBefore(tx: Tx, institutionId: string, { startsOn, endsOn }: Cycle): Promise<ReadonlyMap<string, string>> {
  const people = await listPeopleDuring(tx, institutionId, { from: startsOn, to: endsOn })
  return new Map(people.flatMap(({ employeeNo, leftOn }) => (leftOn !== null && leftOn < endsOn ? [[employeeNo, leftOn]] : [])))
}

const headingOf = (column: Columns[string] | undefined) => (column ? `${column.heading.zh} / ${column.heading.en}` : '')
const say = (column: Columns[string], zh: string, en: string): CellProblem => ({ column: headingOf(column), message: { zh, en } })

export const ratingsTemplateRoute = serve(ratingsTemplate, {
  run: async ({ tx, institutionId, input, library: all, today }) => {
    const cycle = input.cycleId === undefined ? null : await findCycle(tx, institutionId, input.cycleId)
    const library = libraryAt(all, cycle?.endsOn ?? today)
    return writeTemplate(
      input.language === 'zh' ? '评分导入模板.xlsx' : 'ratings-template.xlsx',
      { ...FIXED, ...itemColumns(library) },
      input.language,
    )
  },
})
