import type { CardDesign } from '@milepost/contract/design/card'
import { setLocalTargets } from '@milepost/contract/design/localTargets'
import { linesOf } from '@milepost/contract/design/weights'
import type { InputOf, OutputOf } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import { figuresOfTarget, retarget } from '@milepost/scorecard/retarget'
import { RULE_REFUSALS } from '@milepost/scorecard/ruleRefusals'
import type { ScoringRule } from '@milepost/scorecard/rules'
import type { Bilingual } from '@milepost/terms/bilingual'
import { canonicalJson } from '../../platform/audit/canonicalJson.ts'
import { serve } from '../../platform/http/serve.ts'
import { setLineRules, touchCards } from '../card/data.ts'
import { cardsWhere } from '../card/readCards.ts'

type Asked = InputOf<typeof setLocalTargets>['cards'][number]
type Row = OutputOf<typeof setLocalTargets>['rows'][number]
type Judged = { readonly row: Row; readonly rules: ReadonlyMap<string, ScoringRule> }

/** Each unit gets its verdict; all are saved, or none is. */
export const setLocalTargetsRoute = serve(setLocalTargets, {
  run: async ({ tx, institutionId, input, audit }) => {
    const cardIds = input.cards.map(({ cardId }) => cardId)
    const cards = new Map(
      (await cardsWhere(tx, institutionId, { scorecardId: input.scorecardId, holderKinds: ['unit'], cardIds })).map((card) => [
        card.cardId,
        card,
      ]),
    )
    const judged = input.cards.map((asked) => judge(asked, cards.get(asked.cardId)))
    const rows = judged.map(({ row }) => row)
    const saved = rows.every(({ verdict }) => verdict !== 'wrong')
    if (saved) {
      const changed = rows.filter(({ verdict }) => verdict === 'changed').map(({ cardId }) => cardId)
      const touched = await touchCards(tx, institutionId, new Map(changed.map((cardId) => [cardId, cards.get(cardId)?.revision ?? 0])))
      if (touched !== changed.length) throw new Refusal('changed-meanwhile')
      await setLineRules(tx, institutionId, new Map(judged.flatMap(({ rules }) => [...rules])))
    }
    audit({
      kind: 'scorecard',
      id: input.scorecardId,
      detail: { saved, cards: rows.length, lines: rows.reduce((n, row) => n + row.changed, 0) },
    })
    return { saved, rows }
  },
})

function judge({ cardId, revision, cells }: Asked, card: CardDesign | undefined): Judged {
  const whole = whyNot(card, revision)
  if (!card || whole) return wrong(cardId, [{ cardMeasureId: null, message: whole ?? GONE }])
  const lines = new Map(linesOf(card).map((line) => [line.cardMeasureId, line]))
  const rules = new Map<string, ScoringRule>()
  const problems = cells.flatMap(({ cardMeasureId, figures }): Row['problems'] => {
    const line = lines.get(cardMeasureId)
    if (!line) return [{ cardMeasureId, message: GONE }]
    const found = retarget(line.rule, figures)
    if (found.kind === 'refused')
      return [{ cardMeasureId, message: wordsFor(line.name, figures.trim() === '' ? 'emptied' : found.because, line.rule, figures) }]
    if (canonicalJson(found.rule) !== canonicalJson(line.rule)) rules.set(cardMeasureId, found.rule)
    return []
  })
  if (problems.length > 0) return wrong(cardId, problems)
  return { row: { cardId, verdict: rules.size > 0 ? 'changed' : 'same', changed: rules.size, problems: [] }, rules }
}

const wrong = (cardId: string, problems: Row['problems']): Judged => ({
  row: { cardId, verdict: 'wrong', changed: 0, problems },
  rules: new Map(),
})

function whyNot(card: CardDesign | undefined, revision: number): Bilingual | null {
  if (!card) return GONE
  if (card.state === 'agreed') return AGREED
  return card.revision === revision ? null : MEANWHILE
}

const GONE = { zh: '该卡片或指标已不在方案中，请刷新。', en: 'This card or line is no longer part of the scheme; reload.' }
const AGREED = {
  zh: '该部门卡已确定；改目标请走“版本 → 申请调整目标”。',
  en: 'This card is agreed; ask for a change of target under “Versions”.',
}
const MEANWHILE = { zh: '该部门卡已被他人修改，请刷新后再改。', en: 'Somebody else changed this card meanwhile; reload.' }

const OWN_WORDS: Readonly<Record<'emptied' | 'unreadable' | 'too-many-figures' | 'kind-has-no-target', Bilingual>> = {
  emptied: {
    zh: '目标不能清空；不考核该指标的，请在部门卡上删去',
    en: 'a target cannot be emptied; take the measure off the unit’s card instead',
  },
  unreadable: { zh: '请填一个目标值，或“底线 / 目标 / 挑战”', en: 'enter a target, or floor / target / stretch' },
  'too-many-figures': { zh: '这种计分方式没有这么多数', en: 'this kind of rule has fewer figures' },
  'kind-has-no-target': {
    zh: '这种计分方式没有单一目标值，请在部门卡中修改',
    en: 'this kind of rule has no one target; change it on the card',
  },
}

type Because = Extract<ReturnType<typeof retarget>, { kind: 'refused' }>['because'] | 'emptied'

const isOwn = (because: Because): because is keyof typeof OWN_WORDS => because in OWN_WORDS

/** One figure moves the target past the floor that stays: the floor is named. */
function pastFloor(because: Because, rule: ScoringRule): Bilingual | null {
  const floor = figuresOfTarget(rule)?.floor
  if (floor === undefined || !['direction-contradicts-points', 'points-not-monotone'].includes(because)) return null
  return {
    zh: `目标越过了底线 ${floor}；底线也要改的，填“底线 / 目标”或“底线 / 目标 / 挑战”`,
    en: `the target falls short of the floor ${floor}; to move the floor too, give floor / target or floor / target / stretch`,
  }
}

function wordsFor(name: Bilingual, because: Because, rule: ScoringRule, figures: string): Bilingual {
  const said = isOwn(because) ? OWN_WORDS[because] : isOneFigure(figures) ? pastFloor(because, rule) : null
  const words = said ?? wordsOfRule(because)
  return { zh: `${name.zh}：${words.zh}。`, en: `${name.en || name.zh}: ${words.en}.` }
}

function wordsOfRule(because: Because): Bilingual {
  const { message, mend } = RULE_REFUSALS[because as keyof typeof RULE_REFUSALS]
  return { zh: `${message.zh}。${mend.zh}`, en: `${message.en}. ${mend.en}` }
}

const isOneFigure = (figures: string) => !/[\s/／;；|]/.test(figures.trim())
