import { openOnlineWave } from '@milepost/contract/diagnose/collection'
import { PROMISES, SHARED_LINK, SHARED_STORED, WAVE_MODES, type WaveMode } from '@milepost/contract/diagnose/promises'
import { adoptQuestionnaire, listQuestionnaires, listWaves, openWave } from '@milepost/contract/diagnose/waves'
import { readUnits } from '@milepost/contract/institution/units'
import { Button, Checkbox, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { DayField } from '../../parts/DayField.tsx'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { useAsk, useDoing } from '../../platform/asking.ts'
import { call } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useCycle } from '../../platform/session.tsx'
import { today } from '../../platform/today.ts'
import { StrataEditor } from './StrataEditor.tsx'
import { followed, isLargeEnough, namesIn, ownPeople, THREE_LEVELS } from './strataDraft.ts'
import { en, zh } from './text.ts'
import '../diagnose.css'

const LIBRARY = 'library'

/** A new wave: what is asked, of whom, how it is collected, and what is promised to those who answer. */
export function OpenWavePage() {
  const text = useText({ zh, en })
  const { language, pick } = useLanguage()
  const go = useGo()
  const { questionnaires } = useAsk(listQuestionnaires, {})
  const { units } = useAsk(readUnits, {})
  const day = today()
  const year = useCycle()?.year ?? Number(day.slice(0, 4))
  const { waves } = useAsk(listWaves, {})
  const [follows] = useAddressValue('follows')
  const before = waves.find((one) => one.waveId === follows)
  const [questionnaire, setQuestionnaire] = useState(before?.questionnaireId ?? questionnaires[0]?.questionnaireId ?? LIBRARY)
  const [name, setName] = useState({ zh: zh.suggestedZh(year), en: en.suggestedEn(year) })
  const [collects, setCollects] = useState<'online' | 'import'>('online')
  const [mode, setMode] = useState<WaveMode>('anonymous')
  const [sharedLink, setSharedLink] = useState(false)
  const [opensOn, setOpensOn] = useState(day)
  const [closesOn, setClosesOn] = useState('')
  const [strata, setStrata] = useState(before ? followed(before.strata, units) : ownPeople(units))
  const online = collects === 'online'
  const fit =
    strata.length > 0 && strata.every((one) => one.name.zh.trim() !== '' && (!online || isLargeEnough(one, { units, mode, sharedLink })))
  const opening = useDoing(async () => {
    const questionnaireId = questionnaire === LIBRARY ? (await call(adoptQuestionnaire, {})).questionnaireId : questionnaire
    const shared = { questionnaireId, name }
    if (!online) {
      const levels = strata.map(({ code, name: level, population }) => ({ code, name: level, population }))
      return { ...(await call(openWave, { ...shared, openedOn: opensOn, strata: levels })), next: 'import' }
    }
    const people = strata.map(({ code, name: level, unitIds, pasted, population }) => ({
      code,
      name: level,
      unitIds: sharedLink ? [] : [...unitIds],
      names: sharedLink ? [] : namesIn(pasted),
      population: sharedLink ? population : null,
    }))
    return {
      ...(await call(openOnlineWave, { ...shared, opensOn, closesOn: closesOn || null, mode, sharedLink, strata: people })),
      next: 'collection',
    }
  })
  const open = async () => {
    const { waveId, next } = await opening.run(undefined)
    go(`/diagnose/${waveId}/${next}`)
  }
  return (
    <>
      <PageHead
        title={text.open}
        sentence={before ? text.followsSay(pick(before.name)) : text.openSentence}
        back={{ href: '/diagnose', text: text.title }}
      />
      <Panel title={text.what}>
        <Field label={text.questionnaire}>
          {(control) => (
            <Select
              {...control}
              style={{ width: '100%', maxWidth: 560 }}
              value={questionnaire}
              onChange={setQuestionnaire}
              options={[
                ...questionnaires.map((one) => ({
                  value: one.questionnaireId,
                  label: text.version(pick(one.title), one.version, one.items),
                })),
                { value: LIBRARY, label: text.fromLibrary },
              ]}
            />
          )}
        </Field>
        <div className="mp-inline-fields">
          <Field label={text.nameZh}>
            {(control) => <Input {...control} value={name.zh} onChange={({ target }) => setName({ ...name, zh: target.value })} />}
          </Field>
          <Field label={text.nameEn}>
            {(control) => <Input {...control} value={name.en} onChange={({ target }) => setName({ ...name, en: target.value })} />}
          </Field>
          <Field label={text.opened}>{(control) => <DayField control={control} isNeeded value={opensOn} onChange={setOpensOn} />}</Field>
          {online && (
            <Field label={text.lastDay}>
              {(control) => <DayField control={control} min={opensOn} value={closesOn} onChange={setClosesOn} />}
            </Field>
          )}
        </div>
      </Panel>
      <Panel title={text.how}>
        <Segmented
          aria-label={text.how}
          value={collects}
          onChange={(next) => {
            setCollects(next === 'online' ? 'online' : 'import')
            if (!before) setStrata(next === 'online' ? ownPeople(units) : THREE_LEVELS)
          }}
          options={[
            { value: 'online', label: text.online },
            { value: 'import', label: text.byFile },
          ]}
        />
        {online && (
          <>
            <p className="mp-panel-say" style={{ marginTop: 12 }}>
              {text.modeSay}
            </p>
            <fieldset className="mp-modes">
              <legend className="mp-unseen">{text.how}</legend>
              {WAVE_MODES.toReversed().map((one) => (
                <label key={one} data-on={mode === one}>
                  <input type="radio" name="mode" checked={mode === one} onChange={() => setMode(one)} />{' '}
                  <strong>{pick(PROMISES[one].name)}</strong>
                  <ul>
                    {(sharedLink && one === 'anonymous' ? SHARED_STORED : PROMISES[one].stored)[language].map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                </label>
              ))}
            </fieldset>
            <Checkbox checked={sharedLink} disabled={mode !== 'anonymous'} onChange={({ target }) => setSharedLink(target.checked)}>
              {text.sharedLink}
            </Checkbox>
            {sharedLink && <p className="mp-panel-say">{SHARED_LINK[language]}</p>}
          </>
        )}
      </Panel>
      <Panel title={text.strata} sentence={online && !sharedLink ? text.peopleSay : text.strataSay}>
        <StrataEditor strata={strata} units={units} withPeople={online && !sharedLink} mode={mode} onChange={setStrata} />
      </Panel>
      <p style={{ marginTop: 16, display: 'flex', gap: 8 }}>
        <Button
          type="primary"
          disabled={!fit || name.zh.trim() === ''}
          loading={opening.busy}
          onClick={() => void open().catch(() => undefined)}
        >
          {text.open}
        </Button>
      </p>
      {opening.refused && <RefusalNote refused={opening.refused} />}
    </>
  )
}
