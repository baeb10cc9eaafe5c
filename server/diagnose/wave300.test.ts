import { readBallot } from '@milepost/contract/diagnose/ballots'
import { issueInvitations, openOnlineWave, readCollection, remindInvited } from '@milepost/contract/diagnose/collection'
import { readDiagnosis, readItems } from '@milepost/contract/diagnose/results'
import { exportAnswers, readStatistics } from '@milepost/contract/diagnose/statistics'
import { adoptQuestionnaire, closeWave } from '@milepost/contract/diagnose/waves'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../testing/testApp.ts'
import { cast, obtainBallot, type Signed, tokenOf } from './testing/respondent.ts'

let app: TestApp
let office: Client
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
})
afterAll(() => app.close())

const LEVELS = [
  { code: 'department', people: 20, answer: 14 },
  { code: 'province', people: 40, answer: 29 },
  { code: 'bureau', people: 240, answer: 171 },
] as const

/** A person's answers: everybody answers all 44, differently, now and then "does not apply". */
const answersOf = (codes: readonly string[], person: number) =>
  Object.fromEntries(codes.map((code, at) => [code, (person + at) % 19 === 0 ? '-' : String(1 + ((person * 7 + at * 3) % 5))]))

// signing 214 ballots takes seconds: once, on the database that does one thing at a time; the rules are tested on both in ballots.test.ts

test('300 are invited: 214 answer, 12 of them later from where there was no network, 5 twice and 3 with forged ballots; each counts once', async () => {
  const { questionnaireId } = await office.call(adoptQuestionnaire, {})
  const { waveId } = await office.call(openOnlineWave, {
    questionnaireId,
    name: { zh: '三百人', en: 'Three hundred' },
    opensOn: '2026-03-02',
    closesOn: '2026-03-13',
    mode: 'anonymous',
    sharedLink: false,
    strata: LEVELS.map(({ code, people }) => ({
      code,
      name: { zh: code, en: code },
      unitIds: [],
      names: Array.from({ length: people }, (_, at) => `${code}${at}`),
      population: null,
    })),
  })
  const { invitations } = await office.call(issueInvitations, { waveId })
  expect(invitations).toHaveLength(300)
  const { instrument } = await app.visitor.call(readBallot, { waveId })
  const codes = instrument.items.filter((item) => item.kind === 'scale').map((item) => item.code)
  const chosen = LEVELS.flatMap(({ code, answer }) => invitations.filter((one) => one.stratum === code).slice(0, answer))
  expect(chosen).toHaveLength(214)

  // every phone fetches its ballot; twelve lose the network before they can send
  const ballots: Signed[] = []
  for (const { path } of chosen) ballots.push(await obtainBallot(app.visitor, { waveId, token: tokenOf(path) }))
  const offline = new Set(Array.from({ length: 12 }, (_, at) => at * 17))
  const send = (at: number) => cast(app.visitor, waveId, ballots[at] as Signed, answersOf(codes, at))
  const online = await Promise.all(ballots.flatMap((_, at) => (offline.has(at) ? [] : [send(at)])))
  expect(online.map((one) => one.status)).toEqual(Array.from({ length: 202 }, () => 200))
  // the office learns how far it is, rounded, and reminds those who have not fetched a ballot
  const { strata } = await office.call(readCollection, { waveId })
  expect(strata.map((one) => (one.answeredAbout ?? 1) % 5)).toEqual([0, 0, 0])
  expect(((await office.call(remindInvited, { waveId })).remindedAbout ?? 1) % 5).toBe(0)

  app.setNow('2026-03-05T01:00:00Z')
  office = await app.signIn(['performance-office'])
  for (const at of offline) expect((await send(at)).status).toBe(200)
  const twice = await Promise.all([3, 40, 90, 150, 213].map(send))
  expect(twice.map((one) => one.problem?.code)).toEqual(Array.from({ length: 5 }, () => 'ballot-spent'))
  const [genuine, other] = [ballots[0] as Signed, ballots[30] as Signed]
  const forged = [
    { ...genuine, serial: Buffer.alloc(32, 9).toString('base64') },
    { ...genuine, stratum: 'bureau' },
    { ...genuine, signature: other.signature },
  ]
  for (const ballot of forged) expect((await cast(app.visitor, waveId, ballot, answersOf(codes, 1))).problem?.code).toBe('ballot-forged')
  await office.call(closeWave, { waveId })

  const diagnosis = await office.call(readDiagnosis, { waveId })
  expect(diagnosis.response.strata.map((one) => [one.stratum, one.answered, one.eligible])).toEqual(
    LEVELS.map(({ code, people, answer }) => [code, answer, people]),
  )
  expect(diagnosis.released).toEqual({ sheets: 214, waiting: false })
  // not one answer lost or changed: the counts of every item are those that were sent
  const { items } = await office.call(readItems, { waveId })
  const sent = chosen.map((_, person) => answersOf(codes, person))
  for (const code of codes) {
    const item = items.find((one) => one.code === code)
    const given = sent.map((one) => one[code])
    expect(item?.notApplicable).toBe(given.filter((answer) => answer === '-').length)
    expect(item?.rows.map((row) => row.count)).toEqual([1, 2, 3, 4, 5].map((level) => given.filter((one) => one === String(level)).length))
  }
  const { released } = await office.call(readStatistics, { waveId })
  const told = new Map(released.cells.map((cell) => [cell.stratum?.en ?? 'all', cell.standing === 'shown' ? cell.n : null]))
  expect(told).toEqual(new Map<string, number>([['all', 214], ...LEVELS.map(({ code, answer }) => [code, answer] as const)]))
  const csv = (await office.ask(exportAnswers, { waveId, format: 'csv', language: 'en' })).bytes.toString()
  expect(csv.trim().split('\r\n')).toHaveLength(215)
}, 240_000)
