import { Refusal } from '@milepost/contract/refusals'
import { downloadMidYear, type MidYearMatters } from '@milepost/contract/run/checkIns'
import { roundHalfAway } from '@milepost/exact/rounding'
import { findCycle, findInstitutionRow, findPerson, listUnits, personSubject } from '../../institution/published.ts'
import { dayIn } from '../../platform/http/clock.ts'
import { serve } from '../../platform/http/serve.ts'
import {
  type Block,
  DOCX,
  dayInWords,
  form,
  type Language,
  line,
  list,
  picking,
  sealed,
  title,
  toDocx,
} from '../../platform/papers/sheet.ts'
import { readHolderNames } from '../scoring/readDue.ts'
import { listCheckIns } from './data.ts'
import { en, zh } from './midYearWords.ts'

const ALWAYS = { startsOn: '0001-01-01', endsOn: '9999-12-31' }

/** The record both sides keep: the plan as it stood on the day, what was said of it, what is to be changed, and the two signatures. */
export const downloadMidYearRoute = serve(downloadMidYear, {
  subject: async ({ tx, institutionId, input, today }) => {
    const [review] = await listCheckIns(tx, institutionId, { checkInId: input.checkInId })
    return review ? personSubject(tx, institutionId, review.personId, today) : null
  },
  run: async ({ tx, institutionId, input, config }) => {
    const [review] = await listCheckIns(tx, institutionId, { checkInId: input.checkInId })
    const cycle = review && (await findCycle(tx, institutionId, review.cycleId))
    if (!review?.matters || !cycle) throw new Refusal('not-found')
    const { language } = input
    const text = language === 'zh' ? zh : en
    const pick = picking(language)
    const names = await readHolderNames(tx, institutionId, ALWAYS)
    const nameOf = (personId: string) => pick({ ...names({ kind: 'person', personId }).name })
    const person = await findPerson(tx, institutionId, review.personId, review.heldOn)
    const unit = (await listUnits(tx, institutionId)).find((one) => one.unitId === person?.unitId)
    const institution = await findInstitutionRow(tx, institutionId)
    const label = (said: string) => ({ text: said, label: true as const })
    const said = (name: string, words: string, least: number) => ({
      cells: [label(name), { text: words === '' ? text.nothing : words, span: 3 }],
      least,
    })
    const blocks: Block[] = [
      title(text.title(cycle.year)),
      form(
        [16, 34, 16, 34],
        [
          { cells: [label(text.name), { text: nameOf(review.personId) }, label(text.head), { text: nameOf(review.headPersonId) }] },
          {
            cells: [
              label(text.unit),
              { text: unit ? pick(unit.name) : '' },
              label(text.post),
              { text: person ? pick(person.post.title) : '' },
            ],
          },
          {
            cells: [
              label(text.heldOn),
              { text: dayInWords(review.heldOn, language) },
              label(text.asOf),
              { text: dayInWords(review.matters.asOf, language) },
            ],
          },
        ],
      ),
      line(text.items, { bold: true, stays: true }),
      ...(review.matters.items.length === 0
        ? [line(text.noItems)]
        : [list([32, 13, 34, 21], text.headings, itemRows(review.matters, language))]),
      line(text.goals, { bold: true, stays: true }),
      ...(review.matters.goals.length === 0
        ? [line(text.noGoals)]
        : [
            list(
              [56, 22, 22],
              text.goalHeadings,
              review.matters.goals.map((goal) => [pick(goal.title), goal.dueOn, text.goalStates[goal.state]]),
            ),
          ]),
      line('', { stays: true }),
      form(
        [16, 34, 16, 34],
        [
          said(text.progress, review.progress, 2),
          said(text.support, review.support, 1.2),
          said(text.nextStep, review.nextStep, 1.2),
          said(text.changes, review.changes, 1.2),
          {
            cells: [label(text.headSigns), { text: '', foot: text.signHere }, label(text.personSigns), { text: '', foot: text.signHere }],
            least: 1.4,
          },
        ],
      ),
      line(
        review.confirmedByPersonAt === null
          ? text.waits
          : text.confirmed(dayInWords(dayIn(config.timeZone, review.confirmedByPersonAt), language)),
      ),
      ...sealed(institution ? pick({ zh: institution.name_zh, en: institution.name_en }) : '', review.heldOn, language),
    ]
    return { fileName: `${text.file}-${review.heldOn}.docx`, mediaType: DOCX, bytes: await toDocx(blocks, language) }
  },
})

function itemRows(matters: MidYearMatters, language: Language): string[][] {
  const text = language === 'zh' ? zh : en
  const pick = picking(language)
  return matters.items.map((item) => [
    item.of === 'unit' ? text.ofUnit(pick(item.name)) : pick(item.name),
    item.target === null ? text.nothing : `${item.target} ${pick(item.unit)}`,
    item.actual === null
      ? text.nothing
      : `${roundHalfAway(item.actual, 2)} ${pick(item.unit)}${item.period === null ? '' : text.of(item.period)}`,
    [
      item.why === null ? text.fine(item.score) : text.why[item.why],
      ...(item.silent.length === 0 ? [] : [item.silent.join(text.and)]),
    ].join('\n'),
  ])
}
