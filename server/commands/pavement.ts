import type { Command } from 'commander'
import { readSheetFile } from './readInput.ts'
import { printResult } from './results.ts'
import type { Terminal } from './speaking.ts'
import { textTable } from './textTable.ts'

export function addPavement(program: Command, terminal: Terminal): void {
  const { speech } = terminal
  const text = TEXT[speech]
  program
    .command('pavement')
    .summary(text.summary)
    .description(text.description)
    .argument('<file>', text.file)
    .option('--json', text.json)
    .action(async (file: string, options: { json?: boolean }) => {
      const { assessFile } = await import('./assessSections.ts')
      const result = await assessFile(await readSheetFile(file))
      const shown = result.sections.map(({ section, indices }) => [
        section,
        ...SHOWN.map((index) => {
          const found = indices[index]
          return found.kind === 'computed' || found.kind === 'given' ? found.official : '-'
        }),
      ])
      const readable = [textTable([text.section, ...SHOWN], shown), '']
      for (const index of ['MQI', 'PQI'] as const) {
        const rates = result.rates[index]
        if (rates.kind === 'rated')
          readable.push(
            `${index}  ${text.mean} ${rates.mean.official}  ${text.good} ${rates.goodOrBetterRate.official}%  ${text.poor} ${rates.poorOrWorseRate.official}%`,
          )
      }
      readable.push(
        '',
        `${result.standard} ${result.version}${result.toVerify.length > 0 ? `  ${text.toVerify} ${result.toVerify.length}` : ''}`,
      )
      printResult(terminal, { json: options.json, result, readable })
    })
}

const SHOWN = ['PCI', 'RQI', 'RDI', 'PQI', 'SCI', 'BCI', 'TCI', 'MQI'] as const

const TEXT = {
  zh: {
    summary: '按 JTG 5210 评定路段',
    description: '读取路况检测记录（.csv 或 .xlsx，与“路况检测”页的导入模板相同），给出各路段指数和路网比率。不打开数据库。',
    file: '检测记录',
    json: '输出 JSON（含每个指数的依据）',
    section: '路段',
    mean: '均值',
    good: '优良路率',
    poor: '次差路率',
    toVerify: '待核实参数',
  },
  en: {
    summary: 'assess road sections by JTG 5210',
    description:
      'Reads inspection records (.csv or .xlsx, the same sheet as the import template of “Road condition”) and gives the indices of every section and the rates of the network. Opens no database.',
    file: 'the inspection records',
    json: 'print JSON, with the evidence of every index',
    section: 'Section',
    mean: 'mean',
    good: 'good or better',
    poor: 'poor or bad',
    toVerify: 'parameters to verify',
  },
}
