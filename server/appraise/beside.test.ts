import {
  closeVote,
  enterVoteBallots,
  issueVoteLinks,
  listPaperBallots,
  listVoters,
  listVotes,
  openVote,
  readVote,
  readVotesOn,
  voidVoteBallot,
} from '@milepost/contract/appraise/democraticVotes'
import { listOwnInvitations } from '@milepost/contract/diagnose/ballots'
import { listQuestionnaires, listWaves } from '@milepost/contract/diagnose/waves'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast, obtainBallot, tokenOf } from '../diagnose/testing/respondent.ts'
import { type Bureau, openBureau } from './testing/bureau.ts'

/** What stands beside the ratings of a year: votes by ballot, term and special appraisals, what was waived or voided, and who speaks for somebody. */
let bureau: Bureau

beforeAll(async () => {
  bureau = await openBureau()
  await bureau.enrol()
}, 120_000)
afterAll(() => bureau.close())

const bilingual = (text: string) => ({ zh: text, en: text })
const group = (code: string, weightBp: number, more: object = {}) => ({
  code,
  name: bilingual(code),
  weightBp,
  way: 'online' as const,
  part: 'others' as const,
  unitIds: [],
  names: [],
  handedOut: null,
  ...more,
})

describe('a democratic vote (Art. 17)', () => {
  let voteId: string
  const opening = (more: object = {}) => ({
    cycleId: bureau.cycleId,
    name: { zh: '中层测评', en: 'Heads' },
    opensOn: '2026-09-20',
    closesOn: '2026-09-30',
    subjects: [
      { kind: 'person' as const, id: bureau.personId('2001') },
      { kind: 'person' as const, id: bureau.personId('2002') },
    ],
    groups: [group('staff', 6000), group('leaders', 4000, { way: 'paper', part: 'leaders', handedOut: 6 })],
    ...more,
  })

  test('is opened on weights of 100 %, for groups of ten at least, and asks nobody about themselves', async () => {
    const { office } = bureau
    const skewed = await office.ask(openVote, opening({ groups: [group('staff', 6000)] }))
    expect([skewed.status, skewed.problem?.type]).toEqual([422, expect.stringContaining('vote-weights-wrong')])
    const small = await office.ask(openVote, opening({ groups: [group('few', 10_000, { part: 'heads' })] }))
    expect(small.problem?.type).toContain('stratum-too-small')
    voteId = (await office.call(openVote, opening())).voteId
    const { voters } = await office.call(listVoters, { voteId })
    expect(voters.length).toBeGreaterThan(10)
    expect(voters.map((one) => one.name)).not.toContain('职工2002')
    // a voter finds it on the own first page; nothing of it is a survey of the diagnosis
    const voter = await bureau.as('2003')
    expect((await voter.call(listOwnInvitations, {})).invitations).toMatchObject([{ name: { en: 'Heads' }, answered: false }])
    expect((await office.call(listWaves, {})).waves).toEqual([])
    expect((await office.call(listQuestionnaires, {})).questionnaires).toEqual([])
    expect((await (await bureau.as('2004')).ask(readVote, { voteId })).status).toBe(403)
  })

  test('is answered by link without a name, a link counts once, and nothing is told before it is closed', async () => {
    const { office, app } = bureau
    const { invitations } = await office.call(issueVoteLinks, { voteId })
    const waveId = invitations[0]?.path.split('/').at(-1)?.split('#')[0] ?? ''
    for (const [at, one] of invitations.slice(0, 12).entries()) {
      const signed = await obtainBallot(app.visitor, { waveId, token: tokenOf(one.path) })
      const answers = { S1: at < 6 ? 'excellent' : 'qualified', S2: at === 0 ? 'abstain' : 'qualified' }
      expect((await cast(app.visitor, waveId, signed, answers)).status).toBe(200)
      if (at === 0) expect((await cast(app.visitor, waveId, signed, answers)).status).toBe(409)
    }
    const token = tokenOf(invitations[0]?.path ?? '')
    await expect(obtainBallot(app.visitor, { waveId, token })).rejects.toThrow('invitation-used')
    const read = await office.call(readVote, { voteId })
    expect(read.subjects.map((one) => one.result)).toEqual([null, null])
    expect(read.groups[0]).toMatchObject({ code: 'staff', voted: 10, way: 'online' })
    expect((await office.call(readVotesOn, { cycleId: bureau.cycleId, personId: bureau.personId('2001') })).votes).toEqual([])
  })

  test('takes paper by the stack, all of it or nothing, and no stack twice', async () => {
    const { office } = bureau
    const ballot = (s1: string, s2 = 'basic') => ({ group: 'leaders', votes: { S1: s1, S2: s2 } })
    const wrong = await office.ask(enterVoteBallots, { voteId, batch: 'A', ballots: [ballot('excellent'), ballot('splendid')] })
    expect(wrong.problem?.fields?.[0]?.pointer).toBe('/sheets/1/answers/S1')
    const stack = [ballot('excellent'), ballot('excellent'), ballot('qualified'), ballot('qualified'), ballot('unqualified')]
    await office.call(enterVoteBallots, { voteId, batch: 'A', ballots: stack })
    const again = await office.ask(enterVoteBallots, { voteId, batch: 'A', ballots: stack })
    expect([again.status, again.problem?.type]).toEqual([409, expect.stringContaining('vote-batch-known')])
    expect((await office.call(listPaperBallots, { voteId })).ballots.map((one) => one.paperNo)).toEqual([1, 2, 3, 4, 5])
  })

  test('is counted by group and weight when it is closed, and stands beside the person’s ratings', async () => {
    const { office, cycleId, personId } = bureau
    await office.call(closeVote, { voteId })
    const read = await office.call(readVote, { voteId })
    // staff (6 × 100 + 6 × 80) ÷ 12 = 90 at 60 %, leaders (2 × 100 + 2 × 80 + 40) ÷ 5 = 80 at 40 %: 86
    expect(read.subjects[0]?.result).toMatchObject({
      kind: 'counted',
      official: '86.00',
      n: 17,
      abstained: 0,
      lines: [
        { groups: ['staff'], n: 12, counts: { excellent: 6, qualified: 6 } },
        { groups: ['leaders'], n: 5, counts: { excellent: 2, qualified: 2, unqualified: 1 } },
      ],
    })
    // eleven said qualified (80), one abstained; five leaders said basic (60): 48 + 24
    expect(read.subjects[1]?.result).toMatchObject({ official: '72.00', n: 16, abstained: 1 })
    expect(read.groups).toMatchObject([{ voted: 12, overfull: false }, { voted: 5 }])
    const own = await (await bureau.as('2001', ['unit-head'])).call(readVotesOn, { cycleId, personId: personId('2001') })
    expect(own.votes).toMatchObject([{ name: { en: 'Heads' }, result: { official: '86.00' } }])
    const colleague = await bureau.as('2003')
    expect((await colleague.ask(readVotesOn, { cycleId, personId: personId('2001') })).status).toBe(403)
    expect((await office.ask(closeVote, { voteId })).problem?.type).toContain('wave-closed')
    expect((await office.call(listVotes, { cycleId })).votes).toMatchObject([{ voteId, subjects: 2, closedOn: '2026-09-20' }])
  })

  test('a paper ballot is voided by another than whoever typed it in; the count before and after is kept', async () => {
    const { office, director, app } = bureau
    const { ballots } = await office.call(listPaperBallots, { voteId })
    const ballotId = ballots.find((one) => one.paperNo === 5)?.ballotId ?? ''
    const given = { voteId, ballotId, reason: '票面涂改，无法辨认' }
    expect((await office.ask(voidVoteBallot, given)).problem?.type).toContain('void-other-person')
    const discipline = await app.signIn(['discipline'], { name: '纪检' })
    await discipline.call(voidVoteBallot, given)
    expect((await director.ask(voidVoteBallot, given)).problem?.type).toContain('void-twice')
    const read = await office.call(readVote, { voteId })
    // four leaders are too few to be shown alone: all sixteen are counted together, (8 × 100 + 8 × 80) ÷ 16
    expect(read.subjects[0]?.result).toMatchObject({ official: '90.00', n: 16, lines: [{ groups: ['staff', 'leaders'], n: 16 }] })
    expect(read.voided).toMatchObject([
      { batch: 'A', paperNo: 5, voidedBy: '纪检', changes: [{ before: '86.00', after: '90.00' }, { before: '72.00' }] },
    ])
  })
})
