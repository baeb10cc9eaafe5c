import { raiseObjectionFor } from '@milepost/contract/appraise/notice'
import { readPeople } from '@milepost/contract/institution/people'
import { Button } from 'antd'
import { useState } from 'react'
import { FormDialog, peopleOptions } from '../../parts/FormDialog.tsx'
import { useAskMaybe, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { representativeEn, representativeFields, representativeZh } from '../results/representativeFields.ts'

const zh = { forWhom: '为谁提出', facts: '异议的事实（至少 10 字）' }
const en: typeof zh = { forWhom: 'For whom', facts: 'Facts (at least 10 characters)' }

/** The office takes in an objection that a representative brings. */
export function ObjectionForButton({ noticeId }: { readonly noticeId: string }) {
  const text = useText({ zh, en })
  const words = useText({ zh: representativeZh, en: representativeEn })
  const raising = useDo(raiseObjectionFor)
  const [open, setOpen] = useState(false)
  // also who is no longer here: the heirs of somebody who died may object
  const people = useAskMaybe(readPeople, open ? { left: 'with' } : null).answer?.people ?? []
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.file}</Button>
      {open && (
        <FormDialog
          title={words.file}
          sentence={words.says}
          fields={[
            { key: 'personId', label: text.forWhom, kind: 'choice', options: peopleOptions(people) },
            ...representativeFields(words),
            { key: 'facts', label: text.facts, kind: 'area' },
          ]}
          start={{}}
          acting={raising}
          onSave={({ personId = '', facts = '', name = '', tie = '', paper = '' }) =>
            raising.run({ noticeId, personId, facts, representative: { name, tie, paper } })
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
