import type { PersonRow } from '@milepost/contract/institution/people'
import { POST_CLASSES } from '@milepost/terms/posts'
import type { Column } from '../../parts/Column.ts'
import { useLanguage, useText } from '../../platform/language.tsx'
import { en, zh } from './text.ts'

/** The columns of the register in the reader's language; the day of leaving only where those who left are listed. */
export function usePeopleColumns({ leftShown }: { readonly leftShown: boolean }): readonly Column<PersonRow>[] {
  const text = useText({ zh, en })
  const { language, pick } = useLanguage()
  const nameOf = ({ name, nameEn }: PersonRow) => (language === 'en' && nameEn !== '' ? `${nameEn} ${name}` : name)
  return [
    { key: 'name', title: text.name, value: ({ nameKey }) => nameKey, show: nameOf, text: nameOf, width: 170 },
    { key: 'employeeNo', title: text.employeeNo, value: ({ employeeNo }) => employeeNo },
    { key: 'unit', title: text.unit, value: ({ unit }) => pick(unit.name), filter: true },
    { key: 'post', title: text.post, value: ({ post }) => pick(post.title), filter: true },
    { key: 'class', title: text.postClass, value: ({ post }) => pick(POST_CLASSES[post.postClass]), filter: true },
    { key: 'head', title: text.head, value: ({ isHead }) => (isHead ? text.isHead : text.notHead) },
    { key: 'track', title: text.track, value: ({ track }) => text.tracks[track], filter: true },
    { key: 'establishment', title: text.establishment, value: ({ establishment }) => text.establishments[establishment], filter: true },
    { key: 'joinedOn', title: text.joinedOn, value: ({ joinedOn }) => joinedOn },
    ...(leftShown ? [{ key: 'leftOn', title: text.leftOn, value: ({ leftOn }: PersonRow) => leftOn ?? '' }] : []),
  ]
}
