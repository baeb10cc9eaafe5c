import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countVote, type Says } from './committeeVote.ts'

const room = ['zhang', 'li', 'wang', 'zhao', 'sun']

test('a change is carried by more than half of those entitled who are present; who abstains is not for it', () => {
  expect(countVote({ kind: 'totals', for: 3, against: 0, abstained: 2 }, room)).toMatchObject({ carried: true, entitled: 5 })
  expect(countVote({ kind: 'totals', for: 2, against: 0, abstained: 3 }, room).carried).toBe(false)
  expect(countVote({ kind: 'totals', for: 2, against: 2, abstained: 0 }, room.slice(0, 4)).carried).toBe(false)
})

test('nobody votes who stepped aside or was not there, nobody twice, and there are no more votes than voters', () => {
  expect(countVote({ kind: 'by-name', votes: [{ person: 'chen', says: 'for' }] }, room)).toMatchObject({
    carried: false,
    findings: [{ code: 'not-entitled', people: ['chen'] }],
  })
  const twice = [...room, 'li'].map((person) => ({ person, says: 'for' as const }))
  expect(countVote({ kind: 'by-name', votes: twice }, room).findings).toEqual([{ code: 'voted-twice', people: ['li'] }])
  expect(countVote({ kind: 'totals', for: 5, against: 1, abstained: 0 }, room)).toMatchObject({
    carried: false,
    findings: [{ code: 'more-than-entitled', votes: 6, entitled: 5 }],
  })
})

test('names and totals of the same vote decide the same', () => {
  const says = fc.constantFrom<Says>('for', 'against', 'abstained')
  fc.assert(
    fc.property(fc.array(says, { minLength: 1, maxLength: 15 }), (said) => {
      const people = said.map((_one, at) => `p${at}`)
      const n = (what: Says) => said.filter((one) => one === what).length
      const totals = countVote({ kind: 'totals', for: n('for'), against: n('against'), abstained: n('abstained') }, people)
      const byName = countVote({ kind: 'by-name', votes: said.map((one, at) => ({ person: `p${at}`, says: one })) }, people)
      expect(byName).toEqual(totals)
    }),
  )
})
