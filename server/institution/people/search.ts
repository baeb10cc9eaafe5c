import type { Person } from './data.ts'

/** By part of the name in either language, of its pinyin (whole, initials or mixed: wangxm), or by the beginning of the employee number. */
export function isFoundBy(search: string, person: Pick<Person, 'name' | 'nameEn' | 'nameKey' | 'employeeNo'>): boolean {
  const wanted = search.normalize('NFKC').trim().toLowerCase()
  const letters = wanted.replace(/\s+/g, '')
  const syllables = person.nameKey.split(' ')
  return (
    person.name.toLowerCase().includes(wanted) ||
    person.nameEn.toLowerCase().includes(wanted) ||
    person.employeeNo.toLowerCase().startsWith(wanted) ||
    syllables.some((_syllable, at) => isSpelt(letters, syllables.slice(at)))
  )
}

/** Are the letters beginnings of these syllables, one after the other? */
function isSpelt(letters: string, [syllable = '', ...rest]: readonly string[]): boolean {
  if (letters === '') return true
  for (let taken = syllable.length; taken > 0; taken -= 1) {
    if (letters.startsWith(syllable.slice(0, taken)) && isSpelt(letters.slice(taken), rest)) return true
  }
  return false
}
