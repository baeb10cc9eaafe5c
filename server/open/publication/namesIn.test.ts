import { expect, test } from 'vitest'
import { namesIn } from './namesIn.ts'

test('a name of three characters is found spaced, dotted or broken over lines', () => {
  expect(namesIn('由 张 晓\n明 牵头整改', ['张晓明', '张晓'])).toEqual(['张晓明'])
  expect(namesIn('阿依古丽·买买提同志', ['阿依古丽买买提'])).toEqual(['阿依古丽买买提'])
})

test('a name of two characters is found only as typed', () => {
  expect(namesIn('苏晴负责', ['苏晴'])).toEqual(['苏晴'])
  expect(namesIn('苏 晴负责', ['苏晴'])).toEqual([])
})

test('a name in letters is a word of its own, in any case', () => {
  expect(namesIn('the line was blinking', ['Lin'])).toEqual([])
  expect(namesIn('ask LIN  hua for it', ['Lin Hua'])).toEqual(['Lin Hua'])
  expect(namesIn("thanks to O'Neil-Smith", ["O'Neil-Smith"])).toEqual(["O'Neil-Smith"])
})

test('an ordinary text, an empty name and a single character name nobody', () => {
  expect(namesIn('今年养护里程 312 公里', ['', ' ', '今', '高远'])).toEqual([])
})
