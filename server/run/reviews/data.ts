import type { Tx } from '../../platform/database/database.ts'

export type Review = {
  readonly reviewId: string
  readonly cycleId: string
  readonly title: string
  readonly heldOn: string
  readonly chair: string
  readonly present: string
  readonly state: 'open' | 'closed'
  readonly hash: string | null
  readonly closedBy: string | null
  readonly closedAt: Date | null
}

/** Newest first. */
export async function listReviews(
  tx: Tx,
  institutionId: string,
  filter: { readonly cycleId?: string; readonly reviewId?: string },
): Promise<Review[]> {
  let query = tx
    .selectFrom('review_meeting')
    .selectAll()
    .$narrowType<{ state: Review['state'] }>()
    .where('institution_id', '=', institutionId)
  if (filter.cycleId !== undefined) query = query.where('cycle_id', '=', filter.cycleId)
  if (filter.reviewId !== undefined) query = query.where('review_id', '=', filter.reviewId)
  const rows = await query.orderBy('held_on', 'desc').orderBy('review_id', 'desc').execute()
  return rows.map((row) => ({
    reviewId: row.review_id,
    cycleId: row.cycle_id,
    title: row.title,
    heldOn: row.held_on,
    chair: row.chair,
    present: row.present,
    state: row.state,
    hash: row.hash,
    closedBy: row.closed_by,
    closedAt: row.closed_at,
  }))
}

export async function insertReview(
  tx: Tx,
  institutionId: string,
  review: Pick<Review, 'reviewId' | 'cycleId' | 'title' | 'heldOn' | 'chair' | 'present'>,
): Promise<void> {
  await tx
    .insertInto('review_meeting')
    .values({
      institution_id: institutionId,
      review_id: review.reviewId,
      cycle_id: review.cycleId,
      title: review.title,
      held_on: review.heldOn,
      chair: review.chair,
      present: review.present,
    })
    .execute()
}

export async function markClosed(
  tx: Tx,
  institutionId: string,
  given: { readonly reviewId: string; readonly hash: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx
    .updateTable('review_meeting')
    .set({ state: 'closed', hash: given.hash, closed_by: given.by, closed_at: given.at })
    .where('institution_id', '=', institutionId)
    .where('review_id', '=', given.reviewId)
    .execute()
}

export type Item = {
  readonly itemId: string
  readonly reviewId: string
  readonly orderNo: number
  readonly subject: { readonly zh: string; readonly en: string }
  readonly facts: { readonly zh: string; readonly en: string }
  readonly discussion: string
  readonly decision: string
  readonly action: string
  readonly ownerPersonId: string | null
  readonly dueOn: string | null
  readonly version: number
}

export async function listItems(
  tx: Tx,
  institutionId: string,
  filter: { readonly reviewIds?: readonly string[]; readonly itemId?: string },
): Promise<Item[]> {
  if (filter.reviewIds?.length === 0) return []
  let query = tx.selectFrom('review_item').selectAll().where('institution_id', '=', institutionId)
  if (filter.reviewIds !== undefined) query = query.where('review_id', 'in', [...filter.reviewIds])
  if (filter.itemId !== undefined) query = query.where('item_id', '=', filter.itemId)
  const rows = await query.orderBy('order_no').orderBy('item_id').execute()
  return rows.map((row) => ({
    itemId: row.item_id,
    reviewId: row.review_id,
    orderNo: row.order_no,
    subject: { zh: row.subject_zh, en: row.subject_en },
    facts: { zh: row.facts_zh, en: row.facts_en },
    discussion: row.discussion,
    decision: row.decision,
    action: row.action,
    ownerPersonId: row.owner_person_id,
    dueOn: row.due_on,
    version: row.version,
  }))
}

type NewItem = Pick<Item, 'itemId' | 'reviewId' | 'orderNo' | 'subject' | 'facts'>

export async function insertItems(tx: Tx, institutionId: string, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return
  await tx
    .insertInto('review_item')
    .values(
      items.map((item) => ({
        institution_id: institutionId,
        item_id: item.itemId,
        review_id: item.reviewId,
        order_no: item.orderNo,
        subject_zh: item.subject.zh,
        subject_en: item.subject.en,
        facts_zh: item.facts.zh,
        facts_en: item.facts.en,
      })),
    )
    .execute()
}

type Recorded = Pick<Item, 'itemId' | 'version' | 'discussion' | 'decision' | 'action' | 'ownerPersonId' | 'dueOn'>

/** false: somebody else has recorded it meanwhile. */
export async function recordItem(tx: Tx, institutionId: string, item: Recorded): Promise<boolean> {
  const saved = await tx
    .updateTable('review_item')
    .set({
      discussion: item.discussion,
      decision: item.decision,
      action: item.action,
      owner_person_id: item.ownerPersonId,
      due_on: item.dueOn,
      version: item.version + 1,
    })
    .where('institution_id', '=', institutionId)
    .where('item_id', '=', item.itemId)
    .where('version', '=', item.version)
    .executeTakeFirst()
  return saved.numUpdatedRows === 1n
}
