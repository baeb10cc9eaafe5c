import type { MapLink, ScorecardDesign } from '@milepost/contract/design/scorecardDesign'
import { type KeyboardEvent, type PointerEvent, useMemo, useRef, useState } from 'react'
import { useLanguage, useText } from '../../platform/language.tsx'
import { followHand } from './followHand.ts'
import { type LinkVerdictCode, MapDrawing } from './MapDrawing.tsx'
import { dropOf, mapGeometry, neighbourOf, type Place } from './mapGeometry.ts'
import { en, zh } from './text.ts'
import type { MapAct } from './useMapActs.ts'

type MapEditorProps = {
  readonly scorecard: ScorecardDesign
  readonly verdicts: ReadonlyMap<string, LinkVerdictCode>
  readonly notes: ReadonlyMap<string, string>
  readonly edits: boolean
  readonly onAct: (step: { act: MapAct; inverse: MapAct }) => Promise<void>
  readonly onLink: (link: MapLink | { from: string; to: string }) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** Let go, and not yet read again: it stays where it was put. */
type Dropped = { readonly objectiveId: string; readonly at: Place }
type Held = { readonly objectiveId: string; readonly grip: Place; readonly follow: (at: Place) => void; at: Place; moved: boolean }

const STEP = 20
/** Milliseconds without a key after which the steps are saved. */
const REST = 400
const ARROWS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const
const MOVES = { up: { x: 0, y: -STEP }, down: { x: 0, y: STEP }, left: { x: -STEP, y: 0 }, right: { x: STEP, y: 0 } } as const

/** The map under the hand: boxes are dragged, in linking mode one box is joined to the next; everything works by keyboard too. */
export function MapEditor(props: MapEditorProps) {
  const { scorecard, verdicts, notes, edits, onAct, onLink, onUndo, onRedo } = props
  const text = useText({ zh, en })
  const { language, pick } = useLanguage()
  const svg = useRef<SVGSVGElement>(null)
  const [near, setNear] = useState<string | null>(null)
  const held = useRef<Held | null>(null)
  const [dropped, setDropped] = useState<Dropped | null>(null)
  /** The cause, while its effect is being looked for. */
  const [linking, setLinking] = useState<string | null>(null)
  const base = useMemo(() => mapGeometry(scorecard), [scorecard])
  const geometry = useMemo(() => {
    const box = dropped && base.boxes.get(dropped.objectiveId)
    return dropped && box ? { ...base, boxes: new Map([...base.boxes, [box.id, { ...box, ...dropped.at }]]) } : base
  }, [base, dropped])
  const nameOf = (objectiveId: string) => {
    const objective = scorecard.objectives.find((one) => one.objectiveId === objectiveId)
    return objective ? `${objective.code} ${pick(objective.name)}` : ''
  }

  const onMap = (event: PointerEvent): Place => {
    const frame = svg.current?.getBoundingClientRect()
    const scale = frame && frame.width > 0 ? base.width / frame.width : 1
    return { x: (event.clientX - (frame?.left ?? 0)) * scale, y: (event.clientY - (frame?.top ?? 0)) * scale }
  }
  const keyed = useRef<{ readonly dropped: Dropped; readonly timer: ReturnType<typeof setTimeout> } | null>(null)
  /** Steps by keyboard show at once and are saved together, when the keys rest: a key held down is one move, and one undo. */
  const step = (box: Place, objectiveId: string, by: Place) => {
    const from = keyed.current?.dropped.objectiveId === objectiveId ? keyed.current.dropped.at : box
    rest()
    const next = { objectiveId, at: { x: from.x + by.x, y: from.y + by.y } }
    setDropped(next)
    keyed.current = { dropped: next, timer: setTimeout(() => saveKeyed(), REST) }
  }
  const rest = () => {
    if (keyed.current !== null) clearTimeout(keyed.current.timer)
  }
  const saveKeyed = () => {
    rest()
    const now = keyed.current?.dropped
    if (!now) return
    void put(now.objectiveId, now.at).finally(() => {
      if (keyed.current?.dropped !== now) return
      keyed.current = null
      setDropped(null)
    })
  }
  const put = async (objectiveId: string, at: Place) => {
    const box = base.boxes.get(objectiveId)
    const before = scorecard.objectives.find((one) => one.objectiveId === objectiveId)
    const drop = box && dropOf(base, box, at)
    if (!before || !drop) return
    const { perspectiveId, place } = before
    await onAct({
      act: { kind: 'place', places: [{ objectiveId, ...drop }] },
      inverse: { kind: 'place', places: [{ objectiveId, perspectiveId, place }] },
    })
  }
  const joined = (effect: string) => {
    if (linking !== null && linking !== effect) onLink({ from: linking, to: effect })
    setLinking(null)
  }
  const focusBox = (objectiveId: string | null) => svg.current?.querySelector<SVGGElement>(`[data-objective="${objectiveId}"]`)?.focus()

  const onKey = (objectiveId: string) => (event: KeyboardEvent) => {
    const towards = ARROWS[event.key as keyof typeof ARROWS]
    const box = base.boxes.get(objectiveId)
    if (towards !== undefined && box) {
      event.preventDefault()
      if (event.shiftKey && edits) step(box, objectiveId, MOVES[towards])
      else focusBox(neighbourOf(base.boxes, objectiveId, towards))
    } else if (event.key.toLowerCase() === 'l' && edits && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      setLinking(objectiveId)
    } else if ((event.key === 'Enter' || event.key === ' ') && linking !== null) {
      event.preventDefault()
      joined(objectiveId)
    } else if (event.key === 'Escape') setLinking(null)
  }
  const onMapKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !edits) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) onUndo()
    else if (key === 'y' || (key === 'z' && event.shiftKey)) onRedo()
    else return
    event.preventDefault()
  }

  return (
    <div className="mp-map-scroll" role="application" aria-label={text.label(pick(scorecard.name))} onKeyDown={onMapKey}>
      <p className="mp-map-status mp-unprinted" role="status">
        {linking !== null ? text.linkingFrom(nameOf(linking)) : edits ? text.editHint : text.readHint}
      </p>
      <MapDrawing
        ref={svg}
        scorecard={scorecard}
        geometry={geometry}
        language={language}
        verdicts={verdicts}
        notes={notes}
        near={linking ?? near}
        svg={{ className: 'mp-map-drawing', 'data-linking': linking !== null }}
        arrowOf={(link, marks) => ({
          tabIndex: 0,
          role: 'button',
          'aria-label': `${text.linkOf(nameOf(link.fromObjectiveId), nameOf(link.toObjectiveId))} ${marks}`.trim(),
          className: 'mp-map-arrow',
          onClick: () => onLink(link),
          onKeyDown: (event) => {
            if (event.key === 'Enter') onLink(link)
            if (event.key === 'Delete' && edits) void onAct({ act: { kind: 'unlink', link }, inverse: { kind: 'link', link } })
          },
        })}
        boxOf={(objectiveId) => ({
          tabIndex: 0,
          role: 'button',
          'aria-label': `${nameOf(objectiveId)} ${notes.get(objectiveId) ?? ''}`.trim(),
          className: 'mp-map-node',
          ...({ 'data-objective': objectiveId } as object),
          onFocus: () => setNear(objectiveId),
          onBlur: () => {
            setNear(null)
            saveKeyed()
          },
          onPointerEnter: () => setNear(objectiveId),
          onPointerLeave: () => setNear(null),
          onKeyDown: onKey(objectiveId),
          onDoubleClick: () => edits && setLinking(objectiveId),
          onPointerDown: (event) => {
            const box = base.boxes.get(objectiveId)
            if (!edits || !box || !svg.current || linking !== null || event.button !== 0) return
            const at = onMap(event)
            event.currentTarget.setPointerCapture(event.pointerId)
            const follow = followHand(svg.current, base.boxes, box)
            held.current = { objectiveId, grip: { x: at.x - box.x, y: at.y - box.y }, follow, at: box, moved: false }
          },
          onPointerMove: (event) => {
            const now = held.current
            if (now?.objectiveId !== objectiveId) return
            const at = onMap(event)
            const next = { x: at.x - now.grip.x, y: at.y - now.grip.y }
            now.moved ||= Math.hypot(next.x - now.at.x, next.y - now.at.y) > 3
            if (!now.moved) return
            now.at = next
            now.follow(next)
          },
          onPointerUp: () => {
            const now = held.current
            held.current = null
            if (now?.objectiveId !== objectiveId || !now.moved) return
            setDropped({ objectiveId, at: now.at })
            void put(objectiveId, now.at).finally(() => setDropped(null))
          },
          onPointerCancel: () => {
            const box = base.boxes.get(objectiveId)
            if (box) held.current?.follow(box)
            held.current = null
          },
          onClick: () => linking !== null && joined(objectiveId),
        })}
      />
    </div>
  )
}
