import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { bilingual, day, done, empty, id } from '../fields.ts'

const words = z.string().trim().max(4000)
const needed = words.min(2)
const personRef = z.object({ personId: id, name: z.string() })

/** What a unit says of a red line: the fact, why, what is done, by whom and until when; later whether it worked. */
export const redLineNote = z.object({
  noteId: id,
  fact: z.string(),
  cause: z.string(),
  action: z.string(),
  owner: personRef,
  dueOn: day,
  /** The score the measure had when the note was written; null: none. */
  scoreThen: z.string().nullable(),
  writtenBy: z.string(),
  writtenAt: z.string(),
  /** The day has come and nobody has looked whether it worked. */
  toCheck: z.boolean(),
  check: z
    .object({
      verdict: z.enum(['worked', 'partly', 'did-not']),
      note: z.string(),
      score: z.string().nullable(),
      by: z.string(),
      at: z.string(),
    })
    .nullable(),
  mayCheck: z.boolean(),
})
export type RedLineNote = z.infer<typeof redLineNote>

/** A measure of the institution or a unit that is red, or has no figure although one is due. */
export const redLine = z.object({
  cardId: id,
  holderKind: z.enum(['institution', 'unit']),
  holder: bilingual,
  measureId: id,
  code: z.string(),
  name: bilingual,
  unit: bilingual,
  digits: z.int(),
  why: z.enum(['red', 'late', 'missing']),
  /** Of the actual: one period, or the first and the last. */
  period: z.string().nullable(),
  /** Periods that are due and not reported. */
  silent: z.array(z.string()),
  /** What made it red, in words: what a note about it begins with. */
  fact: bilingual,
  actual: z.string().nullable(),
  target: z.string().nullable(),
  score: z.string().nullable(),
  /** Newest first. */
  notes: z.array(redLineNote),
  mayWrite: z.boolean(),
})
export type RedLine = z.infer<typeof redLine>

export const readRedLines = endpoint({
  name: 'run.readRedLines',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/red-lines',
  permission: 'red-line.read',
  summary: { zh: '红灯事项及整改', en: 'What is red, and what is done about it' },
  input: z.object({ cycleId: id }),
  output: z.object({
    lines: z.array(redLine),
    /** Notes of measures that are red no more, whose action still has to be looked at or has been. */
    past: z.array(z.object({ holder: bilingual, code: z.string(), name: bilingual, note: redLineNote })),
    people: z.array(personRef),
  }),
  audit: null,
})

export const writeRedLineNote = endpoint({
  name: 'run.writeRedLineNote',
  method: 'POST',
  path: '/api/run/cards/:cardId/red-line-notes',
  permission: 'red-line.write',
  summary: { zh: '填写红灯说明', en: 'Write the note of a red line' },
  input: z.object({ cardId: id, measureId: id, fact: needed, cause: needed, action: needed, ownerPersonId: id, dueOn: day }),
  output: z.object({ noteId: id }),
  audit: 'red-line-noted',
})

export const checkRedLineNote = endpoint({
  name: 'run.checkRedLineNote',
  method: 'POST',
  path: '/api/run/red-line-notes/:noteId/check',
  permission: 'red-line.check',
  summary: { zh: '复查措施是否见效', en: 'Check whether an action worked' },
  input: z.object({ noteId: id, verdict: z.enum(['worked', 'partly', 'did-not']), note: needed }),
  output: done,
  audit: 'red-line-checked',
})

const reviewItem = z.object({
  itemId: id,
  orderNo: z.int(),
  subject: bilingual,
  /** What the agenda put before the meeting. */
  facts: bilingual,
  discussion: z.string(),
  decision: z.string(),
  action: z.string(),
  owner: personRef.nullable(),
  dueOn: day.nullable(),
  version: z.int(),
})
export type ReviewItem = z.infer<typeof reviewItem>

const reviewHead = z.object({
  reviewId: id,
  title: z.string(),
  heldOn: day,
  chair: z.string(),
  present: z.string(),
  state: z.enum(['open', 'closed']),
  items: z.int(),
  decided: z.int(),
  hash: z.string().nullable(),
})
export type ReviewHead = z.infer<typeof reviewHead>

export const readReviews = endpoint({
  name: 'run.readReviews',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/reviews',
  permission: 'review.read',
  summary: { zh: '绩效分析会一览', en: 'Review meetings of a cycle' },
  input: z.object({ cycleId: id }),
  output: z.object({ reviews: z.array(reviewHead) }),
  audit: null,
})

export const readReview = endpoint({
  name: 'run.readReview',
  method: 'GET',
  path: '/api/run/reviews/:reviewId',
  permission: 'review.read',
  summary: { zh: '一次绩效分析会', en: 'One review meeting with its agenda and minutes' },
  input: z.object({ reviewId: id }),
  output: z.object({
    review: reviewHead.extend({ closedBy: z.string().nullable(), closedAt: z.string().nullable() }),
    items: z.array(reviewItem),
    people: z.array(personRef),
  }),
  audit: null,
})

