import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalData, withoutPersonalData } from './personalData.ts'

const kindsIn = (text: string, names: readonly string[] = []) => findPersonalData(text, names).map(({ kind }) => kind)
const sure = (text: string) => findPersonalData(text).filter(({ certain }) => certain).length

describe('what has a form is found in Chinese and English text', () => {
  test.each([
    // the specimen number of the standard GB 11643
    ['身份证11010519491231002X请核实', 'id-card'],
    ['电话13812345678联系我', 'mobile-phone'],
    ['call 138 1234 5678 any time', 'mobile-phone'],
    ['ring +86 138-1234-5678', 'mobile-phone'],
    ['my number is (801) 555-0199', 'mobile-phone'],
    ['办公室010-62345678转802', 'landline'],
    ['写信到 zhang.wei@czgl.gov.cn 吧', 'email'],
    // a test number of the card industry
    ['卡号 6222 0212 3456 7890 128', 'bank-card'],
    ['车牌苏B12345停在门口', 'licence-plate'],
    ['新能源车苏AD12345', 'licence-plate'],
    ['加我微信：road_keeper88', 'messenger'],
    ['see https://example.org/me?id=7', 'web-address'],
    ['他出生于1975年3月8日', 'birth-date'],
    ['住在人民路88号3栋501室', 'home-address'],
  ])('%s', (text, kind) => {
    expect(kindsIn(text)).toEqual([kind])
  })

  test('a number with a wrong check digit may still be one: it is found and marked unsure', () => {
    expect(findPersonalData('110105194912310021')).toMatchObject([{ kind: 'id-card', certain: false }])
    expect(sure('11010519491231002X')).toBe(1)
  })

  test.each([
    '去年完成 12345 公里养护，投资 8600000 元',
    '2024 年 3 月 8 日发布的通知第 15 条',
    'G104 国道 K35+200 至 K36+400',
    '评分 92.5，比上年高 3.2 分',
    'They fixed 138 potholes on route 12 in 2024.',
    '王者归来',
  ])('a number of the work is no personal datum: %s', (text) => {
    expect(kindsIn(text)).toEqual([])
  })
})

describe('people', () => {
  test('whoever is on the list is found, the longer name first', () => {
    expect(findPersonalData('李明明和李明都很负责', ['李明', '李明明'])).toMatchObject([
      { text: '李明明', kind: 'person-listed', certain: true },
      { text: '李明', kind: 'person-listed', certain: true },
    ])
  })

  test('a Latin name only as a whole word, in any case', () => {
    expect(kindsIn('ann lee said the annual plan is late', ['Ann Lee', 'Ann'])).toEqual(['person-listed'])
  })

  test('a surname with a form of address is pointed out, a person decides', () => {
    expect(findPersonalData('是王科长让我们这样填的')).toMatchObject([{ kind: 'person-addressed', certain: false }])
    expect(findPersonalData('Mr. Smith never answers')).toMatchObject([{ text: 'Mr. Smith', certain: false }])
  })
})

describe('taken out', () => {
  test('each find gives way to what it was, in the language of the text', () => {
    const zh = '请打13812345678找李明'
    expect(withoutPersonalData(zh, findPersonalData(zh, ['李明']))).toBe('请打［电话］找［某同志］')
    const en = 'Write to ann@example.org or ask Ann Lee.'
    expect(withoutPersonalData(en, findPersonalData(en, ['Ann Lee']))).toBe('Write to [e-mail] or ask [a colleague].')
  })

  test('what was taken out is not there any more, wherever it stood', () => {
    const datum = fc.constantFrom('13812345678', 'a.b@example.org', '苏B12345', '李明', '010-62345678')
    const words = fc.constantFrom('今年', ' road ', '，', '\n', '养护很好', ' ok. ', '🚧')
    fc.assert(
      fc.property(fc.array(fc.tuple(words, datum), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.map(([before, each]) => `${before}${each}。`).join('')
        const left = withoutPersonalData(text, findPersonalData(text, ['李明']))
        for (const [, each] of parts) expect(left).not.toContain(each)
        expect(findPersonalData(left, ['李明'])).toEqual([])
      }),
    )
  })

  test('finds do not overlap and stand in the order of the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const found = findPersonalData(text, ['李明'])
        for (const [at, each] of found.entries()) {
          expect(text.slice(each.from, each.to)).toBe(each.text)
          expect(each.from).toBeGreaterThanOrEqual(found[at - 1]?.to ?? 0)
        }
      }),
    )
  })
})
