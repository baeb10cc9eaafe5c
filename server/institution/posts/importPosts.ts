import { importPosts, postTemplate } from '@milepost/contract/institution/posts'
import { serve } from '../../platform/http/serve.ts'
import { newId } from '../../platform/newId.ts'
import { readRows } from '../../platform/spreadsheet/columns.ts'
import { importRows } from '../../platform/spreadsheet/importRows.ts'
import { writeTemplate } from '../../platform/spreadsheet/writeTable.ts'
import { headingsIn } from '../importing/headings.ts'
import { waitForOtherImports } from '../importing/onlyImport.ts'
import { POST_SHEET } from './columns.ts'
import { listPosts, savePosts } from './data.ts'
import { judgePosts } from './judgePosts.ts'

export const postTemplateRoute = serve(postTemplate, {
  run: ({ input }) => writeTemplate(input.language === 'zh' ? '岗位导入模板.xlsx' : 'posts-template.xlsx', POST_SHEET, input.language),
})

export const importPostsRoute = serve(importPosts, {
  run: async ({ tx, institutionId, input, table, library, audit }) => {
    await waitForOtherImports(tx, institutionId)
    const rows = judgePosts(readRows(table, POST_SHEET), {
      stored: await listPosts(tx, institutionId),
      templates: library.strategy.postCards,
      headings: headingsIn(table, POST_SHEET),
    })
    const report = await importRows(input.step, rows, (right) =>
      savePosts(
        tx,
        institutionId,
        right.map(({ save }) => ({ ...save, postId: save.postId ?? newId() })),
      ),
    )
    audit({ kind: 'file', id: table.name, detail: { step: input.step, saved: report.saved, ...report.counts } })
    return report
  },
})
