import { Refusal } from '@milepost/contract/refusals'
import { addReviewItem, closeReview, openReview, readReview, readReviews, saveReviewItem } from '@milepost/contract/run/reviews'
import { findCycle, listPeopleDuring, openCycle } from '../../institution/published.ts'
import { contentHash } from '../../platform/audit/canonicalJson.ts'
import type { Tx } from '../../platform/database/database.ts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { listNotes } from '../redLines/data.ts'
import { readReds } from '../redLines/reds.ts'
import { agendaItem, needsDecision } from './agenda.ts'
import { type Item, insertItems, insertReview, listItems, listReviews, markClosed, type Review, recordItem } from './data.ts'

const headOf = (review: Review, items: readonly Item[]) => {
  const { reviewId, title, heldOn, chair, present, state, hash } = review
  const own = items.filter((one) => one.reviewId === reviewId)
  return {
    reviewId,
    title,
    heldOn,
    chair,
    present,
    state,
    hash,
    items: own.length,
    decided: own.filter((one) => one.decision !== '').length,
  }
}

export const readReviewsRoute = serve(readReviews, {
  run: async ({ tx, institutionId, input }) => {
    const reviews = await listReviews(tx, institutionId, { cycleId: input.cycleId })
    const items = await listItems(tx, institutionId, { reviewIds: reviews.map((one) => one.reviewId) })
    return { reviews: reviews.map((review) => headOf(review, items)) }
  },
})

export const readReviewRoute = serve(readReview, {
  run: async ({ tx, institutionId, input }) => {
    const [review] = await listReviews(tx, institutionId, { reviewId: input.reviewId })
    const cycle = review && (await findCycle(tx, institutionId, review.cycleId))
    if (!review || !cycle) throw new Refusal('not-found')
    const items = await listItems(tx, institutionId, { reviewIds: [review.reviewId] })
    const people = await listPeopleDuring(tx, institutionId, { from: cycle.startsOn, to: cycle.endsOn })
    const names = new Map(people.map((person) => [person.personId, person.name]))
    return {
      review: { ...headOf(review, items), closedBy: review.closedBy, closedAt: review.closedAt?.toISOString() ?? null },
      items: items.map(({ ownerPersonId, reviewId: _review, ...item }) => ({
        ...item,
        owner: ownerPersonId === null ? null : { personId: ownerPersonId, name: names.get(ownerPersonId) ?? '' },
      })),
      people: people.map(({ personId, name }) => ({ personId, name })),
    }
  },
})

/** The agenda: what is red in the institution, and of the units what has no note or whose action did not work; each with what was said so far. */
export const openReviewRoute = serve(openReview, {
  run: async ({ tx, institutionId, input, today, audit }) => {
    const cycle = await openCycle(tx, institutionId, input.cycleId)
    const notes = await listNotes(tx, institutionId, { cycleId: cycle.cycleId })
    const reds = (await readReds(tx, institutionId, { cycle, today })).filter((red) => needsDecision(red, notes))
    const reviewId = newId()
    const { title, heldOn, chair, present } = input
    await insertReview(tx, institutionId, { reviewId, cycleId: cycle.cycleId, title, heldOn, chair, present })
    const items = reds.map((red, at) => {
      const note = notes.find((one) => one.cardId === red.card.cardId && one.measureId === red.line.measureId)
      return { itemId: newId(), reviewId, orderNo: at + 1, ...agendaItem(red, note ?? null) }
    })
    await insertItems(tx, institutionId, items)
    audit({ kind: 'review', id: reviewId, detail: { heldOn, items: items.length } })
    return { reviewId, items: items.length }
  },
})

export const addReviewItemRoute = serve(addReviewItem, {
  run: async ({ tx, institutionId, input, audit }) => {
    await stillOpen(tx, institutionId, input.reviewId)
    const items = await listItems(tx, institutionId, { reviewIds: [input.reviewId] })
    const itemId = newId()
    const orderNo = Math.max(0, ...items.map((one) => one.orderNo)) + 1
    const subject = { zh: input.subject, en: input.subject }
    await insertItems(tx, institutionId, [{ itemId, reviewId: input.reviewId, orderNo, subject, facts: { zh: '', en: '' } }])
    audit({ kind: 'review', id: input.reviewId, detail: { subject: input.subject } })
    return { itemId }
  },
})

export const saveReviewItemRoute = serve(saveReviewItem, {
  run: async ({ tx, institutionId, input, audit }) => {
    const [item] = await listItems(tx, institutionId, { itemId: input.itemId })
    if (!item) throw new Refusal('not-found')
    await stillOpen(tx, institutionId, item.reviewId)
    if (!(await recordItem(tx, institutionId, input))) throw new Refusal('changed-meanwhile')
    audit({ kind: 'review-item', id: item.itemId, detail: { decision: input.decision, dueOn: input.dueOn } })
    return { version: input.version + 1 }
  },
})

/** Every item has its decision; then the minutes are fixed and hashed. */
export const closeReviewRoute = serve(closeReview, {
  run: async ({ tx, institutionId, input, actor, now, audit }) => {
    const review = await stillOpen(tx, institutionId, input.reviewId)
    const items = await listItems(tx, institutionId, { reviewIds: [review.reviewId] })
    const open = items.filter((one) => one.decision === '')
    if (open.length > 0)
      throw new Refusal('review-undecided', {
        count: open.length,
        subjects: open.map((one) => one.subject.zh),
        subjectsEn: open.map((one) => one.subject.en),
      })
    const { title, heldOn, chair, present } = review
    const hash = contentHash({ title, heldOn, chair, present, items })
    await markClosed(tx, institutionId, { reviewId: review.reviewId, hash, by: actor.name, at: now })
    audit({ kind: 'review', id: review.reviewId, detail: { hash, items: items.length } })
    return { hash }
  },
})

async function stillOpen(tx: Tx, institutionId: string, reviewId: string): Promise<Review> {
  const [review] = await listReviews(tx, institutionId, { reviewId })
  if (!review) throw new Refusal('not-found')
  if (review.state === 'closed') throw new Refusal('review-closed')
  return review
}
