/** Who works where: post and number of people, by unit. The head of a unit is one more. */
export type Staffing = { readonly head: string; readonly staff: readonly (readonly [post: string, people: number])[] }

export const OFFICE_STAFFING: Readonly<Record<string, Staffing>> = {
  BGS: {
    head: 'KZ',
    staff: [
      ['WM', 7],
      ['RXZY', 4],
    ],
  },
  RSK: {
    head: 'KZ',
    staff: [
      ['JXZY', 4],
      ['PXZY', 2],
    ],
  },
  CWK: {
    head: 'KZ',
    staff: [
      ['KJ', 4],
      ['YSJX', 2],
    ],
  },
  GHK: { head: 'KZ', staff: [['JHTJ', 5]] },
  GCK: {
    head: 'KZ-GC',
    staff: [
      ['GCGL', 8],
      ['JLY', 3],
    ],
  },
  YHK: {
    head: 'KZ-YH',
    staff: [
      ['LMGCS', 6],
      ['LKPD', 3],
    ],
  },
  QSK: { head: 'KZ-QS', staff: [['QLGCS', 6]] },
  LCK: { head: 'KZ-LC', staff: [['LCGL', 6]] },
  AQK: { head: 'KZ-AQ', staff: [['AQY', 5]] },
  XXK: {
    head: 'KZ',
    staff: [
      ['XTGL', 4],
      ['LWZB', 5],
    ],
  },
  JJS: {
    head: 'KZ',
    staff: [
      ['JJY', 3],
      ['WM', 1],
    ],
  },
  GH: {
    head: 'KZ',
    staff: [
      ['GHGS', 2],
      ['WM', 1],
    ],
  },
}

export const STATION_STAFFING: Staffing = {
  head: 'ZZ',
  staff: [
    ['JSY', 9],
    ['NYY', 2],
  ],
}

/** Every other work area has one machine operator more. */
export const WORK_AREA_STAFFING = (at: number): Staffing => ({
  head: 'GQZ',
  staff: [
    ['YHG', 5],
    ['JXCZ', at % 2 === 0 ? 2 : 1],
  ],
})

export const LEADERSHIP = ['ZR', 'SJ', 'FZR', 'FZR', 'FZR', 'ZGS'] as const
