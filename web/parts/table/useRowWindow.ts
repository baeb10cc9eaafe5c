import { type RefObject, useEffect, useRef, useState } from 'react'
import { type RowWindow, rowWindow } from './window.ts'

/** Tables longer than this draw only what is near the eye, with one line a row. */
export const WINDOWED_FROM = 150
const ROW_HEIGHT = 42
/** Less than the rows drawn in reserve above and below. */
const STEP = 6 * ROW_HEIGHT

/** Which rows to draw while a person scrolls; all of them when the table is short or goes to the printer. */
export function useRowWindow(
  rows: number,
  windowed: boolean,
): {
  scrollRef: RefObject<HTMLElement | null>
  seen: RowWindow
  /** Pixels across; 0 while unknown. */
  room: number
} {
  const scrollRef = useRef<HTMLElement>(null)
  const [at, setAt] = useState({ scrollTop: 0, height: 900, room: 0 })
  useEffect(() => {
    const box = scrollRef.current
    if (box === null || !windowed) return
    const look = () =>
      setAt((before) => {
        const resized = box.clientHeight !== before.height || box.clientWidth !== before.room
        const moved = Math.abs(box.scrollTop - before.scrollTop) >= STEP
        return moved || resized ? { scrollTop: box.scrollTop, height: box.clientHeight, room: box.clientWidth } : before
      })
    look()
    box.addEventListener('scroll', look, { passive: true })
    const size = new ResizeObserver(look)
    size.observe(box)
    return () => {
      box.removeEventListener('scroll', look)
      size.disconnect()
    }
  }, [windowed])
  const seen = windowed ? rowWindow({ ...at, rowHeight: ROW_HEIGHT, rows }) : { from: 0, to: rows, above: 0, below: 0 }
  return { scrollRef, seen, room: at.room }
}
