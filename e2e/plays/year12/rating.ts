import { proposeGrades, readCalibration } from '@milepost/contract/appraise/appraisals'
import { closeVote, issueVoteLinks, listVotes, openVote } from '@milepost/contract/appraise/democraticVotes'
import { waiveMissing } from '@milepost/contract/appraise/missing'
import { giveRating, importRatings } from '@milepost/contract/appraise/ratings'
import { recordSanction } from '@milepost/contract/appraise/record'
import { submitSelfReport } from '@milepost/contract/appraise/selfReport'
import { DONE } from '@milepost/contract/fields'
import { readPeople } from '@milepost/contract/institution/people'
import { openTrialVote } from '../../../server/demo/stages/beside.ts'
import { type Desk, PHONE } from './desk.ts'
import type { Play } from './play.ts'
import { SEATS } from './roles.ts'

const nameOf = async (play: Play, username: string) =>
  (await play.scene.act(SEATS.office.username, readPeople, {})).people.find((one) => one.employeeNo === username)?.name ?? ''

/** Reports, a warning on record, the ballot of the staff, the sheets of head and colleague, the seats. */
export function rating(play: Play): void {
  const { scene } = play
  play.inBrowser({
    seated: SEATS.discipline,
    endpoint: recordSanction,
    what: 'puts a warning on record',
    act: async (desk, { personId, decidedOn, inForceUntil, document }) => {
      const { people } = await scene.act(SEATS.office.username, readPeople, {})
      await desk.go('/appraise/record')
      await desk.button('登记处分').click()
      await desk.choose('职工', people.find((one) => one.personId === personId)?.employeeNo ?? '', desk.dialog)
      await desk.choose('种类', '警告', desk.dialog)
      await desk.fill('决定日期', decidedOn, desk.dialog)
      await desk.fill('期满日期', inForceUntil ?? '', desk.dialog)
      await desk.fill('文号', document, desk.dialog)
      await desk.send(desk.button(/保\s?存/, desk.dialog), recordSanction)
    },
    answer: () => ({ sanctionId: '' }),
  })
  play.inBrowser({
    seated: SEATS.worker,
    endpoint: submitSelfReport,
    what: 'writes the report of the year on the phone and hands it in',
    act: async (desk, { body }) => {
      await desk.go('/appraise/report?year=2025')
      for (const [facet, text] of Object.entries(body)) await desk.page.getByRole('textbox', { name: FACETS[facet] ?? facet }).fill(text)
      await desk.picture('report-phone')
      await desk.send(desk.button('提交述职').first(), submitSelfReport)
    },
    answer: () => DONE,
  })
  play.inBrowser({
    seated: SEATS.deputy,
    endpoint: waiveMissing,
    what: 'lets those on long leave go without a report, by name',
    isMeant: ({ what }) => what === 'self-report',
    act: async (desk, { reason }) => {
      await desk.go('/appraise/missing?year=2025')
      await desk.page.getByRole('checkbox').first().check()
      await desk.button(/^批准 \d+ 人免办$/).click()
      await desk.fill('理由（至少 10 字）', reason, desk.dialog)
      await desk.picture('waive-missing')
      await desk.send(desk.button(/^批准 \d+ 人免办$/, desk.dialog), waiveMissing)
    },
    answer: () => DONE,
  })
  play.before(SEATS.office.username, openVote, ({ cycleId }) => staffVote(play, cycleId))
  play.before(SEATS.office.username, importRatings, async () => {
    const worker = await nameOf(play, SEATS.worker.username)
    await play.sit(SEATS.head, `rates ${worker} on the phone, item by item`, (desk) => rateOn(desk, worker, true))
    await play.sit(SEATS.peer, `rates ${worker} as a colleague on the phone`, (desk) => rateOn(desk, worker, false))
    await play.sit(SEATS.personnel, 'rates somebody of the own office', async (desk) => {
      await desk.go('/appraise/ratings?year=2025')
      await desk.picture('to-rate')
      await desk.page.locator('main table a').first().click()
      await fillSheet(desk, true)
    })
  })
  play.inBrowser({
    seated: SEATS.office,
    endpoint: proposeGrades,
    what: 'has the seats computed',
    act: async (desk) => {
      await desk.go('/appraise/calibration?year=2025')
      await desk.button('测算名额并提出建议').first().click()
      await desk.picture('propose-dialog')
      await desk.send(desk.button('测算名额并提出建议', desk.dialog), proposeGrades)
    },
    answer: async ({ cycleId }) => {
      const { seats, distribution } = await scene.act(SEATS.office.username, readCalibration, { cycleId })
      const proposedExcellent = distribution.find(({ grade }) => grade === 'excellent')?.proposed ?? 0
      return {
        base: seats?.base ?? 0,
        rateBp: seats?.rateBp ?? 0,
        seats: seats?.seats ?? 0,
        proposedExcellent,
        ties: seats?.ties.length ?? 0,
      }
    },
  })
}

