const GRADES = ['excellent', 'qualified', 'basic', 'unqualified'] as const

type StackFault =
  | { readonly kind: 'cell'; readonly row: number; readonly column: number; readonly cell: string }
  | { readonly kind: 'width'; readonly row: number; readonly cells: number }

/** A pasted or typed stack: one line a ballot, 1 to 4 or nothing for each of `items`, in their order. Without tabs or commas the figures may stand side by side ("1223"). */
export function readStack(text: string, items: readonly string[]) {
  const faults: StackFault[] = []
  const lines = text.replace(/\r/g, '').replace(/\n+$/, '').split('\n')
  const ballots = (text.trim() === '' ? [] : lines).map((line, at) => {
    const plain = line.normalize('NFKC')
    const cells = /[\t,]/.test(plain) ? plain.split(/[\t,]/) : items.length === 1 ? [plain] : [...plain.replace(/ /g, '')]
    if (cells.length !== items.length) faults.push({ kind: 'width', row: at + 1, cells: cells.length })
    return Object.fromEntries(
      items.map((item, column) => {
        const cell = (cells[column] ?? '').trim()
        const grade = GRADES[Number(cell) - 1]
        if (cell !== '' && cell !== '0' && !grade) faults.push({ kind: 'cell', row: at + 1, column: column + 1, cell })
        return [item, grade ?? '']
      }),
    )
  })
  return { ballots, faults }
}
