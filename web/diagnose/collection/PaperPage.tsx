import { enterPaper } from '@milepost/contract/diagnose/collection'
import { listWaves, readQuestionnaire } from '@milepost/contract/diagnose/waves'
import { Alert, Button, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useParam } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import '../diagnose.css'

const zh = {
  title: '录入纸质答卷',
  sentence: '逐份录入：量表题键入数字，“-”为不适用，空白为未答；回车到下一题。一批一起保存，有错则整批不保存。',
  back: '回收答卷',
  batch: '批次（写在纸上的编号）',
  level: '层级',
  next: '下一份',
  save: (n: number) => `保存这一批（${n} 份）`,
  saved: (n: number) => `已保存 ${n} 份。`,
  sheet: (n: number) => `第 ${n} 份`,
  hint: (codes: string) => `选项代码：${codes}`,
}
const en: typeof zh = {
  title: 'Type in paper answers',
  sentence:
    'Sheet by sheet: a figure for an item on a scale, “-” for does not apply, blank for no answer; Enter goes to the next item. A batch is saved together, and not at all while one answer is wrong.',
  back: 'Collect answers',
  batch: 'Batch (the number on the paper)',
  level: 'Level',
  next: 'Next sheet',
  save: (n) => `Save the batch (${n} ${n === 1 ? 'sheet' : 'sheets'})`,
  saved: (n) => `${n} ${n === 1 ? 'sheet' : 'sheets'} saved.`,
  sheet: (n) => `Sheet ${n}`,
  hint: (codes) => `Codes: ${codes}`,
}

type Typed = { readonly stratum: string; readonly answers: Record<string, string> }

export function PaperPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const waveId = useParam('waveId')
  const wave = useAsk(listWaves, {}).waves.find((one) => one.waveId === waveId)
  const questionnaire = useAsk(readQuestionnaire, { questionnaireId: wave?.questionnaireId ?? '' })
  const entering = useDo(enterPaper)
  const [batch, setBatch] = useState('')
  const [stratum, setStratum] = useState(wave?.strata[0]?.code ?? '')
  const [done, setDone] = useState<readonly Typed[]>([])
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const form = useRef<HTMLDivElement>(null)
  const started = Object.values(answers).some((value) => value.trim() !== '')
  const all = started ? [...done, { stratum, answers }] : done
  const focusAt = (at: number) => form.current?.querySelectorAll<HTMLInputElement>('input')[at]?.focus()
  const next = () => {
    setDone(all)
    setAnswers({})
    focusAt(0)
  }
  const save = async () => {
    await entering.run({ waveId, batch, sheets: all.map((one) => ({ stratum: one.stratum, answers: one.answers })) })
    setDone([])
    setAnswers({})
  }
  return (
    <>
      <PageHead
        title={text.title}
        sentence={text.sentence}
        back={{ href: `/diagnose/${waveId}/collection`, text: text.back }}
        primary={
          <Button
            type="primary"
            disabled={all.length === 0 || batch.trim() === ''}
            loading={entering.busy}
            onClick={() => void save().catch(() => undefined)}
          >
            {text.save(all.length)}
          </Button>
        }
      />
      {entering.refused && <RefusalNote refused={entering.refused} />}
      {entering.outcome && all.length === 0 && (
        <Alert type="success" showIcon title={text.saved(entering.outcome.entered)} style={{ marginBottom: 16 }} />
      )}
      <Panel
        title={text.sheet(done.length + 1)}
        acts={
          <Button disabled={!started} onClick={next}>
            {text.next}
          </Button>
        }
      >
        <div className="mp-inline-fields">
          <Field label={text.batch}>
            {(control) => <Input {...control} value={batch} onChange={({ target }) => setBatch(target.value)} />}
          </Field>
          <Field label={text.level}>
            {(control) => (
              <Select
                {...control}
                style={{ width: 220 }}
                value={stratum}
                onChange={setStratum}
                options={(wave?.strata ?? []).map((one) => ({ value: one.code, label: pick(one.name) }))}
              />
            )}
          </Field>
        </div>
        <div ref={form}>
          {questionnaire.instrument.items.map((item, at) => (
            <div key={item.code} className="mp-item-row" style={{ gridTemplateColumns: '34px minmax(0, 1fr) 160px' }}>
              <span>{at + 1}</span>
              <label htmlFor={`paper-${item.code}`}>
                {pick(item.text)}
                {item.options && <small> {text.hint(item.options.map((one) => `${one.code} ${pick(one.name)}`).join(', '))}</small>}
              </label>
              <Input
                id={`paper-${item.code}`}
                value={answers[item.code] ?? ''}
                onChange={({ target }) => setAnswers({ ...answers, [item.code]: target.value })}
                onPressEnter={() => (at === questionnaire.instrument.items.length - 1 ? next() : focusAt(at + 1))}
              />
            </div>
          ))}
        </div>
      </Panel>
    </>
  )
}
