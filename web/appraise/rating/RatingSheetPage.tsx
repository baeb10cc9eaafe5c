import { giveRating, readRatingSheet } from '@milepost/contract/appraise/ratings'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Alert, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useFieldError } from '../../platform/useFieldError.ts'
import '../appraise.css'
import { GROUPS, gradeName } from '../words.ts'
import { RatingItem } from './RatingItem.tsx'
import './rating.css'
import { en, zh } from './text.ts'

type Sheet = OutputOf<typeof readRatingSheet>

export function RatingSheetPage() {
  const sheet = useAsk(readRatingSheet, { appraisalId: useParam('appraisalId') })
  return <SheetForm key={sheet.appraisalId} sheet={sheet} />
}

function SheetForm({ sheet }: { readonly sheet: Sheet }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const giving = useDo(giveRating)
  const wrong = useFieldError(giving.refused)
  const [items, setItems] = useState<Readonly<Record<string, string>>>(sheet.given)
  const [criteria, setCriteria] = useState(sheet.criteriaGrade)
  const [comment, setComment] = useState(sheet.comment)
  const rate = (code: string, value: number | null) => {
    const { [code]: _old, ...rest } = items
    setItems(value === null ? rest : { ...rest, [code]: String(value) })
  }
  const heads = [...new Set(sheet.items.map((item) => item.head))]
  return (
    <>
      <PageHead
        title={sheet.name}
        sentence={text.sheetSentence}
        back={{ href: '/appraise/ratings', text: text.back }}
        beside={`${pick(sheet.unit)} · ${pick(sheet.post)} · ${pick(GROUPS[sheet.group] ?? { zh: '', en: '' })}`}
      />
      {!sheet.open && <Alert type="info" showIcon title={text.locked} />}
      {heads.map((head) => {
        const own = sheet.items.filter((item) => item.head === head)
        const name = own[0]?.headName
        return (
          <Panel key={head} title={name && pick(name)}>
            {own.map((item) => (
              <RatingItem
                key={item.code}
                item={item}
                value={items[item.code] === undefined ? null : Number(items[item.code])}
                disabled={!sheet.open}
                wrong={wrong(`/items/${item.code}`)}
                onRate={(value) => rate(item.code, value)}
              />
            ))}
          </Panel>
        )
      })}
      {sheet.criteria.length > 0 && (
        <Panel title={text.criteria}>
          <Radio.Group
            value={criteria}
            disabled={!sheet.open}
            onChange={(event) => setCriteria(event.target.value)}
            className="mp-criteria"
          >
            {sheet.criteria.map((one) => (
              <Radio key={one.grade} value={one.grade}>
                <strong>{pick(gradeName(one.grade))}</strong> <span className="mp-soft">{pick(one.text)}</span>
              </Radio>
            ))}
          </Radio.Group>
          <FieldError text={wrong('/criteriaGrade')} />
        </Panel>
      )}
      <Panel title={text.comment}>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          disabled={!sheet.open}
          value={comment}
          aria-label={text.comment}
          onChange={(event) => setComment(event.target.value)}
        />
        <FieldError text={wrong('/comment')} />
      </Panel>
      <div className="mp-notes">
        {giving.refused?.code === 'input-invalid' && <Alert type="error" showIcon role="alert" title={wrong('/items') ?? text.mend} />}
        {giving.refused && giving.refused.code !== 'input-invalid' && <RefusalNote refused={giving.refused} />}
        {giving.outcome && <Alert type="success" showIcon role="status" title={text.saved} />}
      </div>
      {sheet.open && (
        <Button
          type="primary"
          size="large"
          loading={giving.busy}
          onClick={() => giving.start({ appraisalId: sheet.appraisalId, items: { ...items }, criteriaGrade: criteria, comment })}
        >
          {text.submit}
        </Button>
      )}
    </>
  )
}

const FieldError = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <div className="mp-field-error" role="alert">
      {text}
    </div>
  )
