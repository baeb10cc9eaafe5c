export type Ask = (where: string, init?: RequestInit) => Promise<Response>

/** Signs in to a running demonstration as its first person of a role; the requests that follow are that person's. */
export async function demoSession(address: string, role: string): Promise<Ask> {
  const session = (await (await fetch(`${address}/api/session`)).json()) as { demoAccounts: { username: string; roles: string[] }[] }
  const username = session.demoAccounts.find((account) => account.roles.includes(role))?.username
  const answer = await fetch(`${address}/api/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ username }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (where, init = {}) => fetch(address + where, { ...init, headers: { ...init.headers, cookie, 'x-milepost': '1' } })
}
