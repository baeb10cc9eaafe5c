import { formFor, ratingItemsOf } from '../appraise/rating/items.ts'
import type { Library } from '../platform/library.ts'
import type { Table } from '../platform/spreadsheet/table.ts'
import { chanceOf, within } from './chance.ts'
import { POSTS } from './content/posts.ts'
import { aliasOf, skillIn } from './skill.ts'
import { JOINERS, RETIRING, STAFF, type StaffMember, superiorOf } from './staff.ts'
import { tableOf } from './tables.ts'

type Rated = { readonly employeeNo: string; readonly participation: { readonly takesPart: boolean } }

/** Paper sheets as the office types them in: one from the superior, a few from colleagues, for heads from their own people too. */
export function ratingsTable(library: Library, appraisals: readonly Rated[]): Table {
  const classes = new Map(POSTS.map((post) => [post.code, post.postClass]))
  const everybody = [...STAFF, ...JOINERS]
  const skill = skillIn(2025)
  const rows = appraisals.flatMap(({ employeeNo, participation }) => {
    const member = everybody.find((one) => one.employeeNo === employeeNo)
    if (!member || !participation.takesPart) return []
    const items = ratingItemsOf(library, formFor(classes.get(member.postCode) ?? 'management'))
    const standing = skill({ kind: 'person', code: employeeNo })
    const sheet = (group: string, rater: string, at: number) => {
      const chance = chanceOf(`rating/${aliasOf(employeeNo)}/${group}/${at}`)
      const own = chance.around(62 + standing * 32, 2.2)
      const given = items.map(({ code }) => [code, String(within(Math.round(chance.around(own, 2)), 55, 100))])
      return { employeeNo, group, rater, criteria: group === 'superior' ? criteriaFor(standing) : null, ...Object.fromEntries(given) }
    }
    return [
      sheet('superior', superiorOf(employeeNo), 0),
      ...peersOf(member, everybody).map((peer, at) => sheet('peers', peer.employeeNo, at)),
      ...subordinatesOf(member, everybody).map((one, at) => sheet('subordinates', one.employeeNo, at)),
    ].filter(({ rater }) => rater !== RETIRING.employeeNo)
  })
  return tableOf('ratings.csv', rows)
}

/** The superior looks at the criteria of the regulation; nobody is put down to fill a grade. */
const criteriaFor = (standing: number) => (standing > 0.94 ? 'excellent' : standing < 0.6 ? 'basic' : 'qualified')

const peersOf = (member: StaffMember, everybody: readonly StaffMember[]) =>
  everybody.filter((one) => one.unitCode === member.unitCode && one.employeeNo !== member.employeeNo && !one.isHead).slice(0, 4)

const subordinatesOf = (member: StaffMember, everybody: readonly StaffMember[]) =>
  member.isHead ? everybody.filter((one) => one.unitCode === member.unitCode && !one.isHead).slice(0, 6) : []
