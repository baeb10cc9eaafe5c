/** A table for the terminal: columns padded by what the characters take up, numbers to the right. */
export function textTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [columns, ...rows]
  const widths = columns.map((_, at) => Math.max(...all.map((row) => widthOf(row[at] ?? ''))))
  const toRight = columns.map((_, at) => rows.length > 0 && rows.every((row) => isFigure(row[at] ?? '')))
  const line = (cells: readonly string[]) =>
    widths
      .map((width, at) => padded(cells[at] ?? '', width, toRight[at] ?? false))
      .join('  ')
      .trimEnd()
  return [line(columns), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const isFigure = (text: string) => /^[+-]?[\d.,]*%?$|^-$/.test(text)

function padded(text: string, width: number, toRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return toRight ? space + text : text + space
}

/** Chinese characters and full-width signs take two places. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1
  return width
}
