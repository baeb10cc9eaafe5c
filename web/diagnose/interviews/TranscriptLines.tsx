import type { Interview } from './given.ts'

type TranscriptLinesProps = {
  readonly given: Interview
  readonly chosen: { readonly start: number; readonly end: number } | null
  readonly onChoose: (sentence: number, extend: boolean) => void
}

/** The transcript line by line, each sentence to be chosen, with the codes that end in it. */
export function TranscriptLines({ given, chosen, onChoose }: TranscriptLinesProps) {
  const lines = [...new Set(given.sentences.map((one) => one.line))]
  const placed = given.sentences.map((one, at) => ({ ...one, at }))
  return lines.map((line) => (
    <p key={line}>
      {placed
        .filter((one) => one.line === line)
        .map((one) => {
          const codings = given.codings.filter((coding) => coding.start < one.end && one.start < coding.end)
          const isChosen = chosen !== null && chosen.start < one.end && one.start < chosen.end
          return (
            <span key={one.at}>
              {/* the list around it takes the keyboard: arrows choose, letters code */}
              <span
                id={`s${one.at}`}
                role="option"
                tabIndex={-1}
                aria-selected={isChosen}
                aria-disabled={one.asked}
                data-sentence={one.at}
                data-coded={codings.length > 0}
                onClick={(event) => !one.asked && onChoose(one.at, event.shiftKey)}
                onKeyDown={() => undefined}
              >
                {one.text}
              </span>
              {codings
                .filter((coding) => coding.end <= one.end)
                .map((coding) => (
                  <small key={coding.codingId} className="mp-code-mark" data-mine={coding.mine} title={`${coding.text} · ${coding.coder}`}>
                    {coding.code}
                  </small>
                ))}{' '}
            </span>
          )
        })}
    </p>
  ))
}
