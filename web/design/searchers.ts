import type { Searcher } from '../platform/house.tsx'

/** What the search box finds in this room. The searching itself is loaded when somebody searches. */
export const designSearchers: readonly Searcher[] = [
  {
    key: 'measures',
    title: { zh: '指标', en: 'Measure' },
    permission: 'scorecard.read',
    find: async (words) => (await import('./searching.ts')).findMeasures(words),
  },
  {
    key: 'objectives',
    title: { zh: '战略目标', en: 'Objective' },
    permission: 'scorecard.read',
    find: async (words) => (await import('./searching.ts')).findObjectives(words),
  },
  {
    key: 'unit-cards',
    title: { zh: '部门计分卡', en: 'Unit card' },
    permission: 'card.read',
    find: async (words, actor) => (await import('./searching.ts')).findUnitCards(words, actor),
  },
  {
    key: 'plans',
    title: { zh: '个人绩效计划', en: 'Plan' },
    permission: 'plan.list',
    find: async (words) => (await import('./searching.ts')).findPlans(words),
  },
]
