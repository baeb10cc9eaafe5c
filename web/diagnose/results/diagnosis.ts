import type { readDiagnosis } from '@milepost/contract/diagnose/results'
import type { OutputOf } from '@milepost/contract/endpoint'

/** What the server says of a wave. */
export type Diagnosis = OutputOf<typeof readDiagnosis>
