import { type ReactNode, useId } from 'react'

export type PanelProps = {
  readonly title?: ReactNode
  /** What the panel shows, in words. */
  readonly sentence?: ReactNode
  readonly acts?: ReactNode
  readonly children: ReactNode
}

/** A white sheet on the page, with its own heading. */
export function Panel({ title, sentence, acts, children }: PanelProps) {
  const id = useId()
  return (
    <section className="mp-panel" aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="mp-panel-head">
          <h2 id={id}>{title}</h2>
          {acts !== undefined && <div className="mp-panel-acts">{acts}</div>}
        </div>
      )}
      {sentence !== undefined && <div className="mp-panel-say">{sentence}</div>}
      {children}
    </section>
  )
}
