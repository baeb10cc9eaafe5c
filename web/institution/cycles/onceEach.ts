import type { CycleConditionView } from '@milepost/contract/institution/cycleSteps'

/** Several guards rest on one act, which is said, and counted, once. */
export const onceEach = (conditions: readonly CycleConditionView[]): CycleConditionView[] =>
  conditions.filter((one, at) => conditions.findIndex((other) => other.says.zh === one.says.zh) === at)
