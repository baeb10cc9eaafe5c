import { applyCode, finishCoding, removeCoding } from '@milepost/contract/diagnose/interviews'
import { Alert, Button, Checkbox, Input, Segmented } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Panel } from '../../parts/Panel.tsx'
import { useDo } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { RefusalNote } from '../../platform/RefusalNote.tsx'
import { CodingsTable } from './CodingsTable.tsx'
import type { Interview } from './given.ts'
import { keyOf, placeIn, rangeOf, type Span, step } from './selecting.ts'
import { TranscriptLines } from './TranscriptLines.tsx'
import { en, zh } from './text.ts'

type Chosen = { readonly start: number; readonly end: number }

/** The transcript at the left, the codes with their keys at the right, what has been coded below. */
export function CodingPanel({ given }: { readonly given: Interview }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const { interviewId, doubleCoded } = given.interview
  const applying = useDo(applyCode)
  const removing = useDo(removeCoding)
  const finishing = useDo(finishCoding)
  const [span, setSpan] = useState<Span>(() => {
    const first = Math.max(0, step(given.sentences, -1, 1))
    return { from: first, to: first }
  })
  const [words, setWords] = useState<Chosen | null>(null)
  const [strength, setStrength] = useState(2)
  const [quotable, setQuotable] = useState(false)
  const [wanted, setWanted] = useState('')
  const done = useRef<string[]>([])
  const transcript = useRef<HTMLDivElement>(null)
  // a sentence is chosen from the start, so the keys that code it must work from the start
  useEffect(() => transcript.current?.focus({ preventScroll: true }), [])

  const chosen = words ?? rangeOf(given.sentences, span)
  const keyed = given.codes.filter((one) => !one.retired).map((one, at) => ({ ...one, key: keyOf(at) }))
  const shown = keyed.filter(
    (one) => wanted === '' || `${one.code} ${one.name.zh} ${one.name.en}`.toLowerCase().includes(wanted.toLowerCase()),
  )
  const code = (name: string) => {
    if (chosen && !given.finished)
      applying.run({ interviewId, code: name, ...chosen, strength, quotable }).then(
        ({ codingId }) => done.current.push(codingId),
        () => undefined,
      )
  }
  const uncode = () => {
    if (!chosen) return
    for (const one of given.codings)
      if (one.mine && one.start < chosen.end && chosen.start < one.end) removing.start({ codingId: one.codingId })
  }
  const undo = () => {
    const last = done.current.pop()
    if (last !== undefined) removing.start({ codingId: last })
  }
  const move = (by: 1 | -1, extend: boolean) => {
    const to = step(given.sentences, span.to, by)
    // what the mouse had marked is left, so that only one thing looks chosen
    window.getSelection()?.removeAllRanges()
    setWords(null)
    setSpan({ from: extend ? span.from : to, to })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    const byKey = keyed.find((one) => one.key === key.toLowerCase())
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') undo()
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1, event.shiftKey)
    else if (key === 'Backspace' || key === 'Delete') uncode()
    else if (byKey) code(byKey.code)
    else return
    event.preventDefault()
  }
  const onMouseUp = () => {
    const selection = window.getSelection()
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
    const [start, end] = [placeOf(startContainer, startOffset), placeOf(endContainer, endOffset)]
    if (start !== null && end !== null && end > start) setWords({ start, end })
  }
  const placeOf = (node: Node, offset: number): number | null => {
    const at = (node instanceof Element ? node : node.parentElement)?.closest('[data-sentence]')?.getAttribute('data-sentence')
    const sentence = given.sentences[Number(at ?? -1)]
    return sentence ? placeIn(sentence, node.nodeType === Node.TEXT_NODE ? offset : 0) : null
  }
  const refused = applying.refused ?? removing.refused ?? finishing.refused
  return (
    <>
      {refused && <RefusalNote refused={refused} />}
      {given.othersHidden && doubleCoded && <Alert type="info" showIcon title={text.othersHidden} style={{ marginTop: 12 }} />}
      <div className="mp-coding">
        <Panel title={text.transcript} sentence={text.passagesSay}>
          <div
            ref={transcript}
            className="mp-transcript"
            role="listbox"
            aria-label={text.transcript}
            aria-multiselectable
            aria-activedescendant={`s${span.to}`}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onMouseUp={onMouseUp}
          >
            <TranscriptLines
              given={given}
              chosen={chosen}
              onChoose={(at, extend) => {
                if (window.getSelection()?.isCollapsed === false) return
                setWords(null)
                setSpan({ from: extend ? span.from : at, to: at })
              }}
            />
          </div>
        </Panel>
        <Panel
          title={text.passages}
          acts={
            <Button
              loading={finishing.busy}
              type={given.finished ? 'default' : 'primary'}
              onClick={() => finishing.start({ interviewId, finished: !given.finished })}
            >
              {given.finished ? text.goOn : text.finish}
            </Button>
          }
        >
          {given.finished && <p>{text.finished}</p>}
          <p className="mp-chosen" aria-live="polite">
            {chosen ? text.chosen(chosen.end - chosen.start) : text.noneChosen}
          </p>
          <div className="mp-row">
            <Segmented
              aria-label={text.strength}
              value={strength}
              onChange={setStrength}
              options={[1, 2, 3].map((value) => ({ value, label: text.strengths[value] }))}
            />
            <Checkbox checked={quotable} onChange={({ target }) => setQuotable(target.checked)}>
              {text.quotable}
            </Checkbox>
            <Button size="small" onClick={undo}>
              {text.undo}
            </Button>
          </div>
          <Input.Search
            aria-label={text.findCode}
            placeholder={text.findCode}
            allowClear
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
            onSearch={() => shown[0] && code(shown[0].code)}
            style={{ margin: '10px 0' }}
          />
          <ul className="mp-codes">
            {shown.map((one) => (
              <li key={one.code} data-kind={one.kind} data-below={one.parent !== null}>
                <button type="button" disabled={given.finished || !chosen} title={one.description} onClick={() => code(one.code)}>
                  <kbd>{one.key.toUpperCase()}</kbd>
                  <span>
                    {one.code} {pick(one.name)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <CodingsTable given={given} onRemove={(codingId) => removing.start({ codingId })} />
    </>
  )
}
