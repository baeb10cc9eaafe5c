import { chanceOf } from './chance.ts'
import { namesBy, type PersonName } from './content/names.ts'
import { LEADERSHIP, OFFICE_STAFFING, STATION_STAFFING, type Staffing, WORK_AREA_STAFFING } from './content/staffing.ts'
import { BUREAU, OFFICES, PLACES, stationCode, UNITS, workAreaCode } from './content/units.ts'

export type StaffMember = PersonName & {
  readonly employeeNo: string
  readonly unitCode: string
  readonly postCode: string
  readonly isHead: boolean
  readonly joinedOn: string
  readonly firstJob: boolean
}

type Seat = { readonly unitCode: string; readonly postCode: string; readonly isHead: boolean }

const seatsOf = (unitCode: string, { head, staff }: Staffing): Seat[] => [
  { unitCode, postCode: head, isHead: true },
  ...staff.flatMap(([postCode, people]) => Array.from({ length: people }, () => ({ unitCode, postCode, isHead: false }))),
]

const leadership = LEADERSHIP.map((postCode, at): Seat => ({ unitCode: BUREAU.unitCode, postCode, isHead: at === 0 }))

const seats: readonly Seat[] = [
  ...OFFICES.flatMap(({ code }) => seatsOf(code, OFFICE_STAFFING[code] ?? { head: 'KZ', staff: [] })),
  ...PLACES.flatMap((place, p) => [
    ...seatsOf(stationCode(place), STATION_STAFFING),
    ...place.areas.flatMap((_, a) => seatsOf(workAreaCode(place, a), WORK_AREA_STAFFING(p * place.areas.length + a))),
  ]),
]

/** One of each kind of person whose day the demo shows; they come right after the heads in the register. */
const isShown = (seat: Seat, at: number, all: readonly Seat[]) =>
  SHOWN_POSTS.includes(seat.postCode) && all.findIndex(({ postCode, isHead }) => postCode === seat.postCode && !isHead) === at
const SHOWN_POSTS = ['LMGCS', 'YHG', 'JJY', 'QLGCS', 'JSY', 'KJ', 'RXZY', 'JXCZ']
const isOfficer = ({ postCode }: Seat) => postCode === 'JXZY'

const others = seats.filter(({ isHead }) => !isHead)
const shown = others.filter((seat, at, all) => isOfficer(seat) || isShown(seat, at, all))

/** About 300 people at the beginning of the year: leaders, heads, those the demo shows, then everybody else along the units. */
export const STAFF: readonly StaffMember[] = register([
  ...leadership,
  ...seats.filter(({ isHead }) => isHead),
  ...shown,
  ...others.filter((seat) => !shown.includes(seat)),
])

function register(all: readonly Seat[]): StaffMember[] {
  const chance = chanceOf('staff')
  const nextName = namesBy(chance)
  return all.map((seat, at) => {
    const seniority = seat.isHead || seat.unitCode === BUREAU.unitCode ? 1995 : 2000
    const month = String(chance.whole(1, 12)).padStart(2, '0')
    const joinedOn = `${chance.whole(seniority, seat.isHead ? 2015 : 2023)}-${month}-01`
    return { ...seat, ...nextName(), employeeNo: String(1001 + at), joinedOn, firstJob: false }
  })
}

/** Who comes during the year: three straight from school, one from another institution. */
export const JOINERS: readonly StaffMember[] = [
  { name: '林晓禾', nameEn: 'Lin Xiaohe', unitCode: 'DHZ', postCode: 'JSY', joinedOn: '2025-07-15', firstJob: true },
  { name: '唐亦舟', nameEn: 'Tang Yizhou', unitCode: 'GCK', postCode: 'GCGL', joinedOn: '2025-07-15', firstJob: true },
  { name: '罗小满', nameEn: 'Luo Xiaoman', unitCode: 'XXK', postCode: 'XTGL', joinedOn: '2025-07-15', firstJob: true },
  { name: '段承志', nameEn: 'Duan Chengzhi', unitCode: 'QSK', postCode: 'QLGCS', joinedOn: '2025-05-06', firstJob: false },
].map((joiner, at) => ({ ...joiner, isHead: false, employeeNo: String(1001 + STAFF.length + at) }))

/** Retires on the last day of October 2025, and rates nobody of that year. */
export const RETIRING = holderOf('YHG', 40)

export const leaders = STAFF.slice(0, leadership.length)

export function holderOf(postCode: string, at = 0): StaffMember {
  const found = STAFF.filter((member) => member.postCode === postCode)[at]
  if (!found) throw new RangeError(`nobody holds the post ${postCode}`)
  return found
}

export function headOfUnit(unitCode: string): StaffMember {
  const found = STAFF.find((member) => member.unitCode === unitCode && member.isHead)
  if (!found) throw new RangeError(`nobody heads ${unitCode}`)
  return found
}

/** Who answers for somebody: the head of the own unit, and for heads the head of the unit above. */
export function superiorOf(employeeNo: string): string {
  const member = STAFF.find((one) => one.employeeNo === employeeNo) ?? JOINERS.find((one) => one.employeeNo === employeeNo)
  if (!member) throw new RangeError(`nobody has the number ${employeeNo}`)
  if (!member.isHead) return headOfUnit(member.unitCode).employeeNo
  const above = UNITS.find(({ code }) => code === member.unitCode)?.parent ?? BUREAU.unitCode
  return headOfUnit(above).employeeNo
}
