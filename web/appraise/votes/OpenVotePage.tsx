import { openVote } from '@milepost/contract/appraise/democraticVotes'
import { readPeople } from '@milepost/contract/institution/people'
import { readUnits } from '@milepost/contract/institution/units'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk, useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { today } from '../../platform/today.ts'
import { useFieldError } from '../../platform/useFieldError.ts'
import { useChosenCycle } from '../useChosenCycle.ts'
import '../appraise.css'
import { GroupsEditor } from './GroupsEditor.tsx'
import { givenOf, totalOf, USUAL_GROUPS } from './groupDraft.ts'
import { en, zh } from './text.ts'

export function OpenVotePage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const { cycle } = useChosenCycle()
  const opening = useDo(openVote)
  const wrong = useFieldError(opening.refused)
  const { people } = useAsk(readPeople, {})
  const { units } = useAsk(readUnits, {})
  const [name, setName] = useState({ zh: `${cycle?.year ?? ''}年度民主测评`, en: `Democratic evaluation ${cycle?.year ?? ''}` })
  const [opensOn, setOpensOn] = useState(today())
  const [closesOn, setClosesOn] = useState(today())
  const [subjects, setSubjects] = useState<readonly string[]>([])
  const [groups, setGroups] = useState(USUAL_GROUPS)
  const isReady = cycle !== null && subjects.length > 0 && totalOf(groups) === 100
  const start = async () => {
    if (!cycle) return
    const { voteId } = await opening.run({
      cycleId: cycle.cycleId,
      name,
      opensOn,
      closesOn,
      subjects: subjects.map((key) => ({ kind: key.startsWith('u') ? 'unit' : 'person', id: key.slice(1) })),
      groups: groups.map(givenOf),
    })
    go(`/appraise/votes/${voteId}`)
  }
  return (
    <>
      <PageHead
        title={text.open}
        sentence={text.sentence}
        back={{ href: '/appraise/votes', text: text.back }}
        primary={
          <Button type="primary" disabled={!isReady} loading={opening.busy} onClick={() => void start().catch(() => undefined)}>
            {text.start}
          </Button>
        }
      />
      {opening.refused && <RefusalNote refused={opening.refused} />}
      <Panel>
        <div className="mp-vote-fields">
          <Field label={text.nameZh}>
            {(control) => <Input {...control} value={name.zh} onChange={({ target }) => setName({ ...name, zh: target.value })} />}
          </Field>
          <Field label={text.nameEn}>
            {(control) => <Input {...control} value={name.en} onChange={({ target }) => setName({ ...name, en: target.value })} />}
          </Field>
          <Field label={text.opensOn}>{(control) => <DayField control={control} isNeeded value={opensOn} onChange={setOpensOn} />}</Field>
          <Field label={text.closesOn} error={wrong('/closesOn')}>
            {(control) => <DayField control={control} isNeeded value={closesOn} onChange={setClosesOn} />}
          </Field>
        </div>
        <Field label={text.subjects} hint={text.subjectsHint}>
          {(control) => (
            <Select
              {...control}
              mode="multiple"
              style={{ width: '100%' }}
              optionFilterProp="label"
              value={[...subjects]}
              onChange={setSubjects}
              options={[
                ...people.map((one) => ({
                  value: `p${one.personId}`,
                  label: `${one.name} · ${pick(one.unit.name)} · ${pick(one.post.title)}`,
                })),
                ...units.map((one) => ({ value: `u${one.unitId}`, label: pick(one.name) })),
              ]}
            />
          )}
        </Field>
      </Panel>
      <Panel title={text.groups} sentence={text.groupsSay}>
        <GroupsEditor groups={groups} units={units} onChange={setGroups} />
      </Panel>
    </>
  )
}
