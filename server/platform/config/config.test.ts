import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { findRoot } from './root.ts'

describe('settings of the environment', () => {
  test('without any, the program is an embedded one that only this machine reaches', () => {
    expect(readConfig({})).toEqual({
      folder: path.resolve('data'),
      databaseUrl: undefined,
      host: '127.0.0.1',
      port: 8017,
      timeZone: 'Asia/Shanghai',
      idleMinutes: 30,
      uploadMb: 20,
      secureCookies: false,
      address: undefined,
    })
  })

  test('what is set to nothing is not set', () => {
    expect(readConfig({ DATABASE_URL: '', MILEPOST_PORT: '', MILEPOST_FOLDER: '', MILEPOST_ADDRESS: '' })).toEqual(readConfig({}))
  })

  test('a public address with TLS makes the cookies secure', () => {
    expect(readConfig({ MILEPOST_ADDRESS: 'https://pm.example.cn' }).secureCookies).toBe(true)
    expect(readConfig({ MILEPOST_ADDRESS: 'http://10.0.0.8:8017' }).secureCookies).toBe(false)
  })

  test('every wrong setting is named at once', () => {
    const wrong = () =>
      readConfig({
        MILEPOST_PORT: '99999',
        MILEPOST_TIME_ZONE: 'Mars/Olympus',
        MILEPOST_UPLOAD_MB: 'many',
        MILEPOST_ADDRESS: 'pm.example.cn',
      })
    expect(wrong).toThrow(/MILEPOST_PORT: .*MILEPOST_TIME_ZONE: not the name of a time zone.*MILEPOST_UPLOAD_MB: .*MILEPOST_ADDRESS: /s)
  })

  test('what other programs have set does not matter', () => {
    expect(readConfig({ PATH: '/bin', PORT: 'x' }).port).toBe(8017)
  })
})

test('the folder of the program is found from its sources', () => {
  expect(findRoot()).toBe(process.cwd())
})
