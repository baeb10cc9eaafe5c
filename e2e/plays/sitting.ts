import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { chromium, type Locator } from 'playwright-core'

/**
 * One sitting of the performance office, from the questionnaire to the diagnosis report in Chinese and in English: a questionnaire of the 44 items and one number,
 * a wave over three levels with the answers of the demonstration's first wave, reliability and validity, five interviews planned, consented to, typed and coded
 * (words chosen with the mouse, sentences by keyboard), the findings, the board with evidence, judgement, cause and remedies, and both reports.
 *
 * How to run it, in two shells: `node tools/build.mjs`, then `node dist/server/cli.js start --demo --folder SOME-FOLDER --port 0` (the first start plays the
 * demonstration year), and `npx tsx e2e/plays/sitting.ts ADDRESS FOLDER` with the address it prints and a folder for pictures and reports. It needs a demonstration
 * nobody has sat at before, stops where something is not as played, and otherwise prints one line. A few minutes: no part of the test run.
 */
const [address = '', folder = 'sitting'] = process.argv.slice(2)
if (!address.startsWith('http')) throw new Error('give the address of a running demonstration, and a folder')
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.MILEPOST_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const context = await browser.newContext({
  baseURL: address,
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  acceptDownloads: true,
})
const signedIn = await context.request.post('/api/session/demo', { data: { username: '1044' }, headers: { origin: address } })
if (!signedIn.ok()) throw new Error(await signedIn.text())
const page = await context.newPage()
page.setDefaultTimeout(60_000)
await page.addInitScript(() => localStorage.getItem('milepost.language') ?? localStorage.setItem('milepost.language', 'zh'))
const faults: string[] = []
page.on('pageerror', (error) => faults.push(error.message))
page.on('response', (answer) => {
  if (answer.status() >= 400 && answer.status() !== 404) faults.push(`${answer.status()} ${answer.url()}`)
})
const main = page.locator('main')
const dialog = page.locator('.ant-modal')
let pictures = 0
async function picture(name: string): Promise<void> {
  await page.waitForTimeout(300)
  await page.screenshot({ path: path.join(folder, `${String(++pictures).padStart(2, '0')}-${name}.png`), fullPage: true })
}
async function choose(label: string, option: string, scope: Locator = main): Promise<void> {
  await scope.getByLabel(label, { exact: true }).click()
  // the list glides in, and the one before glides out
  await page.waitForTimeout(350)
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click()
  await page.waitForTimeout(350)
}
async function saveDialog(): Promise<void> {
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
const more = async (item: RegExp): Promise<void> => {
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: item }).first().click()
}
const openBoard = async () => {
  await page.goto(`/diagnose/${wave}/board`)
  await page.getByText('鱼骨图').waitFor()
}

// 1 the questionnaire: the 44 items, and one that asks for a number between bounds
await page.goto('/diagnose/questionnaires')
await page.getByRole('button', { name: '新建问卷' }).click()
await dialog.locator('.ant-segmented-item').nth(1).click()
await page.getByLabel('问卷名称（中文）').fill('绩效管理诊断（一次完成）')
await page.getByLabel('代码').fill('one-sitting')
await page.getByRole('button', { name: '开始编制' }).click()
await page.locator('.mp-phone').waitFor()
await page.getByRole('button', { name: '增加一题' }).first().click()
await page.getByLabel('题目（中文）').last().fill('您在本单位工作了几年')
await choose('题型', '数字')
await page.getByLabel('最小值').fill('0')
await page.getByLabel('最大值').fill('45')
await page.getByLabel('最大值').blur()
await page.getByText(/^已保存/).waitFor()
await picture('questionnaire')
await page.getByRole('button', { name: '定稿' }).first().click()
await page.locator('.ant-popconfirm-buttons').getByRole('button', { name: '定稿' }).click()
await page.getByText('one-sitting', { exact: true }).waitFor()

