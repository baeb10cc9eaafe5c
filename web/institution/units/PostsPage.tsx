import { type PostRow, readPosts } from '@milepost/contract/institution/posts'
import { POST_CLASSES } from '@milepost/terms/posts'
import { Button } from 'antd'
import type { Column } from '../../parts/Column.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { coefficientOf } from './coefficient.ts'
import { en, zh } from './postsText.ts'

export function PostsPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const mayImport = useMay('people.import')
  const { posts } = useAsk(readPosts, {})
  const importing = mayImport && (
    <Button type="primary" onClick={() => go('/institution/import?what=posts')}>
      {text.import}
    </Button>
  )
  const columns: readonly Column<PostRow>[] = [
    { key: 'name', title: text.name, value: ({ title }) => pick(title) },
    { key: 'code', title: text.code, value: ({ code }) => code },
    { key: 'class', title: text.postClass, value: ({ postClass }) => pick(POST_CLASSES[postClass]), filter: true },
    {
      key: 'coefficient',
      title: text.coefficient,
      kind: 'number',
      value: ({ coefficientHundredths }) => coefficientOf(coefficientHundredths),
    },
    { key: 'template', title: text.template, value: ({ cardTemplate }) => cardTemplate ?? text.none },
    { key: 'holders', title: text.holders, kind: 'number', value: ({ holders }) => holders },
  ]
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} primary={importing} back={{ href: '/institution/units', text: text.back }} />
      <Panel>
        <DataTable
          label={text.title}
          columns={columns}
          rows={posts}
          rowKey={({ postId }) => postId}
          exportAs={text.exportAs}
          onPhone="cards"
          empty={<Empty title={text.emptyTitle} sentence={text.emptySay} next={importing} />}
        />
      </Panel>
    </>
  )
}
