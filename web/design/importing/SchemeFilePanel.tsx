import { importScheme } from '@milepost/contract/design/exchange'
import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { PageLink, useGo } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import type { Sent } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { useMay } from '../../platform/session.tsx'
import type { ScorecardView } from '../useDesign.ts'
import { SchemeChanges } from '../versions/SchemeChanges.tsx'
import { en, zh } from './text.ts'

type SchemeFile = Sent<typeof importScheme>['file']

/** A scheme as JSON: looked at whole, then saved as the draft of a cycle that has none. */
export function SchemeFilePanel({ view }: { readonly view: ScorecardView }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const mayOpenCycle = useMay('cycle.edit')
  const free = [{ ...view.cycle, scorecardId: view.scorecard?.scorecardId ?? null }, ...view.otherCycles]
    .filter((one) => one.scorecardId === null)
    .sort((a, b) => b.year - a.year)
  const [cycleId, setCycleId] = useState(free[0]?.cycleId ?? null)
  const [file, setFile] = useState<{ readonly name: string; readonly content: SchemeFile } | null>(null)
  const [unread, setUnread] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const doing = useDo(importScheme)
  const take = async (chosen: File | undefined) => {
    if (!chosen || cycleId === null) return
    doing.forget()
    try {
      const content: SchemeFile = JSON.parse(await chosen.text())
      setFile({ name: chosen.name, content })
      setUnread(false)
      doing.start({ cycleId, step: 'check', file: content })
    } catch {
      setFile(null)
      setUnread(true)
    }
  }
  if (cycleId === null)
    return (
      <p>
        {text.schemeNoCycle} {mayOpenCycle && <PageLink href="/institution/cycles">{text.toCycles}</PageLink>}
      </p>
    )
  const found = doing.outcome
  return (
    <div className="mp-form">
      <p className="mp-panel-say" style={{ marginTop: 0 }}>
        {text.schemeSay}
      </p>
      <Field label={text.schemeInto}>
        {(control) => (
          <Select
            {...control}
            value={cycleId}
            popupMatchSelectWidth={false}
            options={free.map((one) => ({ value: one.cycleId, label: pick(one.name) }))}
            onChange={(next: string) => {
              setCycleId(next)
              doing.forget()
            }}
          />
        )}
      </Field>
      <div className="mp-row">
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
        <Button loading={doing.busy} onClick={() => chooser.current?.click()}>
          {text.chooseFile}
        </Button>
        {file !== null && <span>{file.name}</span>}
      </div>
      {unread && (
        <p className="mp-field-error" role="alert">
          {text.notJson}
        </p>
      )}
      {doing.refused !== null && <RefusalNote refused={doing.refused} />}
      {found !== null && file !== null && (
        <div role="status">
          <p>{text.schemeFound(found.perspectives, found.objectives, found.links, found.cards, found.lines)}</p>
          <p className={found.intact ? 'mp-soft' : 'mp-field-error'}>{found.intact ? text.intact : text.notIntact}</p>
          {found.against !== null && (
            <p>
              {found.against.changes.length === 0
                ? text.againstSame(found.against.year, pick(found.against.name))
                : text.against(found.against.year, pick(found.against.name), found.against.changes.length)}
            </p>
          )}
          {found.against !== null && found.against.changes.length > 0 && <SchemeChanges changes={found.against.changes} />}
          {found.scorecardId === null ? (
            <Button type="primary" loading={doing.busy} onClick={() => doing.start({ cycleId, step: 'save', file: file.content })}>
              {text.saveScheme}
            </Button>
          ) : (
            <Button type="primary" onClick={() => go(`/design/scorecard?cycle=${cycleId}`)}>
              {text.openScheme}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
