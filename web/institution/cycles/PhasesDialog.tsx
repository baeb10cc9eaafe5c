import { plannedStages } from '@milepost/appraisal/phaseDays'
import type { OutputOf } from '@milepost/contract/endpoint'
import { type CycleRow, planPhases, type readPhases } from '@milepost/contract/institution/cycles'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, stageName, zh } from './text.ts'

type PhasesDialogProps = {
  readonly cycle: CycleRow
  readonly plan: OutputOf<typeof readPhases>
  readonly onClose: () => void
}

/** The last day of each phase; one that was never planned is suggested, and may be left empty. */
export function PhasesDialog({ cycle, plan, onClose }: PhasesDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const saving = useDo(planPhases)
  const { phases, suggested, unknownYears } = plan
  const isPlanned = phases.some(({ lastDay }) => lastDay !== null)
  const start = Object.fromEntries(phases.map(({ stage, lastDay }) => [stage, (isPlanned ? lastDay : suggested[stage]) ?? '']))
  return (
    <FormDialog
      title={text.planPhases}
      about={String(cycle.year)}
      sentence={[text.phasesSay, ...(unknownYears.length === 0 ? [] : [text.unknownYears(unknownYears)])].join('')}
      fields={plannedStages.map((stage) => ({
        key: stage,
        label: pick(stageName(stage)),
        hint: text.suggestedDay(suggested[stage] ?? ''),
        kind: 'day' as const,
        optional: true,
        pointer: `/days/${stage}`,
      }))}
      start={start}
      acting={saving}
      onSave={(values) => {
        const day = (stage: (typeof plannedStages)[number]) => values[stage] || null
        return saving.run({
          cycleId: cycle.cycleId,
          days: {
            diagnose: day('diagnose'),
            choose: day('choose'),
            design: day('design'),
            run: day('run'),
            appraise: day('appraise'),
            reward: day('reward'),
            open: day('open'),
          },
        })
      }}
      onClose={onClose}
    />
  )
}
