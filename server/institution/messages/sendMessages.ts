import nodemailer from 'nodemailer'
import type { Database } from '../../platform/database/database.ts'
import { calendarFile } from './calendarFile.ts'
import { lease, settle, type Waiting } from './deliveryData.ts'
import { postFor, refusedBy } from './webhook.ts'

type Sending = { readonly database: Database; readonly institutionId: string; readonly now: Date; readonly address: string | undefined }

/** A receiver that does not answer is given up after so long; the message is tried again later. */
const PATIENCE_MS = 15_000

/** Sends what waits, a batch at a time, outside of any transaction; each sending ends as sent or with its error. */
export async function sendMessages({ database, institutionId, now, address }: Sending): Promise<{ sent: number; failed: number }> {
  const done = { sent: 0, failed: 0 }
  for (;;) {
    const batch = await database.inInstitution(institutionId, (tx) => lease(tx, institutionId, now, 50))
    if (batch.length === 0) return done
    for (const one of batch) {
      const error = await sendOne(one, now, address).then(
        () => null,
        (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)).slice(0, 500),
      )
      if (error === null) done.sent += 1
      else done.failed += 1
      await database.inInstitution(institutionId, (tx) => settle(tx, institutionId, { ...one, error }, now))
    }
  }
}

export async function sendOne(one: Waiting, now: Date, address: string | undefined): Promise<void> {
  const [subject, body] = one.language === 'en' ? [one.subjectEn, one.bodyEn] : [one.subjectZh, one.bodyZh]
  const link = address === undefined ? one.href : new URL(one.href, address).toString()
  if (one.kind === 'mail') return sendMail(one, { subject, body, link, now })
  const post = postFor({ ...one, subject, body, link }, now)
  const answer = await fetch(post.url, {
    method: 'POST',
    headers: post.headers,
    body: post.body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const refused = refusedBy(one.kind, answer.status, await answer.text())
  if (refused !== null) throw new Error(refused)
}

/** Told again after a crash, it carries the same Message-ID, so that a mailbox shows it once. */
async function sendMail(one: Waiting, told: { subject: string; body: string; link: string; now: Date }): Promise<void> {
  const transport = nodemailer.createTransport({
    url: one.address,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  const calendar =
    one.dueOn === null
      ? null
      : calendarFile(
          [{ uid: one.messageId, on: one.dueOn, summary: told.subject, description: told.body, url: absolute(told.link) }],
          one.createdAt,
        )
  try {
    await transport.sendMail({
      from: one.sender,
      to: one.email ?? '',
      subject: told.subject,
      text: `${told.body}\n\n${told.link}\n`,
      messageId: `<${one.messageId}@milepost>`,
      date: told.now,
      ...(calendar === null
        ? {}
        : { attachments: [{ filename: 'milepost.ics', content: calendar, contentType: 'text/calendar; charset=utf-8; method=PUBLISH' }] }),
    })
  } finally {
    transport.close()
  }
}

/** A calendar elsewhere cannot follow an address of this site alone. */
const absolute = (link: string) => (link.startsWith('http') ? link : '')
