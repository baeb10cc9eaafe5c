import { declineRating } from '@milepost/contract/appraise/raters'
import { giveRating, readRatingSheet, saveRatingDraft } from '@milepost/contract/appraise/ratings'
import type { OutputOf } from '@milepost/contract/endpoint'
import { Alert, Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo, useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { minuteOf } from '../../platform/instants.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { toFirstFault, useFieldError } from '../../platform/useFieldError.ts'
import '../appraise.css'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { NominationsPanel } from '../raters/NominationsPanel.tsx'
import { en as reportEn, zh as reportZh } from '../report/text.ts'
import { timeOf, useKeeping } from '../useKeeping.ts'
import { GROUPS, gradeName } from '../words.ts'
import { canStand, RatingItem } from './RatingItem.tsx'
import './rating.css'
import { en, zh } from './text.ts'

type Sheet = OutputOf<typeof readRatingSheet>

export function RatingSheetPage() {
  const [post] = useAddressValue('post')
  const sheet = useAsk(readRatingSheet, {
    appraisalId: useParam('appraisalId'),
    ...(post === 'second' ? { forPost: 'second' as const } : {}),
  })
  return <SheetForm key={`${sheet.appraisalId} ${sheet.forPost}`} sheet={sheet} />
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
  const [declining, setDeclining] = useState(false)
  const [asked, setAsked] = useState(false)
  const outside = Object.values(items).filter((value) => !canStand(Number(value))).length
  const handedIn = giving.outcome !== null
  const draft = { items, criteriaGrade: criteria, comment }
  const keeping = useKeeping(draft, {
    enabled: sheet.open && outside === 0 && !giving.busy && !handedIn,
    keep: (kept) => call(saveRatingDraft, { appraisalId: sheet.appraisalId, forPost: sheet.forPost, ...kept }),
  })
  const left = sheet.group === 'superior' ? sheet.items.filter((item) => items[item.code] === undefined).length : 0
  const reportText = useText({ zh: reportZh, en: reportEn })
  const heads = [...new Set(sheet.items.map((item) => item.head))]
  return (
    <>
      <PageHead
        title={sheet.name}
        sentence={`${text.forms[sheet.form]}${text.sheetSentence}`}
        back={{ href: `/appraise/ratings?year=${sheet.year}`, text: text.back }}
        beside={`${pick(sheet.unit)} · ${pick(sheet.post)} · ${pick(GROUPS[sheet.group] ?? { zh: '', en: '' })}`}
        more={sheet.open ? [{ key: 'decline', text: text.decline, onClick: () => setDeclining(true) }] : []}
      />
      <div className="mp-notes">
        {sheet.onBehalfOf !== null && <Alert type="info" showIcon title={text.onBehalf(sheet.onBehalfOf)} />}
        {asked && <Alert type="info" showIcon role="status" title={text.declineAsked} />}
        {!sheet.open && <Alert type="info" showIcon title={text.locked} />}
        {sheet.leftOver !== null && (
          <Alert
            type="warning"
            showIcon
            title={`${text.leftOver(minuteOf(sheet.leftOver.savedAt), sheet.leftOver.items)}${sheet.leftOver.comment === '' ? '' : text.leftOverComment(sheet.leftOver.comment)}`}
          />
        )}
      </div>
      {sheet.selfReport.length > 0 && (
        <Panel>
          <details>
            <summary>
              <strong>{text.report}</strong>
            </summary>
            <dl className="mp-said">
              {sheet.selfReport.map((one) => (
                <div key={one.facet}>
                  <dt>{reportText.facets[one.facet as keyof typeof reportText.facets]}</dt>
                  <dd>{one.text}</dd>
                </div>
              ))}
            </dl>
          </details>
        </Panel>
      )}
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
        <div className="mp-foot-bar">
          <Button
            type="primary"
            size="large"
            loading={giving.busy}
            onClick={() => {
              if (outside > 0) return toFirstFault()
              giving.start({
                appraisalId: sheet.appraisalId,
                forPost: sheet.forPost,
                items: { ...items },
                criteriaGrade: criteria,
                comment,
              })
            }}
          >
            {text.submit}
          </Button>
          <span className="mp-soft" role="status">
            {outside > 0 ? text.mendFirst(outside) : ''} {left > 0 ? text.left(left) : ''}{' '}
            {keeping.state === 'failed'
              ? text.notKept
              : keeping.state === 'keeping'
                ? text.keeping
                : keeping.at
                  ? text.kept(timeOf(keeping.at))
                  : ''}
            {keeping.state !== 'failed' && keeping.at === null && sheet.draftSavedAt !== null && !handedIn
              ? text.kept(timeOf(new Date(sheet.draftSavedAt)))
              : ''}
          </span>
        </div>
      )}
      {sheet.group === 'superior' && <NominationsPanel appraisalId={sheet.appraisalId} />}
      {declining && (
        <DeclineForm
          sheet={sheet}
          onAsked={() => {
            setAsked(true)
            window.scrollTo({ top: 0 })
          }}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  )
}

type DeclineFormProps = { readonly sheet: Sheet; readonly onAsked: () => void; readonly onClose: () => void }

/** Stepping aside for a tie counts at once; declining for another reason may need the office. */
function DeclineForm({ sheet: { appraisalId, year, name }, onAsked, onClose }: DeclineFormProps) {
  const text = useText({ zh, en })
  const go = useGo()
  // whoever has stepped aside reads this sheet no more
  const declining = useDo(declineRating, readRatingSheet)
  return (
    <FormDialog
      title={`${text.decline} · ${name}`}
      sentence={text.declineSays}
      okText={text.declineDo}
      fields={[
        {
          key: 'kind',
          label: text.declineKind,
          kind: 'choice',
          options: [
            { value: 'recused', label: text.recused },
            { value: 'declined', label: text.declined },
          ],
        },
        { key: 'reason', label: text.reason, kind: 'area' },
      ]}
      start={{ kind: 'recused' }}
      acting={declining}
      onSave={async ({ kind = '', reason = '' }) => {
        const { state } = await declining.run({ appraisalId, kind: kind === 'recused' ? 'recused' : 'declined', reason })
        if (state === 'granted') go(`/appraise/ratings?year=${year}&said=${kind}`)
        else onAsked()
      }}
      onClose={onClose}
    />
  )
}

const FieldError = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <div className="mp-field-error" role="alert">
      {text}
    </div>
  )
