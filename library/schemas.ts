import { type AppraisalRules, appraisalRules, type EarlierRules, earlierRules } from './schemas/appraisalRules.ts'
import { type BudgetForm, budgetForm } from './schemas/budgetForm.ts'
import { type InterviewGuide, interviewGuide } from './schemas/interviewGuide.ts'
import { type MeasureLibrary, measureLibrary } from './schemas/measures.ts'
import { type MethodComparison, methodComparison } from './schemas/methods.ts'
import { type FederalRating, federalRating, type PavementStandard, pavementStandard } from './schemas/pavement.ts'
import { type PayRules, payRules } from './schemas/payRules.ts'
import { type PerspectiveTemplates, perspectiveTemplates } from './schemas/perspectives.ts'
import { type Questionnaire, questionnaire } from './schemas/questionnaire.ts'
import { type RemedyFramework, remedyFramework } from './schemas/remedies.ts'
import { type Strategy, strategy } from './schemas/strategy.ts'
import { type WorkingCalendar, workingCalendar } from './schemas/workingCalendar.ts'

/** All content of the library, each file once. */
export type Library = {
  readonly questionnaire: Questionnaire
  readonly interviewGuide: InterviewGuide
  readonly measures: MeasureLibrary
  readonly strategy: Strategy
  readonly perspectiveTemplates: PerspectiveTemplates
  readonly methods: MethodComparison
  readonly appraisalRules: AppraisalRules
  /** An institution's own packs over it, by their days; absent: it has none. */
  readonly ownRules?: readonly AppraisalRules[]
  /** How years before the current rules were appraised. */
  readonly earlierRules: EarlierRules
  readonly payRules: PayRules
  /** The finance bureau's form of self-evaluation, and where measures of the library stand on it. */
  readonly budgetForm: BudgetForm
  readonly pavement: PavementStandard
  readonly federalRating: FederalRating
  readonly remedies: RemedyFramework
  /** By year. A year that is not here has no working days: who needs one refuses. */
  readonly calendars: ReadonlyMap<number, WorkingCalendar>
}

/** Which schema reads which file, by path from the library's folder. Calendars are found by name: calendar/cn-<year>.json. */
export const FILES = {
  questionnaire: { path: 'questionnaires/pm-diagnosis.json', schema: questionnaire },
  interviewGuide: { path: 'interviews/pm-guide.json', schema: interviewGuide },
  measures: { path: 'measures/highway-bureau.json', schema: measureLibrary },
  strategy: { path: 'strategy/public-institution.json', schema: strategy },
  perspectiveTemplates: { path: 'strategy/perspective-templates.json', schema: perspectiveTemplates },
  methods: { path: 'methods/pm-methods.json', schema: methodComparison },
  appraisalRules: { path: 'rules/cn-2023-6.json', schema: appraisalRules },
  earlierRules: { path: 'rules/cn-before-2023.json', schema: earlierRules },
  payRules: { path: 'rules/pay-default.json', schema: payRules },
  budgetForm: { path: 'rules/budget-self-evaluation.json', schema: budgetForm },
  pavement: { path: 'pavement/jtg5210-2018.json', schema: pavementStandard },
  federalRating: { path: 'pavement/fhwa-490.json', schema: federalRating },
  remedies: { path: 'remedies/pm-remedies.json', schema: remedyFramework },
} as const

export const CALENDARS = { folder: 'calendar', file: /^cn-(\d{4})\.json$/, schema: workingCalendar } as const
