/** Double-entry bookkeeping to find lost or half-kept commits with: entries are numbered without gaps, and all balances sum to zero. */

type Queries = { query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> }

export type LedgerState = { last: number; gaps: number; sum: number; indexed: boolean }

const accounts = 200

export async function prepareLedger(database: Queries): Promise<void> {
  await database.query('create table if not exists account_balance (id int primary key, balance int not null)')
  await database.query(`insert into account_balance select id, 0 from generate_series(1, ${accounts}) id on conflict do nothing`)
  await database.query('create table if not exists entry (n int primary key, debit int not null, credit int not null, note jsonb not null)')
  await database.query('create index if not exists entry_note on entry using gin (note)')
}

/** Entry number `n`, in one transaction: pages of two tables and two kinds of index. */
export async function moveMoney(database: Queries, n: number): Promise<void> {
  const note = JSON.stringify({ kind: n % 20, text: '路'.repeat(n % 300) })
  await database.query(
    `with made as (insert into entry values ($1, $2, $3, $4)), debited as (update account_balance set balance = balance - 5 where id = $2)
    update account_balance set balance = balance + 5 where id = $3`,
    [n, 1 + (n % accounts), 1 + ((n + 97) % accounts), note],
  )
}

/** `gaps`: entries missing below the last. `sum`: of all balances, 0 unless half of an entry was kept. `indexed`: both indexes find what a scan finds. */
export async function readLedger(database: Queries): Promise<LedgerState> {
  const number = async (text: string) => Number(Object.values((await database.query(text)).rows[0] ?? {})[0])
  const last = await number('select coalesce(max(n), 0) from entry')
  const sum = await number('select sum(balance) from account_balance')
  const count = 'select count(*) from entry where n >= 0'
  const countKind = `select count(*) from entry where note @> '{"kind": 3}'`
  await database.query('set enable_seqscan = off')
  const byIndex = [await number(count), await number(countKind)]
  for (const way of ['indexscan', 'indexonlyscan', 'bitmapscan']) await database.query(`set enable_${way} = off`)
  await database.query('set enable_seqscan = on')
  const byScan = [await number(count), await number(countKind)]
  await database.query('reset all')
  return { last, gaps: last - (byScan[0] ?? 0), sum, indexed: byIndex.join() === byScan.join() }
}
