import type { OutputOf } from '@milepost/contract/endpoint'
import type { listConsequences } from '@milepost/contract/reward/outcome'

export type OutcomeView = OutputOf<typeof listConsequences>['rows'][number]['outcomes'][number]
