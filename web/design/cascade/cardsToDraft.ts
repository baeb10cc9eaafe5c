import type { Cascade } from './cascadeNodes.ts'

type Asked = {
  readonly units: readonly Pick<Cascade['units'][number], 'kind' | 'template' | 'card'>[]
  readonly people: readonly Pick<Cascade['people'][number], 'leader' | 'postId' | 'card'>[]
  readonly posts: readonly Pick<Cascade['posts'][number], 'postId' | 'template'>[]
}

/** How many cards one press of “draft” makes: units and staff without a card whose template is known. Leaders get no plan. */
export function cardsToDraft({ units, people, posts }: Asked): { readonly units: number; readonly plans: number } {
  const drafted = new Set(posts.filter(({ template }) => template.templateCode !== null).map(({ postId }) => postId))
  return {
    units: units.filter(({ kind, template, card }) => kind !== 'bureau' && card === null && template.templateCode !== null).length,
    plans: people.filter(({ leader, postId, card }) => !leader && card === null && drafted.has(postId)).length,
  }
}