export const openReview = endpoint({
  name: 'run.openReview',
  method: 'POST',
  path: '/api/run/cycles/:cycleId/reviews',
  permission: 'review.lead',
  summary: { zh: '召开绩效分析会（议程取自红灯事项）', en: 'Open a review meeting with an agenda from the red lines' },
  input: z.object({ cycleId: id, title: needed, heldOn: day, chair: needed, present: words }),
  output: z.object({ reviewId: id, items: z.int() }),
  audit: 'review-opened',
})

export const addReviewItem = endpoint({
  name: 'run.addReviewItem',
  method: 'POST',
  path: '/api/run/reviews/:reviewId/items',
  permission: 'review.lead',
  summary: { zh: '增加议题', en: 'Add an item to the agenda' },
  input: z.object({ reviewId: id, subject: needed }),
  output: z.object({ itemId: id }),
  audit: 'review-item-added',
})

export const saveReviewItem = endpoint({
  name: 'run.saveReviewItem',
  method: 'PUT',
  path: '/api/run/review-items/:itemId',
  permission: 'review.lead',
  summary: { zh: '记录议题', en: 'Record an item: discussion, decision, action' },
  input: z.object({
    itemId: id,
    version: z.int(),
    discussion: words,
    decision: words,
    action: words,
    ownerPersonId: id.nullable(),
    dueOn: day.nullable(),
  }),
  output: z.object({ version: z.int() }),
  audit: 'review-item-recorded',
})

export const closeReview = endpoint({
  name: 'run.closeReview',
  method: 'POST',
  path: '/api/run/reviews/:reviewId/closing',
  permission: 'review.lead',
  summary: { zh: '结束会议，固定纪要', en: 'Close a review meeting and fix its minutes' },
  input: z.object({ reviewId: id }),
  output: z.object({ hash: z.string() }),
  audit: 'review-closed',
})

export const downloadMinutes = endpoint({
  name: 'run.downloadMinutes',
  kind: 'download',
  method: 'GET',
  path: '/api/run/reviews/:reviewId/minutes',
  permission: 'review.read',
  summary: { zh: '下载会议纪要（.docx）', en: 'The minutes of a review meeting as a Word file' },
  input: z.object({ reviewId: id, language: z.enum(['zh', 'en']) }),
  output: empty,
  audit: null,
})

const linkCount = z.object({
  link: z.enum(['plan', 'check-in', 'mid-year', 'confirmed', 'value', 'verified', 'self-report', 'signed', 'interview']),
  due: z.int(),
  onTime: z.int(),
  late: z.int(),
})

export const suspicion = z.object({ kind: z.enum(['within-an-hour', 'back-filled', 'copied']), count: z.int(), detail: z.string() })

export const readLinks = endpoint({
  name: 'run.readLinks',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/links',
  permission: 'links.read',
  summary: { zh: '环节完整指数', en: 'Missing links by unit, and who waits for whom' },
  input: z.object({ cycleId: id }),
  output: z.object({
    units: z.array(
      z.object({
        unitId: id,
        name: bilingual,
        people: z.int(),
        /** 0 to 100; null: nothing was due yet. */
        index: z.string().nullable(),
        links: z.array(linkCount),
        suspicions: z.array(suspicion),
      }),
    ),
    waiting: z.array(
      z.object({
        what: z.enum(['plan', 'mid-year', 'confirm', 'value', 'verify', 'not-applicable', 'red-line', 'signed', 'interview']),
        who: bilingual,
        count: z.int(),
        since: day.nullable(),
        href: z.string(),
      }),
    ),
  }),
  audit: null,
})

const vetoEffect = z.enum(['none', 'zero', 'cap-b', 'cap-c', 'cap-d'])

/** Something happened that the measure names as a veto item; leaders decide what follows, and the decision stands with its reason. */
export const vetoCase = z.object({
  cardId: id,
  holder: bilingual,
  measureId: id,
  code: z.string(),
  name: bilingual,
  actual: z.string(),
  decision: z.object({ effect: vetoEffect, reason: z.string(), by: z.string(), at: z.string() }).nullable(),
})
export type VetoCase = z.infer<typeof vetoCase>

export const readVetoes = endpoint({
  name: 'run.readVetoes',
  method: 'GET',
  path: '/api/run/cycles/:cycleId/vetoes',
  permission: 'red-line.read',
  summary: { zh: '一票否决事项', en: 'Veto items that have occurred' },
  input: z.object({ cycleId: id }),
  output: z.object({ cases: z.array(vetoCase) }),
  audit: null,
})

export const decideVeto = endpoint({
  name: 'run.decideVeto',
  method: 'POST',
  path: '/api/run/cards/:cardId/vetoes',
  permission: 'veto.decide',
  summary: { zh: '研究一票否决事项', en: 'Decide what follows from a veto item' },
  input: z.object({ cardId: id, measureId: id, effect: vetoEffect, reason: z.string().trim().min(4).max(2000) }),
  output: done,
  audit: 'veto-decided',
})
