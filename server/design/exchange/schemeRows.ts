import type { schemeFile } from '@milepost/contract/design/exchange'
import type { MeasureDesign } from '@milepost/contract/design/measure'
import type { ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import type { z } from 'zod'
import type { NewCard, NewLine } from '../card/data.ts'
import { parentsFirst } from '../card/parentsFirst.ts'

export type SchemeContent = z.infer<typeof schemeFile>['scheme']

type Into = {
  readonly scorecardId: string
  readonly unitIds: ReadonlyMap<string, string>
  readonly measures: ReadonlyMap<string, Pick<MeasureDesign, 'measureId'>>
  readonly newId: () => string
}

/** A scheme that was judged sound, with ids of its own: what is written for it. */
export function schemeRows(scheme: SchemeContent, { scorecardId, unitIds, measures, newId }: Into) {
  const perspectiveIds = new Map(scheme.perspectives.map(({ code }) => [code, newId()]))
  const objectiveIds = new Map(scheme.objectives.map(({ code }) => [code, newId()]))
  const lineIds = new Map(scheme.cards.flatMap(({ holder, lines }) => lines.map(({ code }) => [`${holder} ${code}`, newId()] as const)))
  const known = (ids: ReadonlyMap<string, string>, code: string): string => {
    const found = ids.get(code)
    if (found === undefined) throw new Error(`the scheme names ${code}, which it does not hold`)
    return found
  }
  const strategy: Pick<ScorecardDesign, 'perspectives' | 'themes' | 'objectives' | 'links'> = {
    themes: [],
    perspectives: scheme.perspectives.map((one, at) => ({ ...one, perspectiveId: known(perspectiveIds, one.code), order: at + 1 })),
    objectives: scheme.objectives.map(({ perspective, ...one }, at) => ({
      ...one,
      objectiveId: known(objectiveIds, one.code),
      perspectiveId: known(perspectiveIds, perspective),
      order: at + 1,
      findingId: null,
      themeId: null,
      ownerPersonId: null,
      place: null,
    })),
    links: scheme.links.map(({ from, to, ...link }) => ({
      ...link,
      fromObjectiveId: known(objectiveIds, from),
      toObjectiveId: known(objectiveIds, to),
      ownerPersonId: null,
      reviewOn: null,
    })),
  }
  const made = scheme.cards.map((card) => ({ card, cardId: newId() }))
  const cards = made.map(({ card: { holder }, cardId }): NewCard => {
    const unitId = holder === 'institution' ? null : known(unitIds, holder)
    return { cardId, scorecardId, holderKind: unitId === null ? 'institution' : 'unit', unitId, personId: null, templateCode: null }
  })
  const lines = made.flatMap(({ card: { holder, lines: own }, cardId }) =>
    own.map(
      (line, at): NewLine => ({
        cardMeasureId: known(lineIds, `${holder} ${line.code}`),
        cardId,
        measureId: measures.get(line.code)?.measureId ?? '',
        objectiveId: line.objective === null ? null : known(objectiveIds, line.objective),
        orderNo: at + 1,
        weightBp: line.weightBp,
        rule: line.rule,
        valueScope: line.valueScope,
        cascadeKind: line.cascadeKind,
        parentCardMeasureId: line.serves === null ? null : known(lineIds, line.serves),
        profile: line.profile,
        critical: line.critical,
      }),
    ),
  )
  return { strategy, cards, lines: parentsFirst(lines) }
}