// 2 the wave over three levels, with the answers the first wave exports
await page.goto('/diagnose')
await page.getByRole('link', { name: /第一轮/ }).click()
await page.getByRole('heading', { name: '五类问题' }).waitFor()
await page.getByRole('button', { name: '统计表与导出' }).click()
await page.getByRole('heading', { name: '信度分析' }).waitFor()
const downloading = page.waitForEvent('download')
await more(/导出答卷 Excel/)
const answers = path.join(folder, 'answers.xlsx')
await (await downloading).saveAs(answers)
await page.goto('/diagnose/new')
await page.getByText('导入收回的答卷').click()
await choose('问卷', '一次完成')
await page.getByLabel('轮次名称（中文）').fill('一次完成的诊断')
await page.getByLabel('轮次名称（英文）').fill('Diagnosis in one sitting')
await main.getByRole('button', { name: '新建轮次' }).click()
await page.waitForURL(/import/)
const wave = /diagnose\/([^/]+)\/import/.exec(page.url())?.[1] ?? ''
await page.locator('input[type=file]').first().setInputFiles(answers)
await page.getByText('还没有对应').waitFor()
await page.locator('tbody .ant-select').first().click()
await page
  .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
  .filter({ hasText: '文件中没有' })
  .first()
  .click()
await page.getByRole('button', { name: '检查这些答卷' }).click()
await page.getByRole('button', { name: /保存/ }).first().click()
await page
  .getByText(/已保存 257|257 行已保存|已导入 257|257/)
  .first()
  .waitFor()
await picture('imported')

// 3 reliability and validity
await page.goto(`/diagnose/${wave}/statistics`)
await page.getByText(/KMO = 0\.\d+/).waitFor()
await picture('statistics')

// 4 five people are heard; what they said is coded, the first words with the mouse, the rest by keyboard
const heard = [
  { mouse: '年底填一张表', code: 'P1', sentences: ['P2', 'K4'], words: '年底填一张表就是考核。平时没人找我谈。奖金大家差不多。' },
  { mouse: '办法改了两次', code: 'P3', sentences: ['P2', 'K3'], words: '考核办法改了两次。结果怎么来的没人讲。得分构成看不到。' },
  { mouse: '打分表都不一样', code: 'P3', sentences: ['P5', 'K3'], words: '各科打分表都不一样。领导一年只研究一次。方案没有征求意见。' },
  { mouse: '没有人谈目标', code: 'P2', sentences: ['P5', 'K4'], words: '半年里没有人谈目标。科长忙，排不上号。干多干少一个样。' },
  { mouse: '看不到结果', code: 'K3', sentences: ['P2', 'P3'], words: '我们看不到结果。提的问题第二年没有下文。不服气不知道找谁。' },
]
await page.goto(`/diagnose/${wave}/interviews`)
for (const [at, one] of heard.entries()) {
  await page.goto(`/diagnose/${wave}/interviews`)
  await page.getByRole('button', { name: '安排访谈' }).first().click()
  await dialog.waitFor()
  await saveDialog()
  await page.getByRole('link', { name: `第 ${at + 1} 号` }).click()
  await page.waitForURL(/interviews\/.+/)
  await page.getByRole('button', { name: '同意', exact: true }).click()
  await page.locator('textarea').first().fill(`问：平时怎么考核？\n答：${one.words}`)
  await main.getByRole('button', { name: '保存' }).click()
  const transcript = page.getByRole('listbox')
  await transcript.waitFor()
  // the words, dragged over as a hand would
  const place = await page.evaluate((wanted) => {
    for (const option of document.querySelectorAll('[data-sentence]')) {
      const [text] = option.childNodes
      const from = (text?.textContent ?? '').indexOf(wanted)
      if (!text || from < 0) continue
      const range = document.createRange()
      range.setStart(text, from)
      range.setEnd(text, from + wanted.length)
      const { left, right, top, height } = range.getBoundingClientRect()
      return { left, right, y: top + height / 2 }
    }
    return null
  }, one.mouse)
  if (!place) throw new Error(`“${one.mouse}” does not stand in the transcript`)
  await page.mouse.move(place.left + 1, place.y)
  await page.mouse.down()
  await page.mouse.move(place.right, place.y, { steps: 6 })
  await page.mouse.up()
  await page.getByText(`已选 ${one.mouse.length} 字`).waitFor()
  await page.getByRole('checkbox', { name: '可引用' }).check()
  await page
    .locator('.mp-codes button')
    .filter({ hasText: `${one.code} ` })
    .first()
    .click()
  await page.locator('.mp-code-mark').filter({ hasText: one.code }).first().waitFor()
  // the sentences after it: arrow down, then the key beside the code
  await transcript.press('ArrowDown')
  for (const code of one.sentences) {
    const key = (
      await page
        .locator('.mp-codes button')
        .filter({ hasText: `${code} ` })
        .first()
        .locator('kbd')
        .innerText()
    ).toLowerCase()
    const before = await page.locator('.mp-code-mark').count()
    await transcript.press(key)
    await page.waitForFunction((n) => document.querySelectorAll('.mp-code-mark').length > n, before)
    await transcript.press('ArrowDown')
  }
  if (at === 0) await picture('coding')
  await page.getByRole('button', { name: '我已编完' }).click()
  await page.getByText('您已声明编码完成。').waitFor()
}
await page.goto(`/diagnose/${wave}/voices`)
await page.getByText('编码 × 层级').waitFor()
await picture('voices')

