import { agreeUnitCards, readCard, saveCard } from '@milepost/contract/design/cards'
import { chooseTemplates, draftCascade, readCarriers, readCascade, readCoverage } from '@milepost/contract/design/cascade'
import { readLocalTargets, setLocalTargets } from '@milepost/contract/design/localTargets'
import { createScorecard, publishScorecard, readScorecard } from '@milepost/contract/design/scorecard'
import { linesOf } from '@milepost/contract/design/weights'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openTestApp, type TestApp } from '../../testing/testApp.ts'
import { type Bureau, insertBureau, UNHEARD } from '../testing/bureau.ts'
import { linesToSave } from '../testing/cardInput.ts'

let app: TestApp
let office: Client
let leader: Client
let bureau: Bureau
let scorecardId: string
beforeAll(async () => {
  app = await openTestApp()
  office = await app.signIn(['performance-office'])
  leader = await app.signIn(['leader'])
  bureau = await insertBureau(app, 2026)
  ;({ scorecardId } = await office.call(createScorecard, { cycleId: bureau.cycleId, from: 'template' }))
})
afterAll(() => app.close())

const unitOf = async (code: string) => {
  const unit = (await office.call(readCascade, { scorecardId })).units.find((one) => one.code === code)
  if (!unit) throw new Error(`there is a unit ${code}`)
  return unit
}

test('the cascade is drafted by the office only', async () => {
  expect((await app.visitor.ask(draftCascade, { scorecardId })).status).toBe(401)
  expect((await leader.ask(draftCascade, { scorecardId })).status).toBe(403)
  expect((await (await app.signIn(['employee'])).ask(readCascade, { scorecardId })).status).toBe(403)
  expect((await office.ask(draftCascade, { scorecardId: 'x' })).status).toBe(422)
})

test('the template proposed for each unit is shown with its reason, before anything is drafted', async () => {
  const { units, posts } = await office.call(readCascade, { scorecardId })
  expect(units.map((unit) => [unit.code, unit.template.templateCode, unit.template.because])).toEqual([
    ['BUREAU', null, 'not-cascaded'],
    ['YH', 'office-maintenance', 'name-alike'],
    ['BG', 'office-general', 'name-alike'],
    ['GL01', 'station', 'only-one-of-its-kind'],
    ['GL01-1', 'work-area', 'only-one-of-its-kind'],
  ])
  expect(posts.find((post) => post.title.zh === '养护工')?.template).toMatchObject({
    templateCode: 'maintenance-worker',
    because: 'said-by-post',
  })
})

test('the office chooses another template or none; one that does not fit the kind of unit is refused', async () => {
  const unitId = bureau.units.get('BG') ?? ''
  const wrong = await office.ask(chooseTemplates, { units: [{ unitId, templateCode: 'station' }], posts: [] })
  expect(wrong.problem?.code).toBe('template-unknown')
  await office.call(chooseTemplates, { units: [{ unitId, templateCode: null }], posts: [] })
  expect((await unitOf('BG')).template).toMatchObject({ templateCode: null, because: 'chosen-none' })
})

test('one act drafts unit cards and plans, each plan with a development goal; leaders get none; nothing is drafted twice', async () => {
  const report = await office.call(draftCascade, { scorecardId })
  expect(report.units).toEqual({ drafted: 3, existing: 0, withoutTemplate: [{ zh: '办公室', en: 'General Office' }] })
  expect(report.people).toMatchObject({ drafted: 5, existing: 0, leaders: 1, withoutTemplate: [{ name: '季新', post: { zh: '见习' } }] })
  expect(report.goals).toBe(5)
  expect(report.warnings).toEqual([])
  const again = await office.call(draftCascade, { scorecardId })
  expect([again.units.drafted, again.units.existing, again.people.drafted, again.people.existing]).toEqual([0, 3, 0, 5])
  const { people, units } = await office.call(readCascade, { scorecardId })
  for (const holder of [...people, ...units]) if (holder.card) expect(holder.card).toMatchObject({ totalBp: 10_000, state: 'draft' })
})

