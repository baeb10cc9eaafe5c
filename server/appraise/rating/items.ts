import type { InvalidField } from '@milepost/contract/refusals'
import { compare } from '@milepost/exact/exact'
import { POST_CLASSES, type PostClass } from '@milepost/terms/posts'
import type { RatedClass } from '../../../library/schemas/appraisalRules.ts'
import { listPosts } from '../../institution/published.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Library } from '../../platform/library.ts'

export const FORMS = ['management', 'professional', 'skilled-worker'] as const satisfies readonly RatedClass[]

/** Every item of the pack that ratings feed (results come from the scorecard), with the classes of posts whose sheet it is on. */
export function ratingItems({ appraisalRules }: Library) {
  return appraisalRules.heads
    .filter((head) => head.scoredFrom === 'ratings')
    .flatMap((head) =>
      head.items.map((item) => ({
        code: item.code,
        head: head.code,
        headName: head.name,
        text: item.text,
        postClasses: item.postClasses ?? FORMS,
      })),
    )
}

/** What raters rate of somebody in a post of the class. */
export const ratingItemsOf = (library: Library, postClass: RatedClass) =>
  ratingItems(library).filter((item) => item.postClasses.includes(postClass))

type Held = { readonly post_id: string; readonly second_post_id: string | null }

/** The form by which somebody is rated, in each of two posts by the class of that post. A leading official who is rated here is rated as management. */
export async function readForms(tx: Tx, institutionId: string): Promise<(held: Held, forPost: string) => RatedClass> {
  const classes = new Map((await listPosts(tx, institutionId)).map((post) => [post.postId, post.postClass]))
  return (held, forPost) => formFor(classes.get((forPost === 'second' ? held.second_post_id : null) ?? held.post_id) ?? 'management')
}

export const formFor = (postClass: PostClass): RatedClass => (postClass === 'leader' ? 'management' : postClass)

/** Ratings are 0 to 100 on items of the person's own sheet; `form` null: nobody knows whose sheet it is, and any item will do. */
export function invalidRatings(items: Readonly<Record<string, string>>, library: Library, form: RatedClass | null): InvalidField[] {
  const known = new Map(ratingItems(library).map((item) => [item.code, item]))
  return Object.entries(items).flatMap(([code, value]) => {
    const pointer = `/items/${code}`
    const item = known.get(code)
    if (!item) return [{ pointer, zh: '没有这一评分项。', en: 'There is no such rating item.' }]
    if (form !== null && !item.postClasses.includes(form)) return [{ pointer, ...ofAnotherForm(item.postClasses, form) }]
    if (compare(value, '0') >= 0 && compare(value, '100') <= 0) return []
    return [{ pointer, zh: '评分应在 0 至 100 之间。', en: 'A rating lies between 0 and 100.' }]
  })
}

const ofAnotherForm = (classes: readonly RatedClass[], form: RatedClass) => ({
  zh: `这是${classes.map((one) => POST_CLASSES[one].zh).join('、')}的评分项；被评人按${POST_CLASSES[form].zh}评分表评分，此处应留空。`,
  en: `This item is on the sheet for ${classes.map((one) => `${POST_CLASSES[one].en.toLowerCase()}s`).join(' and ')}; the person is rated by the one for ${POST_CLASSES[form].en.toLowerCase()}s. Leave it empty.`,
})

/** A full mark, or below the pass mark of 60: the two ends of the scale that want a word of explanation. A default of this product. */
export const isExtreme = (value: string): boolean => compare(value, '100') >= 0 || compare(value, '60') < 0
