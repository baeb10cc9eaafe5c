import { readPosts } from '@milepost/contract/institution/posts'
import { serve } from '../../platform/http/serve.ts'
import { countHolders, listPosts } from './data.ts'

export const readPostsRoute = serve(readPosts, {
  run: async ({ tx, institutionId, today }) => {
    const holders = await countHolders(tx, institutionId, today)
    return { posts: (await listPosts(tx, institutionId)).map((post) => ({ ...post, holders: holders.get(post.postId) ?? 0 })) }
  },
})