test('lines link upwards, and a shared or identical line is scored with the values of whoever holds the parent', async () => {
  const cascade = await office.call(readCascade, { scorecardId })
  const worker = cascade.people.find((person) => person.employeeNo === 'W1')
  const card = await office.call(readCard, { cardId: worker?.card?.cardId ?? '' })
  const lines = card.perspectives.flatMap((p) => p.objectives.flatMap((o) => o.measures))
  expect(lines.some((line) => line.parentCardMeasureId !== null)).toBe(true)
  for (const line of lines) {
    if (line.cascadeKind === 'unique') expect(line.parentCardMeasureId).toBeNull()
    else expect(card.possibleParents.map((parent) => parent.cardMeasureId)).toContain(line.parentCardMeasureId)
    if (line.valueScope === 'own') expect(line.valuesOf).toEqual({ kind: 'person', personId: worker?.personId })
    if (line.valueScope === 'unit') expect(line.valuesOf).toEqual({ kind: 'unit', unitId: worker?.unitId })
  }
  expect(card.goals).toHaveLength(1)
  expect(card.suggestedGoals).toHaveLength(1)
})

test('coverage names what nobody carries, and what loses its parent when a line above goes', async () => {
  const before = await office.call(readCoverage, { scorecardId })
  expect(before.cards).toEqual({ units: 3, people: 5 })
  expect(before.reach).toHaveLength(21)
  expect(before.withoutDevelopmentGoal).toEqual([])
  expect(before.reach.find((line) => line.code === 'PS01')?.reach).toBe('person')
  const uncovered = before.reach.filter((line) => line.reach === 'nobody').map((line) => line.code)
  expect(uncovered.length).toBeGreaterThan(0)
  expect(uncovered).toContain('LG16')
  const carriers = await office.call(readCarriers, { scorecardId })
  const kinds = carriers.holders.map(({ holderKind }) => holderKind)
  expect(kinds.toSorted()).toEqual(['institution', ...Array(5).fill('person'), ...Array(3).fill('unit')])
  const served = new Set(carriers.lines.map(({ parent }) => parent))
  const own = carriers.lines.filter(({ h }) => carriers.holders[h]?.holderKind === 'institution')
  expect(
    own
      .filter(({ id }) => !served.has(id))
      .map(({ m }) => carriers.measures[m]?.code)
      .sort(),
  ).toEqual(uncovered.sort())
  expect([carriers.goals.length, carriers.objectives.length]).toEqual([5, 18])

  const { card } = await office.call(readScorecard, { cycleId: bureau.cycleId })
  if (!card) throw new Error('there is a card')
  const pavement = linesOf(card).find((line) => line.code === 'PS01')
  const kept = linesToSave(card).filter((line) => line.cardMeasureId !== pavement?.cardMeasureId)
  const { detached } = await office.call(saveCard, { cardId: card.cardId, revision: card.revision, lines: kept })
  expect(detached).toBeGreaterThan(0)
  const after = await office.call(readCoverage, { scorecardId })
  expect(after.reach.some((line) => line.code === 'PS01')).toBe(false)
})

test('a unit card may not serve a person, itself or a line that is not there', async () => {
  const station = await office.call(readCard, { cardId: (await unitOf('GL01')).card?.cardId ?? '' })
  const lines = linesToSave(station)
  const own = lines[1]?.cardMeasureId ?? null
  const serves = (parentCardMeasureId: string | null) =>
    lines.map((line, at) => (at === 0 ? { ...line, cascadeKind: 'causal' as const, parentCardMeasureId } : line))
  for (const parent of [own, null, '0190a000-0000-7000-8000-000000000000']) {
    const refused = await office.ask(saveCard, { cardId: station.cardId, revision: station.revision, lines: serves(parent) })
    expect(refused.problem?.code).toBe('parent-unknown')
  }
})

