import { readGuide } from '@milepost/contract/diagnose/results'
import { serve } from '../../platform/http/serve.ts'

export const readGuideRoute = serve(readGuide, {
  run: async ({ library: { interviewGuide, remedies } }) => ({
    title: interviewGuide.title,
    consent: interviewGuide.consent,
    minutes: interviewGuide.minutes,
    protocol: interviewGuide.protocol,
    roles: interviewGuide.roles,
    questions: interviewGuide.questions,
    remedies: remedies.remedies.flatMap((one) => one.answers.map((problem) => ({ code: one.code, problem, text: one.action }))),
  }),
})
