import { readNorms } from '@milepost/contract/appraise/norms'
import { DONE } from '@milepost/contract/fields'
import { issueLinks } from '@milepost/contract/institution/accounts'
import { verifyAuditTrail } from '@milepost/contract/institution/audit'
import { publishPublication } from '@milepost/contract/open/publications'
import type { Play } from './play.ts'
import { SEATS } from './roles.ts'

/** The leader publishes the year in the browser. */
export function publishing(play: Play): void {
  play.inBrowser({
    seated: SEATS.director,
    endpoint: publishPublication,
    what: 'previews the public page and publishes it',
    act: async (desk, { publicationId, reason }) => {
      await desk.go(`/open/publications/${publicationId}`)
      await desk.picture('preview')
      await desk.button(/^发\s?布$/).click()
      await desk.fill('理由', reason.zh, desk.dialog)
      await desk.fill('理由（英文，选填）', reason.en, desk.dialog)
      await desk.send(desk.button(/^发\s?布$/, desk.dialog), publishPublication)
    },
    answer: () => DONE,
  })
}

/** The papers an inspector takes along, the three administrators at their work, the authority, and somebody from outside. */
export async function afterwards(play: Play, cycleId: string): Promise<void> {
  const { scene } = play
  await play.sit(SEATS.office, 'prints the norm report', async (desk) => {
    await desk.go('/appraise/norms?year=2025')
    await desk.picture('norms')
    const bytes = await desk.download(desk.button('核对报告（Word）'))
    if (bytes < 5000) throw new Error(`the norm report has ${bytes} bytes`)
  })
  const norms = await scene.act(SEATS.office.username, readNorms, { cycleId })
  console.log(`norms: ${norms.met} met, ${norms.waived} waived by name, ${norms.broken} broken, ${norms.notKnown} not recorded`)
  for (const one of norms.results.filter(({ status }) => status === 'broken' || status === 'not-known' || status === 'waived'))
    console.log(`  ${one.status}: ${one.text.en} ${one.evidence.en}`)
  if (norms.broken + norms.notKnown > 0)
    play.told.push({
      role: 'norm check',
      what: 'every norm passes or names its waiver',
      seconds: 0,
      fault: `${norms.broken} broken, ${norms.notKnown} not recorded`,
    })
  await play.sit(SEATS.audit, 'verifies the chain of the audit trail', async (desk) => {
    await desk.go('/institution/audit')
    await desk.send(desk.button('校验完整性'), verifyAuditTrail)
    await desk.page.getByText('记录完整').waitFor()
  })
  await play.sit(SEATS.security, 'reads who may do what, and that roles kept apart cannot be joined', async (desk) => {
    await desk.go('/institution/accounts')
    await desk.search(SEATS.system.username)
    await desk
      .button(/更多操作$/)
      .first()
      .click()
    await desk.page.getByRole('menuitem', { name: '授予角色' }).click()
    await desk.dialog.getByRole('checkbox', { name: '审计管理员' }).check()
    await desk.dialog.getByText('不能由同一账号兼任').waitFor()
    await desk.picture('roles-apart')
  })
  await play.sit(SEATS.system, 'issues a one-time link to somebody who lost the password', async (desk) => {
    await desk.go('/institution/accounts')
    await desk.search(SEATS.peer.username)
    await desk.page.getByRole('checkbox').nth(1).check()
    await desk.send(desk.button(/^签发一次性链接（1）$/), issueLinks)
    await desk.dialog.waitFor()
    await desk.picture('one-time-link')
  })
  await play.sit(SEATS.authority, 'reads the institutions side by side', async (desk) => {
    await desk.go('/open/institutions')
    await desk.picture('side-by-side')
    await desk.page.getByText('临江市公路事业发展中心').first().waitFor()
  })
  await play.sit(SEATS.visitor, 'reads the public page on a phone', async (desk) => {
    await desk.go('/public')
    await desk.page.getByText('2025').first().waitFor()
    await desk.picture('public-phone')
  })
}
