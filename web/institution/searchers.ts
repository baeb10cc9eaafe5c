import type { Searcher } from '../platform/house.tsx'

/** What the search box finds in this room. The searching itself is loaded when somebody searches. */
export const institutionSearchers: readonly Searcher[] = [
  {
    key: 'people',
    title: { zh: '人员', en: 'People' },
    permission: 'person.read',
    find: async (words) => (await import('./searching.ts')).findPeople(words),
  },
  {
    key: 'units',
    title: { zh: '部门', en: 'Units' },
    permission: 'unit.read',
    find: async (words) => (await import('./searching.ts')).findUnits(words),
  },
]
