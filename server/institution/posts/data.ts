import type { Bilingual } from '@milepost/terms/bilingual'
import type { PostClass } from '@milepost/terms/posts'
import type { Tx } from '../../platform/database/database.ts'
import { inBatches } from '../importing/batches.ts'

export type Post = {
  readonly postId: string
  readonly code: string
  readonly title: Bilingual
  readonly postClass: PostClass
  /** 100 is a coefficient of 1.00. */
  readonly coefficientHundredths: number
  /** The card template of the library that drafts the plan of this post. */
  readonly cardTemplate: string | null
}

export const POST_COLUMNS = [
  'post.post_id',
  'post.code',
  'post.title_zh',
  'post.title_en',
  'post.post_class',
  'post.coefficient_hundredths',
  'post.card_template',
] as const

type PostRow = {
  readonly post_id: string
  readonly code: string
  readonly title_zh: string
  readonly title_en: string
  readonly post_class: PostClass
  readonly coefficient_hundredths: number
  readonly card_template: string | null
}

export const postOf = (row: PostRow): Post => ({
  postId: row.post_id,
  code: row.code,
  title: { zh: row.title_zh, en: row.title_en },
  postClass: row.post_class,
  coefficientHundredths: row.coefficient_hundredths,
  cardTemplate: row.card_template,
})

export async function listPosts(tx: Tx, institutionId: string): Promise<Post[]> {
  const rows = await tx
    .selectFrom('post')
    .select(POST_COLUMNS)
    .$narrowType<{ post_class: PostClass }>()
    .where('institution_id', '=', institutionId)
    .orderBy('code')
    .execute()
  return rows.map(postOf)
}

/** People whose primary post it is on the day, by post. */
export async function countHolders(tx: Tx, institutionId: string, on: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('assignment')
    .select(({ fn }) => ['post_id', fn.countAll().as('holders')])
    .where('institution_id', '=', institutionId)
    .where('kind', '=', 'primary')
    .where('valid_from', '<=', on)
    .where((day) => day.or([day('valid_to', 'is', null), day('valid_to', '>=', on)]))
    .groupBy('post_id')
    .execute()
  return new Map(rows.map((row) => [row.post_id, Number(row.holders)]))
}

/** Writes posts, new and changed alike. */
export async function savePosts(tx: Tx, institutionId: string, posts: readonly Post[]): Promise<void> {
  for (const batch of inBatches(posts)) {
    await tx
      .insertInto('post')
      .values(
        batch.map((post) => ({
          institution_id: institutionId,
          post_id: post.postId,
          code: post.code,
          title_zh: post.title.zh,
          title_en: post.title.en,
          post_class: post.postClass,
          coefficient_hundredths: post.coefficientHundredths,
          card_template: post.cardTemplate,
        })),
      )
      .onConflict((on) =>
        on.columns(['institution_id', 'post_id']).doUpdateSet(({ ref }) => ({
          title_zh: ref('excluded.title_zh'),
          title_en: ref('excluded.title_en'),
          post_class: ref('excluded.post_class'),
          coefficient_hundredths: ref('excluded.coefficient_hundredths'),
          card_template: ref('excluded.card_template'),
        })),
      )
      .execute()
  }
}