/** The label each facet of the report has on the page. */
const FACETS: Readonly<Record<string, string>> = {
  ethics: '德：政治品质与道德品行',
  ability: '能：履职能力与学习提高',
  diligence: '勤：工作作风与出勤',
  results: '绩：目标完成与工作实绩',
  integrity: '廉：廉洁从业',
  shortfalls: '存在的不足',
  'next-year': '下一年打算',
}

async function rateOn(desk: Desk, name: string, isSuperior: boolean): Promise<void> {
  await desk.go('/appraise/ratings?year=2025')
  await desk.picture(`to-rate-phone-${isSuperior ? 'head' : 'peer'}`)
  await desk.page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await fillSheet(desk, isSuperior)
}

/** One number after the other, as a thumb types them; the superior also looks at the criteria. */
async function fillSheet(desk: Desk, isSuperior: boolean): Promise<void> {
  await desk.button('提交评分').waitFor()
  const numbers = desk.page.getByRole('spinbutton')
  for (let at = 0; at < (await numbers.count()); at++) await numbers.nth(at).fill(String(82 + ((at * 5) % 12)))
  if (isSuperior) await desk.page.getByRole('radio').nth(1).check()
  await desk.picture(`sheet-${isSuperior ? 'superior' : 'peer'}-${desk.page.viewportSize()?.width ?? 0}`)
  await desk.send(desk.button('提交评分'), giveRating)
}

/** A vote on heads of stations by blind ballots: the links are handed out, two people vote on their phones, the box is closed. */
async function staffVote(play: Play, cycleId: string): Promise<void> {
  const { scene } = play
  const office = SEATS.office.username
  await openTrialVote(scene, { cycleId, day: '2026-01-12', until: '2026-01-13' })
  const voteId = (await scene.act(office, listVotes, { cycleId })).votes[0]?.voteId ?? ''
  const { invitations } = await scene.act(office, issueVoteLinks, { voteId })
  for (const { path, stratum } of [
    invitations.find((one) => one.stratum === 'heads'),
    invitations.find((one) => one.stratum === 'others'),
  ].flatMap((one) => one ?? []))
    await play.sit({ role: `voter (${stratum})`, username: null, size: PHONE }, 'votes by a blind ballot on the phone', async (desk) => {
      await desk.page.goto(path)
      await desk.button('开始作答').click()
      for (;;) {
        const questions = desk.page.locator('fieldset')
        for (let at = 0; at < (await questions.count()); at++)
          await questions
            .nth(at)
            .locator('label')
            .nth(at % 3)
            .click()
        await desk.picture(`ballot-${stratum}`)
        const next = desk.button('下一页')
        if ((await next.count()) === 0) break
        await next.click()
      }
      await desk.button('交卷').click()
      await desk.page.getByText('答卷已收到').waitFor()
    })
  await play.sit(SEATS.office, 'looks at the vote and closes it', async (desk) => {
    await desk.go(`/appraise/votes/${voteId}`)
    await desk.picture('vote-open')
    await desk.button('结束并计票').click()
    await desk.send(desk.button('结束并计票', desk.page.locator('.ant-popconfirm')), closeVote)
    await desk.picture('vote-counted')
  })
  const vote = (await scene.act(office, listVotes, { cycleId })).votes.find((one) => one.voteId === voteId)
  if (vote && vote.closedOn === null) await scene.act(office, closeVote, { voteId })
}
