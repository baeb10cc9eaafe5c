import { newId } from '../../platform/newId.ts'
import type { TestApp } from '../../testing/testApp.ts'

/** Publishing where nobody opened a hearing takes a reason. */
export const UNHEARD = { reason: 'Heard at the staff meeting of 12 January.' } as const

/** A small bureau for tests of the design: two offices, a station with a work area, a leader and six members of staff. */
export async function insertCycle(app: TestApp, year: number): Promise<string> {
  const cycleId = newId()
  await app.inInstitution((tx) =>
    tx
      .insertInto('cycle')
      .values({
        institution_id: app.institutionId,
        cycle_id: cycleId,
        year,
        name_zh: `${year} 年度`,
        name_en: `${year}`,
        starts_on: `${year}-01-01`,
        ends_on: `${year}-12-31`,
        stage: 'design',
      })
      .execute(),
  )
  return cycleId
}

export type Bureau = {
  readonly cycleId: string
  /** By unit code: BUREAU, YH (maintenance office), BG (general office), GL01 (station), GL01-1 (work area). */
  readonly units: ReadonlyMap<string, string>
  /** By employee number: L1 leader and head of the bureau, H1 head of YH, E1 engineer there, S1 head of GL01, W1 and W2 in the work area. */
  readonly people: ReadonlyMap<string, string>
}

const UNITS = [
  { code: 'BUREAU', zh: '测试公路局', en: 'Test Highway Bureau', kind: 'bureau', above: null },
  { code: 'YH', zh: '养护科', en: 'Maintenance Office', kind: 'office', above: 'BUREAU' },
  { code: 'BG', zh: '办公室', en: 'General Office', kind: 'office', above: 'BUREAU' },
  { code: 'GL01', zh: '城东公路站', en: 'East Station', kind: 'station', above: 'BUREAU' },
  { code: 'GL01-1', zh: '第一养护工区', en: 'Work Area 1', kind: 'work-area', above: 'GL01' },
] as const

const POSTS = [
  { code: 'director', zh: '局长', postClass: 'management', template: null },
  { code: 'chief', zh: '养护科科长', postClass: 'management', template: 'chief-maintenance' },
  { code: 'engineer', zh: '路面养护工程师', postClass: 'professional', template: 'pavement-engineer' },
  { code: 'station-chief', zh: '站长', postClass: 'management', template: 'station-chief' },
  { code: 'worker', zh: '养护工', postClass: 'skilled-worker', template: 'maintenance-worker' },
  { code: 'guest', zh: '见习', postClass: 'management', template: null },
] as const

const PEOPLE = [
  { no: 'L1', name: '高远', unit: 'BUREAU', post: 'director', track: 'leader', head: true },
  { no: 'H1', name: '林峰', unit: 'YH', post: 'chief', track: 'staff', head: true },
  { no: 'E1', name: '苏晴', unit: 'YH', post: 'engineer', track: 'staff', head: false },
  { no: 'S1', name: '石坚', unit: 'GL01', post: 'station-chief', track: 'staff', head: true },
  { no: 'W1', name: '陈路', unit: 'GL01-1', post: 'worker', track: 'staff', head: false },
  { no: 'W2', name: '何平', unit: 'GL01-1', post: 'worker', track: 'staff', head: false },
  { no: 'G1', name: '季新', unit: 'BG', post: 'guest', track: 'staff', head: false },
] as const

export async function insertBureau(app: TestApp, year: number): Promise<Bureau> {
  const institution_id = app.institutionId
  const units = new Map(UNITS.map((unit) => [unit.code as string, newId()]))
  const posts = new Map(POSTS.map((post) => [post.code as string, newId()]))
  const people = new Map(PEOPLE.map((person) => [person.no as string, newId()]))
  const at = (ids: ReadonlyMap<string, string>, code: string) => ids.get(code) ?? ''
  await app.inInstitution(async (tx) => {
    for (const [order_no, unit] of UNITS.entries())
      await tx
        .insertInto('unit')
        .values({
          institution_id,
          unit_id: at(units, unit.code),
          code: unit.code,
          name_zh: unit.zh,
          name_en: unit.en,
          name_key: unit.en,
          kind: unit.kind,
          parent_unit_id: unit.above === null ? null : at(units, unit.above),
          order_no,
        })
        .execute()
    for (const post of POSTS)
      await tx
        .insertInto('post')
        .values({
          institution_id,
          post_id: at(posts, post.code),
          code: post.code,
          title_zh: post.zh,
          post_class: post.postClass,
          card_template: post.template,
        })
        .execute()
    for (const person of PEOPLE) {
      await tx
        .insertInto('person')
        .values({
          institution_id,
          person_id: at(people, person.no),
          employee_no: person.no,
          name: person.name,
          name_key: person.no,
          appraisal_track: person.track,
          joined_on: '2015-01-01',
        })
        .execute()
      await tx
        .insertInto('assignment')
        .values({
          institution_id,
          assignment_id: newId(),
          person_id: at(people, person.no),
          unit_id: at(units, person.unit),
          post_id: at(posts, person.post),
          is_head: person.head,
          valid_from: '2015-01-01',
        })
        .execute()
    }
  })
  return { cycleId: await insertCycle(app, year), units, people }
}
