import type { OutputOf } from '@milepost/contract/endpoint'
import type { readPhases } from '@milepost/contract/institution/cycles'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

type PhaseDayProps = { readonly phase: OutputOf<typeof readPhases>['phases'][number] | undefined }

/** When a phase is planned to end, or when it ended. */
export function PhaseDay({ phase }: PhaseDayProps) {
  const text = useText({ zh, en })
  if (phase === undefined) return null
  const said = text.phase[phase.state](phase.lastDay ?? '', phase.endedOn ?? '')
  return said === '' ? null : (
    <small className="mp-phase-day" data-state={phase.state}>
      {said}
    </small>
  )
}
