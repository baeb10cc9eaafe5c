import { readBallot } from '@milepost/contract/diagnose/ballots'
import { Refusal } from '@milepost/contract/refusals'
import { findInstitutionRow } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findAskedByBallot } from '../waves/findAsked.ts'
import { opennessOf } from './takingWave.ts'

export const readBallotRoute = serve(readBallot, {
  run: async ({ tx, institutionId, input, today }) => {
    const { wave, questionnaire, strata } = await findAskedByBallot(tx, institutionId, input.waveId)
    if (wave.collects !== 'online') throw new Refusal('not-found')
    const institution = await findInstitutionRow(tx, institutionId)
    return {
      institution: { zh: institution.name_zh, en: institution.name_en },
      title: { zh: questionnaire.title_zh, en: questionnaire.title_en },
      name: { zh: wave.name_zh, en: wave.name_en },
      mode: wave.mode as 'anonymous',
      sharedLink: wave.shared_link,
      open: opennessOf(wave, today),
      opensOn: wave.opened_on,
      closesOn: wave.closes_on,
      strata: strata.map((one) => ({ code: one.code, name: { zh: one.name_zh, en: one.name_en }, key: one.ballot_key })),
      instrument: questionnaire.instrument,
      questionnaireHash: questionnaire.body_hash,
    }
  },
})
