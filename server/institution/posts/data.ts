import type { Bilingual } from '@milepost/terms/bilingual'
import type { PostClass } from '@milepost/terms/posts'
import type { Tx } from '../../platform/database/database.ts'

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
