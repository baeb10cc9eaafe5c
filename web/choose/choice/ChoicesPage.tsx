import { listChoices, openChoice } from '@milepost/contract/choose/choice'
import { Button } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { dayOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useCycle, useMay } from '../../platform/session.tsx'
import { en, zh } from './text.ts'

export function ChoicesPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const cycle = useCycle()
  const mayEdit = useMay('choice.edit')
  const { choices } = useAsk(listChoices, {})
  const opening = useDo(openChoice)
  const year = cycle?.year ?? null

  const [naming, setNaming] = useState(false)
  const open = async (title: { readonly zh: string; readonly en: string }) => {
    const { choiceId } = await opening.run({ title })
    go(`/choose/${choiceId}`)
  }
  const button = mayEdit && (
    <Button type="primary" onClick={() => setNaming(true)}>
      {text.open}
    </Button>
  )

  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} primary={choices.length > 0 ? button : undefined} />
      <DataTable
        label={text.title}
        plain
        rows={choices}
        rowKey={(row) => row.choiceId}
        href={(row) => `/choose/${row.choiceId}`}
        empty={<Empty title={text.emptyTitle} sentence={text.emptySentence} next={button} />}
        columns={[
          { key: 'title', title: text.name, value: (row) => pick(row.title) },
          { key: 'state', title: text.state, value: (row) => text.states[row.state] },
          { key: 'decided', title: text.decided, value: (row) => row.decidedMethod },
          {
            key: 'by',
            title: text.decidedCol,
            value: (row) => (row.decidedAt === null ? null : `${row.decidedBy} ${dayOf(row.decidedAt)}`),
          },
        ]}
      />
      {naming && (
        <FormDialog
          title={text.open}
          sentence={text.openSay}
          fields={[
            { key: 'zh', label: text.nameZh, kind: 'text', pointer: '/title/zh' },
            { key: 'en', label: text.nameEn, kind: 'text', pointer: '/title/en', optional: true },
          ]}
          start={{ zh: zh.newTitle(year), en: en.newTitle(year) }}
          acting={opening}
          okText={text.openGo}
          onSave={({ zh: name = '', en: nameEn = '' }) => open({ zh: name.trim(), en: nameEn.trim() })}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}
