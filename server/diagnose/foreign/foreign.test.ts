import { existsSync, readFileSync } from 'node:fs'
import { instrument } from '@milepost/contract/diagnose/instrument'
import { instrumentFaults } from '@milepost/contract/diagnose/instrumentFaults'
import { expect, test } from 'vitest'
import { openLibrary } from '../../platform/library.ts'
import { instrumentOfLibrary } from '../waves/instrumentOfLibrary.ts'
import { readLimeSurvey } from './readLimeSurvey.ts'
import { readQualtrics } from './readQualtrics.ts'

const DATA = '../shared/data'
const base = instrumentOfLibrary(await openLibrary('library'))
const qsf = (name: string) => readQualtrics(readFileSync(`${DATA}/utah-winter-roads/${name}.qsf`, 'utf8'), base)
const lss = (name: string) => readLimeSurvey(readFileSync(`${DATA}/limesurvey-demo/${name}.lss`, 'utf8'), base)
const here = existsSync(DATA)

test.skipIf(!here)('the three instruments of the Utah road survey come in whole (skipped without the data sets)', () => {
  for (const name of ['UDOT_Snow_PMs_Survey_1_A', 'UDOT_Snow_PMs_Survey_2_F', 'UDOT_Snow_PMs_Survey_3_BCDE']) {
    const read = qsf(name)
    if (!read) throw new Error(`${name} was not read`)
    expect(instrument.safeParse(read.instrument).error).toBeUndefined()
    expect(instrumentFaults(read.instrument)).toEqual([])
    // every question either has items or a note that says why not
    expect(read.notes.filter((note) => note.lost).every((note) => note.en !== '' && note.zh !== '')).toBe(true)
    const stars = read.instrument.items.filter((item) => item.code.startsWith('SAT_TRANSPORT_'))
    expect(stars.length).toBeGreaterThanOrEqual(6)
    const ranking = read.instrument.items.find((item) => item.code === 'PRIORITY_TRANSPORT')
    expect([ranking?.kind, ranking?.options?.length]).toEqual(['ranking', 6])
  }
  // a box for a whole number from 18 to 120 in two of the three files
  for (const name of ['UDOT_Snow_PMs_Survey_2_F', 'UDOT_Snow_PMs_Survey_3_BCDE']) {
    const bounded = qsf(name)?.instrument.items.filter((item) => item.most !== undefined)
    expect(bounded?.map(({ kind, least, most }) => [kind, least, most])).toEqual([['number', 18, 120]])
  }
})

test.skipIf(!here)(
  'LimeSurvey files of two generations come in; display texts, equations and uploads are named as lost (skipped without the data sets)',
  () => {
    const english = lss('ls205_sample_survey_english')
    const many = lss('ls6_sample_survey_multilingual_fr_de_en_it_ru')
    for (const read of [english, many, lss('ls205_group_relevance')]) {
      if (!read) throw new Error('not read')
      expect(instrument.safeParse(read.instrument).error).toBeUndefined()
      expect(instrumentFaults(read.instrument).filter((fault) => !fault.pointer.endsWith('/text'))).toEqual([])
    }
    expect(english?.questions).toBe(114)
    const ages = lss('ls205_group_relevance')?.instrument.items.filter((item) => item.least !== undefined)
    expect(ages?.map(({ least, most }) => [least, most])).toEqual(
      expect.arrayContaining([
        [0, undefined],
        [0, 115],
        [18, 65],
      ]),
    )
    expect(english?.notes.filter((note) => note.lost).length).toBeGreaterThanOrEqual(14)
    // the file has English among its five languages: that one is taken
    expect(many?.instrument.items.some((item) => /Short free text|short/i.test(item.text.en))).toBe(true)
  },
)

test('an unknown kind is named with its question, and a file that is none is not read', () => {
  const row = (fields: Record<string, string>) =>
    `<row>${Object.entries(fields)
      .map(([key, value]) => `<${key}><![CDATA[${value}]]></${key}>`)
      .join('')}</row>`
  const content = `<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>
    <groups><rows>${row({ gid: '1', group_name: '第一组', group_order: '0', language: 'zh-Hans' })}</rows></groups>
    <questions><rows>${row({ qid: '1', parent_qid: '0', gid: '1', type: 'N', title: 'age', question: '您的年龄', question_order: '0', language: 'zh-Hans', relevance: '1' })}
    ${row({ qid: '4', parent_qid: '0', gid: '1', type: 'N', title: 'km', question: '里程', question_order: '3', language: 'zh-Hans', relevance: '1' })}
    ${row({ qid: '5', parent_qid: '0', gid: '1', type: 'N', title: 'later', question: '之后', question_order: '4', language: 'zh-Hans', relevance: '1' })}
    ${row({ qid: '2', parent_qid: '0', gid: '1', type: '~', title: 'odd', question: '?', question_order: '1', language: 'zh-Hans' })}
    ${row({ qid: '3', parent_qid: '0', gid: '1', type: 'T', title: 'why', question: '为什么', question_order: '2', language: 'zh-Hans', relevance: '((age.NAOK == "30"))' })}</rows></questions>
    <question_attributes><rows>${row({ qid: '1', attribute: 'min_num_value_n', value: '18' })}${row({ qid: '1', attribute: 'max_num_value_n', value: '65' })}
    ${row({ qid: '4', attribute: 'max_num_value_n', value: '99.5' })}${row({ qid: '4', attribute: 'num_value_int_only', value: '1' })}
    ${row({ qid: '5', attribute: 'min_num_value_n', value: '{km}' })}</rows></question_attributes></document>`
  const read = readLimeSurvey(content, base)
  expect(read?.instrument.items.map((item) => [item.code, item.kind, item.text.zh, item.showIf?.item])).toEqual([
    ['age', 'number', '您的年龄', undefined],
    ['why', 'text', '为什么', 'age'],
    ['km', 'number', '里程', undefined],
    ['later', 'number', '之后', undefined],
  ])
  expect(read?.instrument.items.map(({ least, most }) => [least, most])).toEqual([
    [18, 65],
    [undefined, undefined],
    [undefined, 99.5],
    [undefined, undefined],
  ])
  // what cannot be kept is said: a kind that is not known, whole numbers only, a bound that is a formula
  expect(read?.notes.map((note) => [note.question, note.lost])).toEqual([
    ['odd', true],
    ['km', false],
    ['later', false],
  ])
  expect(read?.notes.at(-1)?.en).toContain('{km}')
  expect(readLimeSurvey('<html>', base)).toBeNull()
  expect(readQualtrics('not json', base)).toBeNull()
})
