import { expect, test } from 'vitest'
import type { CardResult, NodeResult } from './cardResult.ts'
import { ENGINE_VERSION } from './engineVersion.ts'
import { replay } from './replay.ts'
import { scoreCard } from './scoreCard.ts'
import { card, measure, objective } from './testCards.ts'
import { evidenceDiffersAt } from './ticketEvidence.ts'

const input = card([
  objective('roads', [measure('smooth', 6000, '91.5'), measure('repaired', 4000, '66.6666')]),
  objective('public', [measure('content', 10000, '88')]),
])

const stored = (): CardResult => JSON.parse(JSON.stringify(scoreCard(input)))

const nodeOf = (node: NodeResult, id: string): NodeResult => {
  const found = [node, ...node.children.flatMap(all)].find((one) => one.id === id)
  if (!found) throw new Error(`no node ${id}`)
  return found
}
const all = (node: NodeResult): NodeResult[] => [node, ...node.children.flatMap(all)]
const tampered = (change: (result: CardResult) => void) => {
  const result = stored()
  change(result)
  return replay(input, result).differsAt
}

test('a result that went through a file comes out the same again, with the engine named', () => {
  expect(replay(input, stored())).toEqual({ same: true, differsAt: [], engineVersion: ENGINE_VERSION })
})

test('a figure that was changed is named by its node, and only that node', () => {
  expect(tampered((result) => Object.assign(nodeOf(result.tree, 'repaired'), { official: '99.00' }))).toEqual(['repaired'])
  expect(tampered((result) => Object.assign(nodeOf(result.tree, 'public'), { contribution: '50' }))).toEqual(['public'])
  expect(tampered((result) => Object.assign(nodeOf(result.tree, 'roads').weight.shown, { effective: '90.00' }))).toEqual(['roads'])
  expect(tampered((result) => Object.assign(nodeOf(result.tree, 'content').status, { band: 'A' }))).toEqual(['content'])
  expect(tampered((result) => Object.assign(nodeOf(result.tree, 'card').coverage.shown, { withData: '12.00' }))).toEqual(['card'])
})

test('an actual, a curve or the values taken up that were changed are named by their measure', () => {
  expect(tampered((result) => Object.assign(result.measures[0]?.actual ?? {}, { shown: '95' }))).toEqual(['smooth'])
  expect(tampered((result) => Object.assign(result.measures[1]?.anchors?.[1] ?? {}, { y: '120' }))).toEqual(['repaired'])
  expect(tampered((result) => result.measures[2]?.actual?.used.pop())).toEqual(['content'])
})

test('what stands outside the tree is named too: final score, status, bonus, vetoes', () => {
  expect(tampered((result) => Object.assign(result.final ?? {}, { official: '100.00' }))).toEqual(['final'])
  expect(tampered((result) => Object.assign(result, { provisional: true }))).toEqual(['status'])
  expect(tampered((result) => Object.assign(result.bonus, { applied: '5' }))).toEqual(['bonus'])
  const veto = { id: 'v', reason: { zh: '', en: '' }, effect: 'zero', target: 'card', scoreBefore: null } as const
  expect(tampered((result) => result.vetoes.push(veto))).toEqual(['vetoes'])
})

test('a node that was taken out, put in or moved is named with the parent that lost or got it', () => {
  expect(tampered((result) => nodeOf(result.tree, 'roads').children.pop())).toEqual(['roads', 'repaired'])
  const added = tampered((result) => nodeOf(result.tree, 'public').children.push({ ...nodeOf(result.tree, 'content'), id: 'invented' }))
  expect(added).toEqual(['public', 'invented'])
  expect(tampered((result) => result.measures.push({ ...result.measures[0]!, id: 'orphan' }))).toEqual(['orphan'])
})

test('an input that was changed differs from the measure up to the final score', () => {
  const changed = card([
    objective('roads', [measure('smooth', 6000, '92.5'), measure('repaired', 4000, '66.6666')]),
    objective('public', [measure('content', 10000, '88')]),
  ])
  expect(replay(changed, stored()).differsAt).toEqual(['card', 'perspective of roads', 'roads', 'smooth', 'final'])
})

test('recorded values that are not those that were scored are named by their measure; what is not recorded is not compared', () => {
  const scored = card([objective('roads', [measure('smooth', 6000, '92.4'), measure('repaired', 4000, '66.6666')])])
  const [smooth] = scored.perspectives[0]?.objectives[0]?.measures ?? []
  const period = smooth?.values[0]?.period ?? ''
  const recorded = (actual: string | null) => [{ measure: 'smooth', period, unit: null, revisions: [{ actual }, { actual: '1' }] }]
  expect(evidenceDiffersAt(scored, recorded('92.4'))).toEqual([])
  expect(evidenceDiffersAt(scored, recorded('92.400'))).toEqual([])
  expect(evidenceDiffersAt(scored, recorded(null))).toEqual([])
  expect(evidenceDiffersAt(scored, recorded('99.9'))).toEqual(['smooth'])
})
