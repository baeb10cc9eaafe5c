import { type DryRunFacts, readDryRunFacts } from '@milepost/contract/run/dryRun'
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { CallRefused, call } from '../../platform/call.ts'
import type { Level } from './DryRunChoices.tsx'

type Asked = { readonly scorecardId: string | null; readonly cycleIds: readonly string[]; readonly scope: Level }
type YearFacts = { readonly years: readonly DryRunFacts[] | null; readonly refused: CallRefused | null }

/** A scheme with the values of each of these years; null until all are there. The same answers stay the same list. */
export const useYearFacts = ({ scorecardId, cycleIds, scope }: Asked): YearFacts =>
  useQueries({
    queries: (scorecardId === null ? [] : cycleIds).map((cycleId) => ({
      queryKey: [readDryRunFacts.name, scorecardId, cycleId, scope],
      queryFn: () => call(readDryRunFacts, { scorecardId: scorecardId ?? '', cycleId, scope }),
    })),
    combine: together,
  })

function together(found: UseQueryResult<DryRunFacts>[]): YearFacts {
  const answers = found.flatMap(({ data }) => (data === undefined ? [] : [data]))
  return {
    years: found.length > 0 && answers.length === found.length ? answers : null,
    refused: found.map(({ error }) => error).find((error) => error instanceof CallRefused) ?? null,
  }
}
