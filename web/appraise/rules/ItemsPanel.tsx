import { ratingForm } from '@milepost/contract/appraise/ratings'
import type { readRules } from '@milepost/contract/appraise/rules'
import type { OutputOf } from '@milepost/contract/endpoint'
import { POST_CLASSES } from '@milepost/terms/posts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { AND } from '../words.ts'
import { en, zh } from './text.ts'

type Props = { readonly items: OutputOf<typeof readRules>['items'] }

/** What raters rate: the items of the sheets, and the classes of posts each is asked of. */
export function ItemsPanel({ items }: Props) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const said = (forms: Props['items'][number]['forms']) =>
    forms.length === ratingForm.options.length ? text.everyClass : forms.map((one) => pick(POST_CLASSES[one])).join(pick(AND))
  return (
    <Panel title={text.items} sentence={text.itemsSay}>
      <DataTable
        label={text.items}
        plain
        onPhone="cards"
        rows={items}
        rowKey={(row) => row.code}
        columns={[
          { key: 'head', title: text.head, value: (row) => pick(row.headName), filter: true, width: 120 },
          { key: 'item', title: text.item, value: (row) => pick(row.text) },
          { key: 'forms', title: text.forClasses, value: (row) => said(row.forms), filter: true, width: 260 },
          { key: 'code', title: text.code, value: (row) => row.code, width: 190 },
        ]}
      />
    </Panel>
  )
}
