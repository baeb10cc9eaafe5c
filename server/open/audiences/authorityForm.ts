import type { InsideSnapshot } from '@milepost/contract/open/inside'
import type { PublicSnapshot } from '@milepost/contract/open/publications'
import { GRADES } from '@milepost/terms/grades'
import { type Block, heading, type Language, line, list, picking, sealed, title } from '../../platform/papers/sheet.ts'
import { blocksOf } from './blocks.ts'
import { formEn, formZh } from './words.ts'

type FormFile = { readonly snapshot: PublicSnapshot; readonly inside: InsideSnapshot; readonly hash: string; readonly today: string }

/** 绩效自评表: the measures by execution, output, benefit and satisfaction, with grades and units; no person. */
export function authorityForm({ snapshot, inside, hash, today }: FormFile, language: Language): Block[] {
  const text = language === 'zh' ? formZh : formEn
  const pick = picking(language)
  const nameOf = (grade: string) => GRADES[grade as keyof typeof GRADES]?.[language] ?? grade
  return [
    title(text.title(snapshot.year)),
    line(text.unit(pick(snapshot.institution), snapshot.score.official ?? '–')),
    line(text.says, { indent: true }),
    ...blocksOf(snapshot).flatMap(({ block, measures }): Block[] => [
      heading(text.blocks[block]),
      measures.length === 0
        ? line(text.none, { indent: true })
        : list(
            [34, 13, 13, 10, 30],
            text.head,
            measures.map((one) => [
              `${one.code} ${pick(one.name)}`,
              `${one.actual ?? '–'} ${pick(one.unit)}`,
              one.target ?? '–',
              one.score ?? '–',
              pick(one.miss),
            ]),
          ),
    ]),
    heading(text.units),
    list(
      [50, 25, 25],
      text.unitsHead,
      inside.units.map((one) => [pick(one.name), one.score ?? '–', one.band]),
    ),
    heading(text.grades),
    list(
      [60, 40],
      text.gradesHead,
      inside.grades.map((one) => [nameOf(one.grade), String(one.n)]),
    ),
    line(`${text.hash} ${hash.slice(0, 16)}`),
    ...sealed(pick(snapshot.institution), today, language),
  ]
}
