import { absenceTemplate, importAbsences, importPeople, personTemplate } from '@milepost/contract/institution/people'
import { importPosts, postTemplate } from '@milepost/contract/institution/posts'
import { importUnits, unitTemplate } from '@milepost/contract/institution/units'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { ImportPanel, type ImportPanelProps } from '../../parts/ImportPanel.tsx'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useAddressValue, useGo } from '../../platform/address.tsx'
import { download, upload } from '../../platform/call.ts'
import { useText } from '../../platform/language.tsx'
import { en, zh } from './importText.ts'

const KINDS = ['units', 'posts', 'people', 'absences'] as const
type Kind = (typeof KINDS)[number]
type Import = Pick<ImportPanelProps, 'send' | 'template'> & { readonly see: string }

const IMPORTS: { readonly [K in Kind]: Import } = {
  units: {
    send: (file, step, columns) => upload(importUnits, { step, columns }, file),
    template: (language) => download(unitTemplate, { language }),
    see: '/institution/units',
  },
  posts: {
    send: (file, step, columns) => upload(importPosts, { step, columns }, file),
    template: (language) => download(postTemplate, { language }),
    see: '/institution/posts',
  },
  people: {
    send: (file, step, columns) => upload(importPeople, { step, columns }, file),
    template: (language) => download(personTemplate, { language }),
    see: '/institution/people',
  },
  absences: {
    send: (file, step, columns) => upload(importAbsences, { step, columns }, file),
    template: (language) => download(absenceTemplate, { language }),
    see: '/institution/people',
  },
}

/** The four files an institution brings along, in the order in which each needs the one before. */
export function ImportPage() {
  const text = useText({ zh, en })
  const go = useGo()
  const [what, setWhat] = useAddressValue('what')
  const [saved, setSaved] = useState<Kind | null>(null)
  const kind = KINDS.find((one) => one === what) ?? 'units'
  const following = KINDS[KINDS.indexOf(kind) + 1]
  return (
    <>
      <PageHead title={text.title} sentence={text.sentence} back={{ href: '/institution/people', text: text.back }} />
      <div className="mp-stack">
        <Segmented
          aria-label={text.steps}
          options={KINDS.map((one) => ({ value: one, label: text.kinds[one].name }))}
          value={kind}
          onChange={setWhat}
          style={{ justifySelf: 'start', maxWidth: '100%', overflowX: 'auto' }}
        />
        {saved === kind && (
          <div className="mp-row">
            {following !== undefined && (
              <Button type="primary" onClick={() => setWhat(following)}>
                {text.next(text.kinds[following].name)}
              </Button>
            )}
            <Button onClick={() => go(IMPORTS[kind].see)}>{text.kinds[kind].see}</Button>
          </div>
        )}
        <Panel title={text.kinds[kind].name}>
          <ImportPanel
            key={kind}
            mapsColumns
            send={IMPORTS[kind].send}
            template={IMPORTS[kind].template}
            sentence={text.kinds[kind].sentence}
            onSaved={() => setSaved(kind)}
          />
        </Panel>
      </div>
    </>
  )
}
