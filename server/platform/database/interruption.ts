const reasons = {
  'query-overdue': (seconds: number) => `The query was ended after ${seconds} seconds. Nothing that was already confirmed is lost.`,
  'transaction-idle': (seconds: number) =>
    `The transaction was rolled back: it had been idle for ${seconds} seconds and kept everybody else waiting.`,
  stopped: () => 'The database stopped unexpectedly and is being opened again. Nothing that was already confirmed is lost.',
  lost: () => 'The database in memory is gone: its thread was ended.',
  closed: () => 'The database is closed.',
}

/** The database, not the query, is the reason that work did not finish; trying again later may succeed. */
export class Interruption extends Error {
  readonly reason: keyof typeof reasons

  constructor(reason: keyof typeof reasons, deadlineMs = 0) {
    super(reasons[reason](Math.round(deadlineMs / 100) / 10))
    this.name = 'Interruption'
    this.reason = reason
  }
}
