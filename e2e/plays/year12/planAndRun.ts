import { agreePlans, proposePlan } from '@milepost/contract/design/plans'
import { DONE } from '@milepost/contract/fields'
import { confirmCheckIn } from '@milepost/contract/run/checkIns'
import { readMissing, readValues, recordValue, verifyValues } from '@milepost/contract/run/values'
import { chanceOf } from '../../../server/demo/chance.ts'
import { measured } from '../../../server/demo/measured.ts'
import type { Play } from './play.ts'
import { SEATS } from './roles.ts'

/** The plan agreed by both, a value entered by one and verified by another, a talk confirmed. */
export function planAndRun(play: Play): void {
  const { scene } = play
  play.inBrowser({
    seated: SEATS.worker,
    endpoint: proposePlan,
    what: 'reads the own plan on the phone and proposes it',
    act: async (desk) => {
      await desk.go('/design/my-plan?year=2025')
      await desk.picture('plan-phone')
      await desk.send(desk.button('提交确认'), proposePlan)
    },
    answer: () => ({ state: 'proposed' as const }),
  })
  play.inBrowser({
    seated: SEATS.head,
    endpoint: agreePlans,
    what: 'goes through the plans of the unit on the phone and agrees them',
    act: async (desk) => {
      await desk.go('/design/plans?year=2025')
      await desk.button(/^确认 \d+ 份已提交的计划$/).click()
      await desk.picture('agree-plans-phone')
      await desk.send(desk.button(/^确认所选 \d+ 份$/, desk.dialog), agreePlans)
    },
    answer: ({ plans }) => ({ agreed: plans.length, leftOut: [] }),
  })
  play.inBrowser({
    seated: SEATS.worker,
    endpoint: confirmCheckIn,
    what: 'confirms on the phone what the head wrote after the talk',
    act: async (desk) => {
      await desk.go('/run/check-ins')
      await desk.picture('check-in-phone')
      await desk.send(desk.button('确认属实').first(), confirmCheckIn)
    },
    answer: () => DONE,
  })
  play.before(
    SEATS.office.username,
    readMissing,
    async ({ cycleId }) => {
      const { gaps } = await scene.act(SEATS.office.username, readMissing, { cycleId, when: 'all', period: '2025Q1' })
      const library = new Map(scene.services.library.measures.measures.map((one) => [one.code, one]))
      const gap = gaps.find(
        (one) => one.holder.kind === 'unit' && library.get(one.measure.code)?.ratioScale === null && !one.measure.code.startsWith('PS0'),
      )
      const measure = library.get(gap?.measure.code ?? '')
      if (!gap || !measure) throw new Error('there is no plain value to type')
      const { value } = measured({ measure, level: 'unit', share: 0.25, skill: 0.9 }, chanceOf('typed by hand'))
      await play.sit(SEATS.office, `types the value of ${gap.measure.code} for ${gap.holderCode}`, async (desk) => {
        await desk.go('/run/values?year=2025')
        await desk.button('录入数据').click()
        await desk.choose('指标', measure.code, desk.dialog)
        await desk.choose('对象', gap.holderCode, desk.dialog)
        await desk.choose('期间', '2025Q1', desk.dialog)
        await desk.fill('实际值', value ?? '', desk.dialog)
        await desk.picture('value-typed')
        await desk.send(desk.button(/保\s?存/, desk.dialog), recordValue)
      })
    },
    ({ when }) => when === 'all',
  )
  play.before(
    SEATS.director.username,
    readValues,
    () =>
      play.sit(SEATS.director, 'verifies values somebody else entered', async (desk) => {
        await desk.go('/run/values?year=2025&period=2025Q1&level=unit&check=none')
        await desk.picture('values-to-verify')
        await desk.button(/^核验这 \d+ 个数据$/).click()
        await desk.send(desk.button('核验无误', desk.dialog), verifyValues)
      }),
    ({ period, check }) => period === '2025Q1' && check === 'none',
  )
}
