import { readQuestionnaireFile } from '@milepost/contract/diagnose/drafts'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { instrumentOfLibrary } from '../waves/instrumentOfLibrary.ts'
import { readLimeSurvey } from './readLimeSurvey.ts'
import { readQualtrics } from './readQualtrics.ts'

/** Reads another program's questionnaire and says what could not be taken over. Saves nothing: a draft is started from the answer. */
export const readQuestionnaireFileRoute = serve(readQuestionnaireFile, {
  run: async ({ input, library }) => {
    const { name, content } = input
    if (!/\.(qsf|lss)$/i.test(name)) throw new Refusal('questionnaire-file-unknown', { name })
    const base = instrumentOfLibrary(library)
    const read = /\.qsf$/i.test(name) ? readQualtrics(content, base) : readLimeSurvey(content, base)
    if (!read) throw new Refusal('questionnaire-file-unknown', { name })
    return { ...read, notes: read.notes.map((note) => ({ ...note })) }
  },
})
