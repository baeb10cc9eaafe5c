import { type ReactNode, useEffect, useId, useState } from 'react'
import { useNarrow } from '../platform/useNarrow.ts'

export type PanelProps = {
  readonly title?: ReactNode
  /** What the panel shows, in words. */
  readonly sentence?: ReactNode
  readonly acts?: ReactNode
  /** The place of the panel on its page, for a link to it. */
  readonly anchor?: string
  /** On a phone only the heading shows until somebody opens it. */
  readonly folds?: boolean
  readonly children: ReactNode
}

/** A white sheet on the page, with its own heading. */
export function Panel({ title, sentence, acts, anchor, folds = false, children }: PanelProps) {
  const id = useId()
  const isFoldable = useNarrow() && folds
  const [opened, setOpened] = useState(false)
  // whoever jumps to a folded panel wants to read it
  useEffect(() => {
    if (!folds || anchor === undefined) return
    const open = () => {
      if (location.hash === `#${anchor}`) setOpened(true)
    }
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [folds, anchor])
  return (
    <section className="mp-panel" id={anchor} data-folded={isFoldable && !opened} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="mp-panel-head">
          <h2 id={id}>
            {isFoldable ? (
              <button type="button" className="mp-panel-fold" aria-expanded={opened} onClick={() => setOpened(!opened)}>
                <span className="mp-fold" data-open={opened} aria-hidden="true" />
                {title}
              </button>
            ) : (
              title
            )}
          </h2>
          {acts !== undefined && <div className="mp-panel-acts">{acts}</div>}
        </div>
      )}
      {sentence !== undefined && <div className="mp-panel-say">{sentence}</div>}
      {folds ? <div className="mp-panel-rest">{children}</div> : children}
    </section>
  )
}
