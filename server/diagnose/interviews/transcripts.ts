import { findPersonalData, withoutPersonalData } from '@milepost/anonymity/personalData'
import { readTranscriptFile, saveTranscript } from '@milepost/contract/diagnose/interviews'
import { Refusal } from '@milepost/contract/refusals'
import { listPeople } from '../../institution/published.ts'
import { serve } from '../../platform/http/serve.ts'
import { findInterview, listCodings, updateInterview } from './data.ts'
import { textOfFile } from './textOfFile.ts'

/** The words of a file, to be looked through before they are saved. */
export const readTranscriptFileRoute = serve(readTranscriptFile, {
  run: ({ input }) => textOfFile(input.name, Buffer.from(input.content, 'base64')),
})

export const saveTranscriptRoute = serve(saveTranscript, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const { interviewId } = input
    const row = await findInterview(tx, institutionId, interviewId)
    if (!row) throw new Refusal('not-found')
    if (row.consent !== true) throw new Refusal('consent-missing')
    if (row.revision !== input.revision) throw new Refusal('changed-meanwhile')
    const given = input.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC')
    const names = (await listPeople(tx, institutionId, today)).flatMap((one) => [one.name, one.nameEn])
    const found = findPersonalData(given, names)
    const text = input.withoutPersonalData ? withoutPersonalData(given, found) : given
    const passages = (await listCodings(tx, institutionId, [interviewId])).length
    if (passages > 0 && text !== row.transcript) throw new Refusal('transcript-coded', { passages })
    const revision = row.revision + 1
    await updateInterview(tx, { institutionId, interviewId }, { transcript: text, language: input.language, revision })
    audit({ kind: 'interview', id: interviewId, detail: { number: row.number, characters: [...text].length } })
    const left = input.withoutPersonalData ? [] : found
    return { revision, text, found: left.slice(0, 100).map(({ kind, text: words, certain }) => ({ kind, text: words, certain })) }
  },
})
