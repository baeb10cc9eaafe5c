import { type LibraryEntry, readMeasureLibrary } from '@milepost/contract/design/measures'
import { Button, Input, Modal, Select, Tag } from 'antd'
import { useState } from 'react'
import { useAskMaybe } from '../../platform/asking.ts'
import { Reading } from '../../platform/frame/Reading.tsx'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { foundIn, perspectivesOf } from '../measures/find.ts'
import type { CardView } from './cardView.ts'
import { type DraftLine, lineOfEntry } from './draft.ts'
import { en, zh } from './text.ts'

type AddMeasureDialogProps = {
  readonly level: 'institution' | 'unit' | 'person'
  /** null: each measure goes under the objective the library names for it. */
  readonly objectiveId: string | null
  readonly objectives: CardView['objectives']
  readonly onCard: readonly string[]
  readonly onAdd: (line: DraftLine) => void
  readonly onClose: () => void
}

/** Find a measure of the library or an own one, and put it on the card. */
export function AddMeasureDialog({ level, objectiveId, objectives, onCard, onAdd, onClose }: AddMeasureDialogProps) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const [words, setWords] = useState('')
  const [perspective, setPerspective] = useState<string | null>(null)
  const { answer, refused } = useAskMaybe(readMeasureLibrary, {})
  const offered = answer?.measures.filter((entry) => entry.definition.retired === null) ?? []
  const found = foundIn(offered, { words, perspective, level, objectiveCodes: null })
  const place = (entry: LibraryEntry) =>
    objectiveId ?? objectives.find((one) => entry.objectives.some(({ code }) => code === one.code))?.objectiveId ?? null
  const under = objectives.find((one) => one.objectiveId === objectiveId)
  return (
    <Modal
      open
      title={under === undefined ? text.addMeasure : text.addUnder(pick(under.name))}
      onCancel={onClose}
      footer={null}
      width={760}
    >
      <search className="mp-row" style={{ marginBottom: 12 }}>
        <Input.Search
          autoFocus
          allowClear
          value={words}
          aria-label={text.search}
          placeholder={text.search}
          onChange={({ target }) => setWords(target.value)}
          style={{ flex: '1 1 240px' }}
        />
        <Select
          aria-label={text.allPerspectives}
          value={perspective}
          allowClear
          placeholder={text.allPerspectives}
          popupMatchSelectWidth={false}
          options={perspectivesOf(answer?.measures ?? []).map(({ code, name }) => ({ value: code, label: pick(name) }))}
          onChange={(code: string | undefined) => setPerspective(code ?? null)}
          style={{ minWidth: 150 }}
        />
        <span className="mp-soft" role="status">
          {answer !== null && text.found(found.length)}
        </span>
      </search>
      {refused !== null && <RefusalNote refused={refused} />}
      {answer === null && refused === null && <Reading />}
      <ul className="mp-choose-measures">
        {found.map((entry) => (
          <li key={entry.code}>
            <div>
              <strong>
                <span className="mp-line-code">{entry.code}</span> {pick(entry.name)}
              </strong>{' '}
              {entry.origin === 'own' && <Tag>{text.ownMeasure}</Tag>}
              <div className="mp-soft">{pick(entry.definition.definition)}</div>
            </div>
            {onCard.includes(entry.code) ? (
              <span className="mp-soft">{text.onCard}</span>
            ) : (
              <Button onClick={() => onAdd(lineOfEntry(entry, place(entry)))}>{text.choose}</Button>
            )}
          </li>
        ))}
      </ul>
      {answer !== null && found.length === 0 && <p className="mp-soft">{text.nothingFound}</p>}
    </Modal>
  )
}
