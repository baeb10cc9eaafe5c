import { type RedLine, type RedLineNote, readRedLines } from '@milepost/contract/run/reviews'
import { Button } from 'antd'
import { useState } from 'react'
import { Empty } from '../../parts/Empty.tsx'
import { written } from '../../parts/figures.ts'
import { PageHead } from '../../parts/PageHead.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { useGo } from '../../platform/address.tsx'
import { useAsk } from '../../platform/asking.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { useMay } from '../../platform/session.tsx'
import { CycleChoice } from '../CycleChoice.tsx'
import { NoCycle } from '../NoCycle.tsx'
import '../run.css'
import { type RunCycle, useRunCycle } from '../useRunCycle.ts'
import { NoteCard } from './NoteCard.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import './reviews.css'
import { en, zh } from './text.ts'
import { VetoPanel } from './VetoPanel.tsx'

export function RedLinesPage() {
  const text = useText({ zh, en })
  const chosen = useRunCycle()
  if (chosen.cycle !== null) return <RedLines chosen={chosen} cycleId={chosen.cycle.cycleId} year={chosen.cycle.year} />
  return (
    <>
      <PageHead title={text.redTitle} sentence={text.redSentence} />
      <NoCycle />
    </>
  )
}

function RedLines({ chosen, cycleId, year }: { readonly chosen: RunCycle; readonly cycleId: string; readonly year: number }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const go = useGo()
  const { lines, past, people } = useAsk(readRedLines, { cycleId })
  const mayLead = useMay('review.lead')
  const [writing, setWriting] = useState<RedLine | null>(null)
  return (
    <>
      <PageHead
        title={text.redTitle}
        sentence={text.redSentence}
        beside={<CycleChoice chosen={chosen} />}
        primary={
          mayLead && (
            <Button type="primary" onClick={() => go(`/run/reviews?year=${year}`)}>
              {text.reviews}
            </Button>
          )
        }
      />
      <VetoPanel cycleId={cycleId} />
      {lines.length === 0 && <Empty title={text.none} sentence={text.noneSay} />}
      <ul className="mp-red-lines">
        {lines.map((line) => (
          <li key={`${line.cardId} ${line.measureId}`}>
            <RedLineItem line={line} onWrite={() => setWriting(line)} />
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <Panel title={text.past}>
          {past.map(({ holder, name, note }) => (
            <div key={note.noteId} className="mp-red-past">
              <strong>
                {pick(holder)} · {pick(name)}
              </strong>
              <NoteCard note={note} />
            </div>
          ))}
        </Panel>
      )}
      {writing !== null && <NoteDialog line={writing} people={people} onClose={() => setWriting(null)} />}
    </>
  )
}

const SHAPES = { red: '■', late: '◌', missing: '?' } as const

function RedLineItem({ line, onWrite }: { readonly line: RedLine; readonly onWrite: () => void }) {
  const text = useText({ zh, en })
  const { pick } = useLanguage()
  const figures = [
    line.actual === null ? null : `${text.actualOf(line.period)} ${written(line.actual, line.digits)} ${pick(line.unit)}`,
    line.target === null ? null : `${text.target} ${line.target} ${pick(line.unit)}`,
    line.score === null ? null : `${text.scoreToday} ${line.score}`,
  ].filter((one) => one !== null)
  return (
    <Panel
      title={
        <>
          <span className="mp-red-shape" data-why={line.why} aria-hidden>
            {SHAPES[line.why]}
          </span>{' '}
          {pick(line.holder)} · {line.code} {pick(line.name)}
        </>
      }
      sentence={[text.whyIn(line.why, line.silent), ...figures].join(' · ')}
      acts={line.mayWrite && <Button onClick={onWrite}>{text.write}</Button>}
    >
      {line.notes.length === 0 ? (
        <p className="mp-red-unsaid">{text.noNote}</p>
      ) : (
        line.notes.map((note: RedLineNote) => <NoteCard key={note.noteId} note={note} />)
      )}
    </Panel>
  )
}
