import { downloadChange, openNextWave, readChange } from '@milepost/contract/open/change'
import { Refusal } from '@milepost/contract/refusals'
import { diagnosedWaves, followWave, openDiagnosis } from '../../diagnose/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { docxOut } from '../../platform/papers/docxOut.ts'
import { changePaper } from './changePaper.ts'
import { yearOfChange } from './yearOfChange.ts'

export const readChangeRoute = serve(readChange, {
  run: ({ tx, institutionId, library, config, today }) => yearOfChange(tx, institutionId, { library, timeZone: config.timeZone, today }),
})

export const downloadChangeRoute = serve(downloadChange, {
  run: async ({ tx, institutionId, input, library, config, today, audit }) => {
    const { change } = await yearOfChange(tx, institutionId, { library, timeZone: config.timeZone, today })
    if (!change) throw new Refusal('not-found')
    audit({ kind: 'wave', id: change.after.waveId, detail: { language: input.language } })
    const name = input.language === 'zh' ? `一年来的变化-${change.years.after}` : `what-changed-${change.years.after}`
    return docxOut(name, changePaper(change, today, input.language), input.language)
  },
})

/** The loop closes here: the wave that asks whether it helped starts from the one that asked what was wrong. */
export const openNextWaveRoute = serve(openNextWave, {
  run: async ({ tx, institutionId, input, audit }) => {
    const [last] = await diagnosedWaves(tx, institutionId)
    if (!last) throw new Refusal('no-wave-to-follow')
    const open = await openDiagnosis(tx, institutionId)
    if (open) throw new Refusal('wave-still-open', { name: open.zh })
    const waveId = await followWave(tx, institutionId, { waveId: last.waveId, name: input.name, openedOn: input.openedOn })
    audit({ kind: 'wave', id: waveId, detail: { follows: last.waveId } })
    return { waveId }
  },
})
