import type { Person } from './data.ts'

/** By part of the name in either language, of its pinyin (whole or initials), or by the beginning of the employee number. */
export function isFoundBy(search: string, person: Pick<Person, 'name' | 'nameEn' | 'nameKey' | 'employeeNo'>): boolean {
  const wanted = search.normalize('NFKC').trim().toLowerCase()
  const closed = wanted.replace(/\s+/g, '')
  const syllables = person.nameKey.split(' ')
  return (
    person.name.includes(wanted) ||
    person.nameEn.toLowerCase().includes(wanted) ||
    syllables.join('').startsWith(closed) ||
    syllables
      .map((syllable) => syllable.slice(0, 1))
      .join('')
      .startsWith(closed) ||
    person.employeeNo.toLowerCase().startsWith(wanted)
  )
}
