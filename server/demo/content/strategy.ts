/** Objectives that answer what the diagnosis found. */
export const ANSWERS: Readonly<Record<string, string>> = { I6: 'P2', P4: 'P3', L3: 'P5' }

type DemoTheme = { readonly name: { readonly zh: string; readonly en: string }; readonly objectives: readonly string[] }

export const THEMES: readonly DemoTheme[] = [
  { name: { zh: '平安公路', en: 'Safe roads' }, objectives: ['P1', 'I3', 'I4', 'L1'] },
  { name: { zh: '品质路面', en: 'Good pavement' }, objectives: ['P2', 'I1', 'I2', 'F1'] },
  { name: { zh: '为民服务', en: 'Service to the people' }, objectives: ['P3', 'P4', 'I5'] },
]

/** Whose head answers for each objective. */
export const OWNERS: Readonly<Record<string, string>> = {
  P1: 'AQK',
  P2: 'YHK',
  P3: 'BGS',
  P4: 'BGS',
  F1: 'CWK',
  F2: 'CWK',
  F3: 'CWK',
  I1: 'YHK',
  I2: 'YHK',
  I3: 'QSK',
  I4: 'AQK',
  I5: 'YHK',
  I6: 'RSK',
  L1: 'RSK',
  L2: 'RSK',
  L3: 'RSK',
  L4: 'XXK',
  L5: 'JJS',
}

/** The arrows the bureau believes in most: how much, after how many periods, who looks at them again and when. */
export const HYPOTHESES = [
  { from: 'I1', to: 'P2', strength: 'strong', lagPeriods: 1, owner: 'YHK', reviewOn: '2026-12-15' },
  { from: 'I2', to: 'P2', strength: 'strong', lagPeriods: 2, owner: 'YHK', reviewOn: '2026-12-15' },
  { from: 'I3', to: 'P1', strength: 'strong', lagPeriods: 1, owner: 'QSK', reviewOn: '2026-12-15' },
  { from: 'I4', to: 'P3', strength: 'medium', lagPeriods: 0, owner: 'BGS', reviewOn: '2026-06-30' },
  { from: 'F1', to: 'P2', strength: 'medium', lagPeriods: 2, owner: 'CWK', reviewOn: '2026-12-15' },
  { from: 'L3', to: 'I1', strength: 'weak', lagPeriods: 1, owner: 'RSK', reviewOn: '2026-12-15' },
] as const
