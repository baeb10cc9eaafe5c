import { type DryRunFacts, readDryRunFacts } from '@milepost/contract/run/dryRun'
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { CallRefused, call } from '../../platform/call.ts'
import { type AskedLevel, LEVELS, WHOLE } from './levels.ts'

type Asked = { readonly scorecardId: string | null; readonly cycleIds: readonly string[]; readonly scope: AskedLevel }
type YearFacts = { readonly years: readonly DryRunFacts[] | null; readonly refused: CallRefused | null }

/** A scheme with the values of each of these years, of one level or of all; null until all are there. The same answers stay the same list. */
export const useYearFacts = ({ scorecardId, cycleIds, scope }: Asked): YearFacts =>
  useQueries({
    queries: (scorecardId === null ? [] : cycleIds).flatMap((cycleId) =>
      (scope === WHOLE ? LEVELS : [scope]).map((level) => ({
        queryKey: [readDryRunFacts.name, scorecardId, cycleId, level],
        queryFn: () => call(readDryRunFacts, { scorecardId: scorecardId ?? '', cycleId, scope: level }),
      })),
    ),
    combine: together,
  })

function together(found: UseQueryResult<DryRunFacts>[]): YearFacts {
  const answers = found.flatMap(({ data }) => (data === undefined ? [] : [data]))
  return {
    years: found.length > 0 && answers.length === found.length ? answers : null,
    refused: found.map(({ error }) => error).find((error) => error instanceof CallRefused) ?? null,
  }
}
