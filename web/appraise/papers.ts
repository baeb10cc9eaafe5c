import {
  type cyclePaper,
  downloadCyclePaper,
  downloadOtherPaper,
  downloadPersonPaper,
  type personPaper,
} from '@milepost/contract/appraise/papers'
import type { z } from 'zod'
import { useDoing } from '../platform/asking.ts'
import { download } from '../platform/call.ts'
import { useLanguage } from '../platform/language.tsx'
import { saveFile } from '../platform/saveFile.ts'

/** Fetches a paper in the reader's language and hands it over as a file. */
export function usePersonPaper(cycleId: string, personId: string) {
  const { language } = useLanguage()
  return useDoing(async (paper: z.infer<typeof personPaper>) =>
    saveFile(await download(downloadPersonPaper, { cycleId, personId, paper, language })),
  )
}

export function useCyclePaper(cycleId: string) {
  const { language } = useLanguage()
  return useDoing(async (paper: z.infer<typeof cyclePaper>) => saveFile(await download(downloadCyclePaper, { cycleId, paper, language })))
}

/** The form of a term or special appraisal. */
export function useOtherPaper() {
  const { language } = useLanguage()
  return useDoing(async (otherAppraisalId: string) => saveFile(await download(downloadOtherPaper, { otherAppraisalId, language })))
}
