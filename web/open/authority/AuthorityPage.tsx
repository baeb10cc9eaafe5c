import { listReports } from '@milepost/contract/open/audiences'
import { Select } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { AuthorityAudience } from '../publication/Audiences.tsx'

const zh = {
  title: '报主管部门',
  sentence: '已发布年度的绩效自评：按预算执行、产出、效益、满意度分类，另有各单位得分、等次人数和整改情况；不含个人。',
  emptyTitle: '还没有发布的年度',
  empty: '单位发布年度结果后，这里可以查看并下载自评表。',
  year: '年度',
  of: (year: number, revision: number) => `${year} 年 第 ${revision} 版`,
}
const en: typeof zh = {
  title: 'For the authority',
  sentence:
    'The published years as a self-evaluation: execution of the budget, output, benefit and satisfaction, with units, grades and actions. No person.',
  emptyTitle: 'No year has been published',
  empty: 'Once the institution has published a year, its form can be read and downloaded here.',
  year: 'Year',
  of: (year, revision) => `${year}, revision ${revision}`,
}

export function AuthorityPage() {
  const text = useText({ zh, en })
  const { publications } = useAsk(listReports, {})
  const [chosen, setChosen] = useState<string | null>(null)
  const publicationId = chosen ?? publications[0]?.publicationId ?? null
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        beside={
          publicationId === null ? undefined : (
            <Select
              aria-label={text.year}
              value={publicationId}
              onChange={setChosen}
              options={publications.map((one) => ({ value: one.publicationId, label: text.of(one.year, one.revision) }))}
            />
          )
        }
      />
      {publicationId === null ? (
        <Empty title={text.emptyTitle} sentence={text.empty} />
      ) : (
        <AuthorityAudience publicationId={publicationId} />
      )}
    </>
  )
}
