import { readDownstream } from '@milepost/contract/appraise/reopenings'
import { Alert } from 'antd'
import { PageLink } from '../../platform/address.tsx'
import { useAskMaybe } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { dayOf } from '../words.ts'
import { en, zh } from './text.ts'

type StaleNoteProps = {
  readonly cycle: { readonly cycleId: string; readonly year: number } | null /** The page that shows it. */
  readonly page: string
}

/** Says on the page itself that what it shows no longer agrees with the grades, and how it is made anew. */
export function StaleNote({ cycle, page }: StaleNoteProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const mayRead = useMay('appraisal.list')
  const { answer } = useAskMaybe(readDownstream, cycle && mayRead ? { cycleId: cycle.cycleId } : null)
  const stale = answer?.made.find((one) => one.href === page && one.stale)
  if (!stale || !cycle) return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 16 }}
      title={text.staleNote(pick(stale.what), answer?.changedAt ? dayOf(answer.changedAt) : '')}
      description={
        <>
          {pick(stale.mend)} · <PageLink href={`/appraise/reopening?year=${cycle.year}`}>{text.title}</PageLink>
        </>
      }
    />
  )
}