test('local targets of like units are set in one table: a verdict for every unit, all saved or none', async () => {
  const targets = await office.call(readLocalTargets, { scorecardId, kind: 'station' })
  expect(targets.rows.map((row) => row.code)).toEqual(['GL01'])
  const station = targets.rows[0]!
  const across = station.lines.findIndex((line) => line?.rule.kind === 'floor_target_stretch')
  const line = station.lines[across]!
  const rule = line.rule as { direction: string; floor: string; target: string; stretch: string }
  const areas = await office.call(readLocalTargets, { scorecardId, kind: 'work-area' })
  const area = areas.rows[0]!
  const other = area.lines.find((one) => one !== null)!
  const put = (figures: string, second: string, revision = area.revision) => ({
    scorecardId,
    cards: [
      { cardId: station.cardId, revision: station.revision, cells: [{ cardMeasureId: line.cardMeasureId, figures }] },
      { cardId: area.cardId, revision, cells: [{ cardMeasureId: other.cardMeasureId, figures: second }] },
    ],
  })
  const own = `${rule.floor} / ${rule.target} / ${rule.stretch}`
  const better = `${rule.floor} / ${rule.target} / ${rule.target}`
  const refused = await office.call(setLocalTargets, put(better, 'ninety'))
  expect(refused.saved).toBe(false)
  expect(refused.rows.map(({ verdict }) => verdict)).toEqual(['changed', 'wrong'])
  expect(refused.rows[1]?.problems[0]?.message.en).toContain('enter a target, or floor / target / stretch')
  const said = async (figures: string) => (await office.call(setLocalTargets, put(figures, '1'))).rows[0]?.problems[0]?.message.en
  expect(await said('')).toContain('a target cannot be emptied')
  const past = rule.direction === 'down' ? Number(rule.floor) + 1 : Number(rule.floor) - 1
  expect(await said(`${past}%`)).toContain(`falls short of the floor ${rule.floor}`)
  const stale = await office.call(setLocalTargets, put(better, '1', area.revision + 1))
  expect(stale.rows[1]?.problems[0]?.message.en).toContain('Somebody else changed this card')
  const again = async () => (await office.call(readLocalTargets, { scorecardId, kind: 'station' })).rows[0]
  expect(await again()).toEqual(station)
  const cell = { cardMeasureId: line.cardMeasureId, figures: better }
  const saved = await office.call(setLocalTargets, {
    scorecardId,
    cards: [{ cardId: station.cardId, revision: station.revision, cells: [cell] }],
  })
  expect(saved).toMatchObject({ saved: true, rows: [{ verdict: 'changed', changed: 1 }] })
  expect((await again())?.lines[across]?.rule).toEqual({ ...rule, stretch: rule.target })
  expect((await again())?.revision).toBe(station.revision + 1)
  expect((await leader.ask(setLocalTargets, put(own, own))).status).toBe(403)
  const same = { cardId: station.cardId, revision: station.revision + 1, cells: [{ ...cell, figures: better }] }
  expect((await office.call(setLocalTargets, { scorecardId, cards: [same] })).rows).toMatchObject([{ verdict: 'same', changed: 0 }])
})

test('what a unit’s card cannot be published with stands among the checks of the scheme, by the unit’s name and with its card', async () => {
  const { card } = await unitOf('YH')
  const before = await office.call(readCard, { cardId: card?.cardId ?? '' })
  const flat = { kind: 'floor_target_stretch', direction: 'up', floor: '88', target: '88', stretch: '93' } as const
  const lines = linesToSave(before)
  const broken = lines.map((line, at) => (at === 0 ? { ...line, rule: flat } : line))
  const { revision } = await office.call(saveCard, { cardId: before.cardId, revision: before.revision, lines: broken })
  const blocking = async () =>
    (await office.call(readScorecard, { cycleId: bureau.cycleId })).lint.filter(({ cardId }) => cardId !== undefined)
  expect(await blocking()).toMatchObject([
    { code: 'F1', severity: 'blocks', cardId: before.cardId, name: { zh: expect.stringContaining(before.name.zh) } },
  ])
  await office.call(saveCard, { cardId: before.cardId, revision, lines })
  expect(await blocking()).toEqual([])
})

test('unit cards that exist are agreed by publishing; one drafted later is agreed by itself', async () => {
  const view = await office.call(readScorecard, { cycleId: bureau.cycleId })
  if (!view.card || !view.scorecard) throw new Error('there is a card')
  const lines = linesToSave(view.card)
  const objective = view.scorecard.objectives.find((one) => one.code === 'P2')
  await office.call(saveCard, {
    cardId: view.card.cardId,
    revision: view.card.revision,
    lines: [
      ...lines,
      {
        cardMeasureId: null,
        measure: { libraryCode: 'PS01' },
        objectiveId: objective?.objectiveId ?? null,
        weightBp: 1000,
        rule: { kind: 'ratio_up', target: '88' },
        valueScope: 'own',
        cascadeKind: 'unique',
        parentCardMeasureId: null,
      },
    ],
  })
  expect((await leader.call(publishScorecard, { scorecardId, ...UNHEARD })).unitCardsAgreed).toBe(3)
  const station = await unitOf('GL01')
  const refused = await office.ask(saveCard, { cardId: station.card?.cardId ?? '', revision: 1, lines: [] })
  expect(refused.problem?.code).toBe('card-agreed')
  await office.call(chooseTemplates, { units: [{ unitId: bureau.units.get('BG') ?? '', templateCode: 'office-general' }], posts: [] })
  expect((await office.call(draftCascade, { scorecardId })).units.drafted).toBe(1)
  expect((await unitOf('BG')).card?.state).toBe('draft')
  expect((await office.ask(agreeUnitCards, { scorecardId })).status).toBe(403)
  expect((await leader.call(agreeUnitCards, { scorecardId })).agreed).toBe(1)
  expect((await unitOf('BG')).card?.state).toBe('agreed')
})
