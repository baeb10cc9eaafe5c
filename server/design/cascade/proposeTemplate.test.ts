import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { strategy } from '../../../library/schemas/strategy.ts'
import { proposePostTemplate, proposeUnitTemplate } from './proposeTemplate.ts'

const { unitCards, postCards } = strategy.parse(JSON.parse(readFileSync('library/strategy/public-institution.json', 'utf8')))
const office = (zh: string, en = '') => ({ code: 'X', name: { zh, en }, kind: 'office' })
const proposed = (unit: Parameters<typeof proposeUnitTemplate>[0]) => proposeUnitTemplate(unit, undefined, unitCards)

test.each([
  ['养护科', 'office-maintenance', '养护'],
  ['养护管理科', 'office-maintenance', '养护'],
  ['财务审计科', 'office-finance', '财务'],
  ['组织人事科', 'office-hr', '人事'],
])('%s is proposed %s by the words they share', (zh, code, words) => {
  expect(proposed(office(zh))).toEqual({ templateCode: code, because: 'name-alike', words })
})

test('two templates equally alike are left to the office', () => {
  expect(proposed(office('桥隧养护中心'))).toMatchObject({ templateCode: null, because: 'several-alike' })
})

test('English names are compared by whole words: Finance is not in Maintenance', () => {
  expect(proposed(office('', 'Maintenance Section')).templateCode).toBe('office-maintenance')
})

test('nothing alike proposes nothing, and the bureau itself is not cascaded to', () => {
  expect(proposed(office('离退休干部科'))).toEqual({ templateCode: null, because: 'nothing-alike', words: '' })
  expect(proposed({ code: 'B', name: { zh: '公路局', en: '' }, kind: 'bureau' }).because).toBe('not-cascaded')
})

test('what the office chose goes before every proposal, "no card" too', () => {
  expect(proposeUnitTemplate(office('养护科'), 'office-works', unitCards)).toMatchObject({
    templateCode: 'office-works',
    because: 'chosen',
  })
  expect(proposeUnitTemplate(office('养护科'), null, unitCards)).toMatchObject({ templateCode: null, because: 'chosen-none' })
})

const post = (zh: string, { en = '', code = 'X', cardTemplate = null as string | null } = {}) => ({ code, title: { zh, en }, cardTemplate })
const forPost = (...given: Parameters<typeof post>) => proposePostTemplate(post(...given), undefined, postCards)

test('a post says its template itself; one the library does not know counts for nothing', () => {
  expect(forPost('见习', { cardTemplate: 'clerk' })).toMatchObject({ templateCode: 'clerk', because: 'said-by-post' })
  expect(forPost('见习', { cardTemplate: 'wizard' }).templateCode).toBeNull()
  expect(proposePostTemplate(post('会计', { cardTemplate: 'clerk' }), null, postCards).because).toBe('chosen-none')
})

test.each([
  ['养护工', 'maintenance-worker'],
  ['高级养护工', 'maintenance-worker'],
  ['养护工人', 'maintenance-worker'],
  ['养护科科长', 'chief-maintenance'],
  ['财务科科长', 'section-chief'],
  ['驾驶员', 'machine-operator'],
  ['主办会计', 'accountant'],
])('a post that only has the title %s is proposed %s', (title, code) => {
  expect(forPost(title)).toMatchObject({ templateCode: code, because: 'name-alike' })
})

test('English titles are compared whole; a deputy is not the one deputised for; a title the library lacks is left to the office', () => {
  expect(forPost('', { en: 'Maintenance Worker' }).templateCode).toBe('maintenance-worker')
  expect(forPost('', { en: 'Worker' }).templateCode).toBeNull()
  expect(forPost('副科长').templateCode).toBeNull()
  expect(forPost('见习')).toEqual({ templateCode: null, because: 'nothing-alike', words: '' })
})
