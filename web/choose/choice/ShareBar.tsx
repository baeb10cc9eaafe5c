import './choice.css'

/** A part of one as a bar with its figure beside it. */
export function ShareBar({ share, text }: { readonly share: number | null; readonly text: string }) {
  return (
    <span className="mp-share">
      <meter min={0} max={1} value={share ?? 0} aria-hidden="true" />
      <span>{text}</span>
    </span>
  )
}
