import type { CardDesign, CardMeasure } from '@milepost/contract/design/card'
import { exportCards } from '@milepost/contract/design/exchange'
import { percentOf } from '@milepost/contract/design/weights'
import { findCycle, listPeople, listUnits } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import type { OutCell } from '../../platform/spreadsheet/writeTable.ts'
import { decimalCell, writeXlsx } from '../../platform/spreadsheet/writeTable.ts'
import { dayOfCycle } from '../card/dayOfCycle.ts'
import { cardsWhere } from '../card/readCards.ts'
import { CARD_COLUMNS, HOLDER_KINDS, SCOPES } from '../cardFile/columns.ts'
import { knownScorecard } from '../scorecard/draftScorecard.ts'

const NAMES = { holder: { zh: '对象名称', en: 'Holder name' }, measure: { zh: '指标名称', en: 'Measure name' } }

/** The very file that is imported: what nobody edits comes back as "same". Rules of more than six figures leave their cells empty, which keeps them. */
export const exportCardsRoute = serve(exportCards, {
  run: async ({ tx, institutionId, input, today }) => {
    const { language, scorecardId } = input
    const scorecard = await knownScorecard(tx, institutionId, scorecardId)
    const cycle = await findCycle(tx, institutionId, scorecard.cycle_id)
    const holderKinds = input.people === 'yes' ? (['institution', 'unit', 'person'] as const) : (['institution', 'unit'] as const)
    const cards = await cardsWhere(tx, institutionId, { scorecardId, holderKinds })
    const unitCodes = new Map((await listUnits(tx, institutionId)).map((unit) => [unit.unitId, unit.code]))
    const people = input.people === 'yes' && cycle ? await listPeople(tx, institutionId, dayOfCycle(cycle, today)) : []
    const numbers = new Map(people.map((person) => [person.personId, person.employeeNo]))
    const holderOf = (card: CardDesign): string =>
      card.personId !== null
        ? (numbers.get(card.personId) ?? '')
        : card.unitId !== null
          ? (unitCodes.get(card.unitId) ?? '')
          : HOLDER_KINDS.institution[language]
    const columns = Object.values(CARD_COLUMNS).map((column) => `${column.heading[language]}${column.required ? '*' : ''}`)
    const rows = cards.flatMap((card) => {
      const holder = holderOf(card)
      if (holder === '') return []
      return card.perspectives.flatMap((perspective) =>
        perspective.objectives.flatMap((objective) =>
          objective.measures.map((line): OutCell[] => [
            ...[holder, HOLDER_KINDS[card.holderKind][language], line.code],
            objective.objectiveId === null ? null : objective.code,
            decimalCell(percentOf(line.weightBp)),
            ...figuresOf(line),
            SCOPES[line.valueScope][language],
            card.name[language] || card.name.zh,
            line.name[language] || line.name.zh,
          ]),
        ),
      )
    })
    const name = language === 'zh' ? '计分卡.xlsx' : 'cards.xlsx'
    return writeXlsx(name, [...columns, NAMES.holder[language], NAMES.measure[language]], rows)
  },
})

/** Floor, target, stretch, band from, band to, tolerance: only where reading them again gives the same rule. */
function figuresOf({ rule, direction }: CardMeasure): OutCell[] {
  const none = null
  if (rule.kind === 'floor_target_stretch' && rule.direction === direction)
    return [decimalCell(rule.floor), decimalCell(rule.target), decimalCell(rule.stretch), none, none, none]
  if ((rule.kind === 'ratio_up' && direction === 'up') || (rule.kind === 'ratio_down' && direction === 'down'))
    return [none, decimalCell(rule.target), none, none, none, none]
  if (rule.kind === 'range' && direction === 'band' && rule.toleranceAbove === undefined)
    return [none, none, none, decimalCell(rule.low), decimalCell(rule.high), decimalCell(rule.tolerance)]
  return [none, none, none, none, none, none]
}
