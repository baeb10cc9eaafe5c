import { pinyin } from 'pinyin-pro'

/** Sort and search key of a person's name: pinyin without tones, the first syllables read as a surname ("单雄信" is shan xiong xin). */
export const personNameKey = (name: string): string => keyOf(name, 'head')

/** Sort and search key of a unit's name. */
export const unitNameKey = (name: string): string => keyOf(name, 'off')

function keyOf(name: string, surname: 'head' | 'off'): string {
  const syllables = pinyin(name.normalize('NFKC'), { surname, toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  return syllables
    .map((syllable) => syllable.trim())
    .filter((syllable) => syllable !== '')
    .join(' ')
    .toLowerCase()
}
