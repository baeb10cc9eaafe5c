import { readVotesOn } from '@milepost/contract/appraise/democraticVotes'
import { Panel } from '../../parts/Panel.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { ResultTable } from './ResultTable.tsx'
import { en, zh } from './text.ts'

/** What counted votes of the cycle said of one person. */
export function VotesOnPanel({ cycleId, personId }: { readonly cycleId: string; readonly personId: string }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const votes = useAskMaybe(readVotesOn, { cycleId, personId }).answer?.votes ?? []
  if (votes.length === 0) return null
  return (
    <Panel title={text.beside} sentence={text.besideSay}>
      {votes.map(({ voteId, name, closedOn, groups, result }) => (
        <ResultTable
          key={voteId}
          label={pick(name)}
          first={text.name}
          rows={[{ key: voteId, name: { zh: `${name.zh}（${closedOn}）`, en: `${name.en} (${closedOn})` }, result }]}
          groups={groups}
        />
      ))}
    </Panel>
  )
}
