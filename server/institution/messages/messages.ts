import { DONE } from '@milepost/contract/fields'
import { downloadMyCalendar, markMessagesRead, readMessages, setMessageAddress } from '@milepost/contract/institution/messages'
import { Refusal } from '@milepost/contract/refusals'
import { serve } from '../../platform/http/serve.ts'
import { calendarFile } from './calendarFile.ts'
import { addressesOf, listChannels, markRead, messagesOf, putAddress } from './data.ts'

const NO_ADDRESS = { email: '', language: 'zh' as const }

export const readMessagesRoute = serve(readMessages, {
  run: async ({ tx, institutionId, actor }) => {
    const mailGoesOut = (await listChannels(tx, institutionId)).some((one) => one.active && one.kind === 'mail')
    if (actor.personId === null) return { messages: [], address: NO_ADDRESS, mailGoesOut }
    const messages = await messagesOf(tx, institutionId, actor.personId)
    return {
      messages: messages.map((row) => ({
        messageId: row.message_id,
        subject: { zh: row.subject_zh, en: row.subject_en },
        body: { zh: row.body_zh, en: row.body_en },
        href: row.href,
        dueOn: row.due_on,
        at: row.created_at.toISOString(),
        isRead: row.read_at !== null,
      })),
      address: (await addressesOf(tx, institutionId, [actor.personId])).get(actor.personId) ?? NO_ADDRESS,
      mailGoesOut,
    }
  },
})

export const markMessagesReadRoute = serve(markMessagesRead, {
  run: async ({ tx, institutionId, actor, now, audit }) => {
    audit({ kind: 'person', id: actor.personId ?? '' })
    if (actor.personId !== null) await markRead(tx, { institutionId, personId: actor.personId, at: now })
    return DONE
  },
})

export const setMessageAddressRoute = serve(setMessageAddress, {
  run: async ({ tx, institutionId, input, actor, audit }) => {
    if (actor.personId === null) throw new Refusal('not-permitted')
    await putAddress(tx, institutionId, { ...input, personId: actor.personId })
    audit({ kind: 'person', id: actor.personId, detail: { language: input.language, hasAddress: input.email !== '' } })
    return DONE
  },
})

/** Every due day one has been told of; events keep their names, so that a newer file replaces an older one. */
export const downloadMyCalendarRoute = serve(downloadMyCalendar, {
  run: async ({ tx, institutionId, input, actor, now, config }) => {
    const messages = actor.personId === null ? [] : await messagesOf(tx, institutionId, actor.personId)
    const entries = messages.flatMap((row) =>
      row.due_on === null
        ? []
        : [
            {
              uid: row.message_id,
              on: row.due_on,
              summary: input.language === 'en' ? row.subject_en : row.subject_zh,
              description: input.language === 'en' ? row.body_en : row.body_zh,
              url: config.address === undefined ? '' : new URL(row.href, config.address).toString(),
            },
          ],
    )
    return { fileName: 'milepost.ics', mediaType: 'text/calendar; charset=utf-8', bytes: Buffer.from(calendarFile(entries, now)) }
  },
})
