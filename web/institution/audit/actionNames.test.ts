import { expect, test } from 'vitest'
import { actionName } from './actionNames.ts'

test('an audited act is called what its endpoint is called', () => {
  expect(actionName('people-imported')).toEqual({ zh: '导入人员', en: 'Import people' })
  expect(actionName('signed-in')).toEqual({ zh: '登录', en: 'Sign in' })
})

test('acts of the platform have words too, and an unknown act keeps its code', () => {
  expect(actionName('account-locked').en).toBe('Account locked after failed sign-ins')
  expect(actionName('something-else')).toEqual({ zh: 'something-else', en: 'something-else' })
})
