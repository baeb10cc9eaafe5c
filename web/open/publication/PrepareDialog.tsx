import { type CycleRow, readCycles } from '@milepost/contract/institution/cycles'
import { preparePublication, readMisses } from '@milepost/contract/open/publications'
import { Form, Input, Modal, Select } from 'antd'
import { useEffect, useState } from 'react'
import { useGo } from '../../platform/address.tsx'
import { useAsk, useAskMaybe, useDo } from '../../platform/asking.ts'
import { useDraft } from '../../platform/draft.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { EarlierField } from './EarlierField.tsx'
import { earlierText, readEarlier } from './earlierRows.ts'
import { MissFields } from './MissFields.tsx'
import { en, zh } from './text.ts'

type Words = { readonly zh: string; readonly en: string }
const NOTHING: Words = { zh: '', en: '' }

type Typed = {
  readonly story: Words
  readonly contact: Words
  readonly conditions: { readonly traffic: string; readonly mountain: string; readonly wetDays: string }
  readonly said: Readonly<Record<string, Words>>
  readonly earlier: string
}
const NOTHING_TYPED: Typed = {
  story: NOTHING,
  contact: NOTHING,
  conditions: { traffic: '', mountain: '', wetDays: '' },
  said: {},
  earlier: '',
}

/** The newest year whose run is over: there is nothing to publish of one that still runs. */
const readyCycle = (cycles: readonly CycleRow[]): string | undefined =>
  cycles
    .filter(({ stage }) => !BEFORE_RESULTS.has(stage))
    .sort((a, b) => b.year - a.year)
    .at(0)?.cycleId
const BEFORE_RESULTS: ReadonlySet<CycleRow['stage']> = new Set(['diagnose', 'choose', 'design', 'run'])

/** What the snapshot cannot know by itself: the story of the year, of each miss, and whom to ask. It goes on from what was said last. */
export function PrepareDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const { cycles, currentCycleId } = useAsk(readCycles, {})
  const preparing = useDo(preparePublication)
  const [cycleId, setCycleId] = useState(() => readyCycle(cycles) ?? currentCycleId ?? '')
  const draft = useDraft<Typed>('publication', NOTHING_TYPED)
  const { story, contact, conditions, said, earlier = '' } = draft.value
  const { set, restored } = draft
  const say = (part: Partial<Typed>) => set((typed) => ({ ...typed, ...part }))
  const reading = useAskMaybe(readMisses, cycleId === '' ? null : { cycleId })
  const known = reading.answer
  useEffect(() => {
    if (!known || restored) return
    const { before } = known
    const { traffic, mountain, wetDays } = before?.conditions ?? {}
    set((typed) => ({
      ...typed,
      ...(before && { story: before.story, contact: before.contact, said: before.misses }),
      conditions: { traffic: traffic ?? '', mountain: mountain ?? '', wetDays: wetDays ?? '' },
      earlier: earlierText(known.earlier),
    }))
  }, [known, restored, set])
  const read = readEarlier(earlier, known?.measures ?? [])
  const close = () => {
    draft.forget()
    onClose()
  }
  const misses = reading.answer?.misses ?? []
  const prepare = async () => {
    const explained = misses.flatMap(({ code }) => (said[code]?.zh.trim() ? [[code, said[code] ?? NOTHING]] : []))
    const stated = (typed: string) => (typed.trim() === '' ? null : typed.trim())
    const { publicationId } = await preparing.run({
      cycleId,
      story,
      contact,
      misses: Object.fromEntries(explained),
      earlier: [...read.earlier],
      conditions: { traffic: stated(conditions.traffic), mountain: stated(conditions.mountain), wetDays: stated(conditions.wetDays) },
    })
    draft.forget()
    go(`/open/publications/${publicationId}`)
  }
  return (
    <Modal
      open
      width={720}
      title={text.prepare}
      okText={text.prepare}
      cancelText={text.cancel}
      onCancel={close}
      onOk={() => void prepare().catch(() => undefined)}
      confirmLoading={preparing.busy}
      okButtonProps={{
        disabled: story.zh.trim().length < 10 || contact.zh.trim().length < 3 || reading.refused !== null || read.unread.length > 0,
      }}
    >
      {preparing.refused && <RefusalNote refused={preparing.refused} />}
      {reading.refused && <RefusalNote refused={reading.refused} />}
      <Form layout="vertical">
        <Form.Item label={text.year} htmlFor="publication-cycle">
          <Select
            id="publication-cycle"
            value={cycleId}
            onChange={setCycleId}
            options={cycles.map((cycle) => ({ value: cycle.cycleId, label: pick(cycle.name) }))}
          />
        </Form.Item>
        <Form.Item label={text.storyZh} htmlFor="story-zh">
          <Input.TextArea
            id="story-zh"
            rows={5}
            value={story.zh}
            onChange={(event) => say({ story: { ...story, zh: event.target.value } })}
          />
        </Form.Item>
        <Form.Item label={text.storyEn} htmlFor="story-en">
          <Input.TextArea
            id="story-en"
            rows={4}
            value={story.en}
            onChange={(event) => say({ story: { ...story, en: event.target.value } })}
          />
        </Form.Item>
        <MissFields misses={misses} said={said} onSaid={(code, words) => say({ said: { ...said, [code]: words } })} />
        <EarlierField value={earlier} read={read} onChange={(typed) => say({ earlier: typed })} />
        <p className="mp-soft">{text.conditionsSay}</p>
        {(['traffic', 'mountain', 'wetDays'] as const).map((one) => (
          <Form.Item key={one} label={text.conditions[one]} htmlFor={`condition-${one}`}>
            <Input
              id={`condition-${one}`}
              inputMode="decimal"
              value={conditions[one]}
              onChange={({ target }) => say({ conditions: { ...conditions, [one]: target.value } })}
            />
          </Form.Item>
        ))}
        {(['zh', 'en'] as const).map((one) => (
          <Form.Item key={one} label={text.contact[one]} htmlFor={`contact-${one}`}>
            <Input
              id={`contact-${one}`}
              value={contact[one]}
              onChange={(event) => say({ contact: { ...contact, [one]: event.target.value } })}
            />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  )
}
