import { AGREEMENT_OFFERS } from './agreementOffers.ts'
import { APPORTIONMENT_OFFERS } from './apportionmentOffers.ts'
import { ASSOCIATION_OFFERS } from './associationOffers.ts'
import { COMPARISON_OFFERS } from './comparisonOffers.ts'
import { DECISION_OFFERS } from './decisionOffers.ts'
import { DISTRIBUTION_OFFERS } from './distributionOffers.ts'
import { FACTOR_OFFERS } from './factorOffers.ts'
import { PAVEMENT_OFFERS } from './pavementOffers.ts'
import type { Offers } from './runVectors.ts'
import { SURVEY_OFFERS } from './surveyOffers.ts'
import { WORKBOOK_OFFERS } from './workbookOffers.ts'
import { WORKLOAD_OFFERS } from './workloadOffers.ts'

/** Everything the packages offer, under the names the reference vectors use. */
export const OFFERS: Offers = {
  ...DISTRIBUTION_OFFERS,
  ...SURVEY_OFFERS,
  ...FACTOR_OFFERS,
  ...COMPARISON_OFFERS,
  ...ASSOCIATION_OFFERS,
  ...AGREEMENT_OFFERS,
  ...DECISION_OFFERS,
  ...APPORTIONMENT_OFFERS,
  ...PAVEMENT_OFFERS,
  ...WORKBOOK_OFFERS,
  ...WORKLOAD_OFFERS,
}
