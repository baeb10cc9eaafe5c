import { addReviewItem, closeReview, downloadMinutes, readReview } from '@milepost/contract/run/reviews'
import { Button, Input, Segmented, Space } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useAddressValue, useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { download } from '../../platform/call.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { saveFile } from '../../platform/saveFile.ts'
import { useMay } from '../../platform/session.tsx'
import '../run.css'
import { dayOf } from '../words.ts'
import { ItemForm } from './ItemForm.tsx'
import { ItemMinutes } from './ItemMinutes.tsx'
import './reviews.css'
import { en, zh } from './text.ts'

/** A meeting: item by item while it lasts, as minutes once it is closed. */
export function ReviewPage() {
  const text = useText({ zh, en })
  const { language } = useLanguage()
  const reviewId = useParam('reviewId')
  const { review, items, people } = useAsk(readReview, { reviewId })
  const mayLead = useMay('review.lead')
  const [view, setView] = useAddressValue('view')
  const [at, setAt] = useState(0)
  const closing = useDo(closeReview)
  const running = review.state === 'open' && mayLead
  const undecided = items.filter((one) => one.decision === '').length
  const oneByOne = running && view !== 'all'
  const item = items[Math.min(at, items.length - 1)]
  return (
    <>
      <PageHead
        title={review.title}
        sentence={`${review.heldOn} · ${text.chair} ${review.chair}${review.present === '' ? '' : ` · ${text.present} ${review.present}`}`}
        back={{ href: '/run/reviews', text: text.back }}
        beside={text[review.state]}
        primary={
          <Space>
            <Button onClick={() => void download(downloadMinutes, { reviewId, language }).then(saveFile)}>{text.word}</Button>
            <PrintButton />
          </Space>
        }
      />
      <div className="mp-stack">
        {running && (
          <div className="mp-row mp-unprinted">
            <Segmented
              value={oneByOne ? 'one' : 'all'}
              options={[
                { value: 'one', label: text.one },
                { value: 'all', label: text.all },
              ]}
              onChange={(next) => setView(next === 'all' ? 'all' : null)}
            />
            <Button disabled={undecided > 0 || items.length === 0} loading={closing.busy} onClick={() => closing.start({ reviewId })}>
              {text.close}
            </Button>
            {(undecided > 0 || items.length === 0) && (
              <span className="mp-soft" role="status">
                {items.length === 0 ? text.noItems : text.undecidedItems(undecided)}
              </span>
            )}
          </div>
        )}
        {closing.refused !== null && <RefusalNote refused={closing.refused} />}
        {oneByOne && item !== undefined && (
          <Panel title={text.item(Math.min(at, items.length - 1) + 1, items.length)}>
            <ItemForm key={`${item.itemId} ${item.version}`} item={item} people={people}>
              <Button disabled={at === 0} onClick={() => setAt(at - 1)}>
                {text.previous}
              </Button>
              <Button disabled={at >= items.length - 1} onClick={() => setAt(at + 1)}>
                {text.next}
              </Button>
            </ItemForm>
          </Panel>
        )}
        {!oneByOne && (
          <ol className="mp-review-minutes">
            {items.map((one) => (
              <li key={one.itemId}>
                <ItemMinutes item={one} />
              </li>
            ))}
          </ol>
        )}
        {running && <AddItem reviewId={reviewId} />}
        {review.hash !== null && (
          <p className="mp-run-mend">
            {text.closedBy(review.closedBy ?? '', dayOf(review.closedAt ?? ''))} · {text.hash}{' '}
            <code className="mp-review-hash">{review.hash}</code>
          </p>
        )}
      </div>
    </>
  )
}

function AddItem({ reviewId }: { readonly reviewId: string }) {
  const text = useText({ zh, en })
  const draft = useDraft(`review subject ${reviewId}`, '')
  const { value: subject, set: setSubject } = draft
  const adding = useDo(addReviewItem)
  return (
    <div className="mp-unprinted">
      <Panel title={text.add}>
        <div className="mp-form">
          <Field label={text.addSubject}>
            {(control) => <Input {...control} maxLength={400} value={subject} onChange={({ target }) => setSubject(target.value)} />}
          </Field>
          {adding.refused !== null && <RefusalNote refused={adding.refused} />}
          <Button
            disabled={subject.trim().length < 2}
            loading={adding.busy}
            onClick={() =>
              void adding.run({ reviewId, subject }).then(
                () => {
                  setSubject('')
                  draft.forget()
                },
                () => undefined,
              )
            }
          >
            {text.add}
          </Button>
        </div>
      </Panel>
    </div>
  )
}
