import { useLayoutEffect } from 'react'

let locks = 0

/** While a dialog is open the page behind it stays where it is. Set on the body itself: no style sheet is written, which the policy would refuse. */
export function useScrollLock(lock?: boolean): void {
  useLayoutEffect(() => {
    if (!lock) return
    const { body, documentElement } = document
    // the room of the scroll bar is kept, so that nothing jumps
    const bar = window.innerWidth - documentElement.clientWidth
    if (locks++ === 0) {
      body.style.overflowY = 'hidden'
      if (bar > 0) body.style.width = `calc(100% - ${bar}px)`
    }
    return () => {
      if (--locks > 0) return
      body.style.overflowY = ''
      body.style.width = ''
    }
  }, [lock])
}