// 5 the findings: what the interviews count to, and the work records
await page.goto(`/diagnose/${wave}`)
await page.getByRole('heading', { name: '五类问题' }).waitFor()
await page.getByRole('button', { name: '记录诊断结论' }).click()
for (const code of ['P2', 'P3', 'P5']) await choose(`${code} 工作记录显示`, '有问题', dialog)
await saveDialog()
await picture('findings')

// 6 the board: evidence, judgement, cause, remedies
await openBoard()
const evidence = [
  ['P2', '构念得分', 'P2', '强', '五个环节都弱'],
  ['P2', '题项', 'FE2', '强', '多数人不知道等次依据'],
  ['P2', '访谈人数', 'P2', '强', '五位中四位提到'],
  ['P2', '工作记录', '沟通', '强', '上年记录'],
  ['P3', '构念得分', 'P3', '强', '规则不全'],
  ['P3', '引文', '', '强', '原话'],
  ['K3', '构念得分', 'K3', '强', '看不到得分构成'],
  ['K4', '题项', 'CE3', '中', '平均分配'],
] as const
for (const [subject, kind, about, strength, reason] of evidence) {
  await main.getByRole('button', { name: '加证据' }).first().click()
  await dialog.waitFor()
  await choose('问题或成因', subject, dialog)
  await choose('种类', kind, dialog)
  await choose('依据', about, dialog)
  if (kind === '工作记录') await dialog.getByLabel('记录显示').fill('28 %')
  await dialog.locator('.ant-segmented-item').filter({ hasText: strength }).click()
  await dialog.getByLabel('理由').fill(reason)
  await saveDialog()
}
await openBoard()
await page.getByRole('row').filter({ hasText: 'P2 ' }).first().getByRole('button', { name: '认定' }).click()
await dialog.waitFor()
await dialog.locator('textarea, input[type=text]').first().fill('三种证据一致')
await saveDialog()
await page.getByRole('row').filter({ hasText: 'K3 ' }).locator('button.mp-link-cell').nth(2).click()
await dialog.waitFor()
await dialog.locator('.ant-segmented-item').filter({ hasText: '强' }).click()
await dialog.locator('textarea').first().fill('规则和结果都不公开')
await saveDialog()
for (const [subject, remedy] of [
  ['P2', 'R05'],
  ['K3', 'R25'],
] as const) {
  await main.getByRole('button', { name: '选对策' }).first().click()
  await dialog.waitFor()
  await choose('针对', subject, dialog)
  await choose('对策', remedy, dialog)
  await saveDialog()
}
await picture('board')

// 7 the report in both languages
await report('下载诊断报告', 'report-zh.docx', ['三、五类问题', '主成分分析', '28 %', '绩效管理环节缺失'])
await page.getByText('English', { exact: true }).first().click()
await page.getByRole('button', { name: 'Diagnosis report' }).waitFor()
await picture('board-en')
await report('Diagnosis report', 'report-en.docx', ['3 The five problems', 'Rotated loadings', '28 %'])
await browser.close()
if (faults.length > 0) throw new Error(faults.join('\n'))
console.log(
  JSON.stringify({ play: 'one sitting', answers: 257, interviews: heard.length, codings: 15, evidence: evidence.length, pictures }),
)

async function report(button: string, name: string, words: readonly string[]): Promise<void> {
  const coming = page.waitForEvent('download')
  await page.locator('button:not(.ant-btn-loading)').filter({ hasText: button }).first().click()
  const file = path.join(folder, name)
  await (await coming).saveAs(file)
  const text = strFromU8(unzipSync(new Uint8Array(readFileSync(file)))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
  for (const part of words) if (!text.includes(part)) throw new Error(`${name} does not hold “${part}”`)
}
