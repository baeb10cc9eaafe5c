/**
 * The full names that a text holds. A name of three characters or more is found however it is spaced or cased; one of two, often an
 * everyday word, only as typed. A name in letters is a name only as a word of its own: "Lin" is not in "line".
 */
export function namesIn(text: string, names: readonly string[]): string[] {
  const [spaced, joined] = [plain(text), plain(text).replaceAll(/[\s·•・]/g, '')]
  return [...new Set(names.map((name) => name.trim()))].filter((name) => {
    const letters = [...name]
    if (letters.length < 2) return false
    if (/^[\p{Script=Latin}\s.'’-]+$/u.test(name)) return asWord(name).test(letters.length === 2 ? text : spaced)
    return letters.length === 2 ? text.includes(name) : joined.includes(plain(name).replaceAll(/[\s·•・]/g, ''))
  })
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

function asWord(name: string): RegExp {
  const typed = name.length === 2 ? name : plain(name)
  const pattern = typed
    .split(/\s+/)
    .map((part) => part.replaceAll('.', String.raw`\.`))
    .join(String.raw`\s+`)
  return new RegExp(String.raw`(?<!\p{L})${pattern}(?!\p{L})`, 'u')
}
