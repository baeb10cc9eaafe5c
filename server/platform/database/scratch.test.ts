import { test } from 'vitest'
import { openDatabase } from './database.ts'
test('x', async () => { console.log(import.meta.resolve('tsx/esm/api')); const t = performance.now(); const d = await openDatabase({ memory: true, migrations: 'server/migrations' }); console.log(performance.now() - t); await d.close() })
