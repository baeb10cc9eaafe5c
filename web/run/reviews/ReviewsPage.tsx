import { openReview, readReviews } from '@milepost/contract/run/reviews'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { DataTable } from '../../parts/DataTable.tsx'
import { DayField } from '../../parts/DayField.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { en, zh } from './text.ts'

export function ReviewsPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <Reviews chosen={chosen} cycleId={chosen.cycle.cycleId} year={chosen.cycle.year} />
  return (
    <>
      <PageHead title={text.reviews} sentence={text.reviewsSentence} />
      <NoCycle />
    </>
  )
}

function Reviews({ chosen, cycleId, year }: { readonly chosen: RunCycle; readonly cycleId: string; readonly year: number }) {
  const text = useText({ zh, en })
  const { reviews } = useAsk(readReviews, { cycleId })
  const mayLead = useMay('review.lead')
  const [opening, setOpening] = useState(false)
  const meet = mayLead && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {text.meet}
    </Button>
  )
  return (
    <>
      <PageHead
        title={text.reviews}
        sentence={text.reviewsSentence}
        back={{ href: `/run/red-lines?year=${year}`, text: text.backRed }}
        beside={<CycleChoice chosen={chosen} />}
        primary={meet}
      />
      <DataTable
        label={text.reviews}
        plain
        onPhone="cards"
        rows={reviews}
        rowKey={(row) => row.reviewId}
        href={(row) => `/run/reviews/${row.reviewId}`}
        empty={<Empty title={text.noReviews} sentence={text.noReviewsSay} next={meet} />}
        columns={[
          { key: 'title', title: text.title, value: (row) => row.title },
          { key: 'heldOn', title: text.heldOn, value: (row) => row.heldOn, width: 120 },
          { key: 'chair', title: text.chair, value: (row) => row.chair, width: 140 },
          { key: 'items', title: text.items, kind: 'number', value: (row) => row.items, width: 90 },
          { key: 'decided', title: text.decided, kind: 'number', value: (row) => row.decided, width: 110 },
          { key: 'state', title: text.state, value: (row) => text[row.state], width: 110 },
        ]}
      />
      {opening && <OpenDialog cycleId={cycleId} onClose={() => setOpening(false)} />}
    </>
  )
}

function OpenDialog({ cycleId, onClose }: { readonly cycleId: string; readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const go = useGo()
  const day = today()
  const [typed, setTyped] = useState({ title: text.suggested(Number(day.slice(5, 7))), heldOn: day, chair: '', present: '' })
  const opening = useDo(openReview)
  return (
    <Modal
      open
      title={text.meet}
      okText={text.meet}
      cancelText={text.cancel}
      okButtonProps={{
        disabled: typed.title.trim().length < 2 || typed.chair.trim().length < 2 || typed.heldOn === '',
        loading: opening.busy,
      }}
      onOk={() =>
        opening.run({ cycleId, ...typed }).then(
          ({ reviewId }) => go(`/run/reviews/${reviewId}`),
          () => undefined,
        )
      }
      onCancel={onClose}
    >
      <div className="mp-form">
        {opening.refused !== null && <RefusalNote refused={opening.refused} />}
        <Field label={text.title}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={typed.title}
              onChange={({ target }) => setTyped({ ...typed, title: target.value })}
            />
          )}
        </Field>
        <Field label={text.heldOn}>
          {(control) => <DayField control={control} value={typed.heldOn} onChange={(heldOn) => setTyped({ ...typed, heldOn })} />}
        </Field>
        <Field label={text.chair}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={typed.chair}
              onChange={({ target }) => setTyped({ ...typed, chair: target.value })}
            />
          )}
        </Field>
        <Field label={text.present}>
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              maxLength={4000}
              value={typed.present}
              onChange={({ target }) => setTyped({ ...typed, present: target.value })}
            />
          )}
        </Field>
      </div>
    </Modal>
  )
}
