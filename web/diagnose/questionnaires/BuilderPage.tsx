import { compareInstruments } from '@milepost/contract/diagnose/compareInstruments'
import { discardDraft, freezeDraft, readDraft } from '@milepost/contract/diagnose/drafts'
import { instrumentFaults } from '@milepost/contract/diagnose/instrumentFaults'
import { Alert, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { Field } from '../../parts/Field.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo, useParam } from '../../platform/address.tsx'
import { useDo } from '../../platform/asking.ts'
import { CallRefused } from '../../platform/call.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { CompareTable } from './CompareTable.tsx'
import { FrozenInstead } from './FrozenInstead.tsx'
import { ItemsPanel } from './ItemsPanel.tsx'
import { BlocksEditor, ConstructsEditor } from './PartsPanel.tsx'
import { PhonePreview } from './PhonePreview.tsx'
import { ScalesPanel } from './ScalesPanel.tsx'
import { en, zh } from './text.ts'
import { useWriting } from './useWriting.ts'
import '../diagnose.css'

/** Write a questionnaire, see it on a phone, freeze it. */
export function BuilderPage() {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const draftId = useParam('draftId')
  const writing = useWriting(draftId)
  const { draft, title, instrument } = writing
  const freezing = useDo(freezeDraft, readDraft)
  const discarding = useDo(discardDraft, readDraft)
  const [open, setOpen] = useState<number | null>(null)
  const [comparing, setComparing] = useState(false)
  const faults = instrumentFaults(instrument)
  const isGone = [writing.refused, freezing.refused].some((one) => one instanceof CallRefused && one.code === 'draft-gone')
  const freeze = async () => {
    await freezing.run({ draftId, revision: writing.revision.current })
    go('/diagnose/questionnaires')
  }
  const discard = async () => {
    await discarding.run({ draftId })
    go('/diagnose/questionnaires')
  }
  const changed = (next: typeof instrument) => writing.change({ instrument: next })
  return (
    <>
      <PageHead
        title={pick(title) || draft.code}
        sentence={text.builderSay}
        beside={writing.unsaved ? text.saving : text.saved(writing.savedAt.slice(11, 16))}
        back={{ href: '/diagnose/questionnaires', text: text.back }}
        primary={
          <Popconfirm
            title={text.freezeSure}
            okText={text.freeze}
            cancelText={text.cancel}
            onConfirm={() => void freeze().catch(() => undefined)}
          >
            <Button type="primary" disabled={faults.length > 0 || writing.unsaved} loading={freezing.busy}>
              {text.freeze}
            </Button>
          </Popconfirm>
        }
        more={[
          ...(draft.newest ? [{ key: 'compare', text: text.compare, onClick: () => setComparing(!comparing) }] : []),
          { key: 'discard', text: text.discard, onClick: () => void discard().catch(() => undefined) },
        ]}
      />
      {writing.refused && <RefusalNote refused={writing.refused} />}
      {freezing.refused && <RefusalNote refused={freezing.refused} />}
      {isGone && <FrozenInstead code={draft.code} />}
      {faults.length > 0 && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={text.faults(faults.length)}
          description={
            <ul>
              {faults.slice(0, 8).map((fault) => (
                <li key={fault.pointer + fault.en}>{pick(fault)}</li>
              ))}
            </ul>
          }
        />
      )}
      {comparing && draft.newest && (
        <Panel title={text.compareTitle} sentence={text.same}>
          <CompareTable items={compareInstruments(draft.newest.instrument, instrument)} />
        </Panel>
      )}
      <div className="mp-builder">
        <div>
          <Panel>
            <div className="mp-inline-fields">
              <Field label={text.nameZh}>
                {(control) => (
                  <Input
                    {...control}
                    style={{ width: 280 }}
                    value={title.zh}
                    onChange={({ target }) => writing.change({ title: { ...title, zh: target.value } })}
                  />
                )}
              </Field>
              <Field label={text.nameEn}>
                {(control) => (
                  <Input
                    {...control}
                    lang="en"
                    style={{ width: 280 }}
                    value={title.en}
                    onChange={({ target }) => writing.change({ title: { ...title, en: target.value } })}
                  />
                )}
              </Field>
            </div>
          </Panel>
          <ItemsPanel of={instrument} onChange={changed} undo={writing.mayUndo ? writing.undo : null} open={open} onOpen={setOpen} />
          <ScalesPanel of={instrument} onChange={changed} />
          <ConstructsEditor of={instrument} onChange={changed} />
          <BlocksEditor of={instrument} onChange={changed} />
        </div>
        <aside className="mp-builder-preview">
          <PhonePreview
            title={title}
            instrument={instrument}
            follow={open === null ? null : (instrument.items[open]?.code ?? null)}
            label={text.preview}
          />
        </aside>
      </div>
    </>
  )
}
