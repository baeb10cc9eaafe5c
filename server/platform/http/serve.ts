import type { Actor } from '@milepost/access/actor'
import { hasRecordRule, may, mayByRole, ownRecord } from '@milepost/access/may'
import { PERMISSIONS, type Permission, type RecordPermission, type SubjectOf } from '@milepost/access/permissions'
import type { Endpoint } from '@milepost/contract/endpoint'
import { Refusal } from '@milepost/contract/refusals'
import { ROLE_NAMES } from '@milepost/terms/roles'
import { appendAudit } from '../audit/appendAudit.ts'
import { contentHash } from '../audit/canonicalJson.ts'
import { libraryOf } from '../rules/libraryOf.ts'
import type { FileIn, Table } from '../spreadsheet/table.ts'
import type { Tell } from './answerInSteps.ts'
import type { AuditSubject, Call, FileOut, Result } from './call.ts'
import { dayIn } from './clock.ts'
import { parseInput } from './parseInput.ts'
import { answeredBefore, keepAnswer } from './sentAct.ts'
import type { Services } from './services.ts'

/** Who asks for what: the same for a request over HTTP, a command line and the demo year. */
export type Scene = {
  readonly institutionId: string
  readonly actor: Actor
  readonly input: unknown
  readonly table?: Table
  readonly file?: FileIn
  readonly now: Date
  readonly tell?: Tell
  /** The sender's own name for this act: sent twice, it is done once. */
  readonly key?: string
}

export type Route = {
  readonly endpoint: Endpoint
  /** may -> parse -> open transaction -> subject -> done already? -> verb -> output.parse -> audit */
  readonly perform: (services: Services, scene: Scene) => Promise<unknown>
}

/** An endpoint whose permission has a record rule must say how its record is found; without it, it does not compile. */
type Handler<E extends Endpoint> = E['permission'] extends RecordPermission
  ? {
      /** null: there is no such record; answered like a record one may not see. */
      subject: (call: Call<E>) => Promise<SubjectOf<E['permission']> | null>
      run: (call: Call<E>) => Promise<Result<E>>
    }
  : { run: (call: Call<E>) => Promise<Result<E>> }

type AnyHandler<E extends Endpoint> = {
  subject?: (call: Call<E>) => Promise<SubjectOf<RecordPermission> | null>
  run: (call: Call<E>) => Promise<unknown>
}

export function serve<E extends Endpoint>(endpoint: E, handler: Handler<E>): Route {
  const { subject, run }: AnyHandler<E> = handler as AnyHandler<E>
  return {
    endpoint,
    perform: async (services, scene) => {
      if (!mayByRole(scene.actor, endpoint.permission)) throw new Refusal('not-permitted')
      const input = parseInput(endpoint.input, scene.input)
      return services.database.inInstitution(scene.institutionId, async (tx) => {
        let audited: AuditSubject | undefined
        const call = {
          tx,
          institutionId: scene.institutionId,
          actor: scene.actor,
          input,
          now: scene.now,
          today: dayIn(services.config.timeZone, scene.now),
          library: await libraryOf(services.database, tx, { institutionId: scene.institutionId, base: services.library }),
          config: services.config,
          table: scene.table,
          file: scene.file,
          tell: scene.tell ?? tellNobody,
          audit: (what: AuditSubject) => {
            audited = what
          },
        } as Call<E>
        await checkRecord(endpoint.permission, scene.actor, subject && (() => subject(call)))
        const sent = sentActOf(endpoint, scene, input)
        const before = sent && (await answeredBefore(tx, sent, scene.now))
        if (before) return endpoint.output.parse(before.answer)
        const result = await run(call)
        // inside the transaction: an answer that is not what was promised undoes the act
        const answer = endpoint.kind === 'download' ? (result as FileOut) : endpoint.output.parse(result)
        if (endpoint.audit !== null)
          await appendAudit(tx, { ...scene, action: endpoint.audit, subject: audited ?? { kind: endpoint.name, id: '' } })
        if (sent) await keepAnswer(tx, sent, answer)
        return answer
      })
    },
  }
}

/** Only what changes something, is answered in JSON that may be kept, and comes from an account can be sent twice; the same key with another input is another act. */
function sentActOf({ kind, audit, name, shownOnce }: Endpoint, { institutionId, actor, key }: Scene, input: unknown) {
  if (kind !== 'json' || audit === null || shownOnce || key === undefined || actor.accountId === null) return null
  return { institutionId, accountId: actor.accountId, act: `${name} ${contentHash(input)}`, key }
}

const tellNobody: Tell = async () => {}

async function checkRecord(permission: Permission, actor: Actor, load: (() => Promise<SubjectOf<RecordPermission> | null>) | undefined) {
  if (!hasRecordRule(permission)) return
  const record = await load?.()
  if (record && may(actor, permission, record as never)) return
  const own = record ? ownRecord(actor, permission, record as never) : null
  if (own === null) throw new Refusal('not-permitted')
  const { roles } = PERMISSIONS[permission]
  throw new Refusal(own === 'recorded' ? 'own-request' : 'own-matter', {
    who: roles.map((role) => ROLE_NAMES[role].zh),
    whoEn: roles.map((role) => ROLE_NAMES[role].en),
  })
}

/** For the few acts that must work outside one transaction (hashing a password must not hold up everybody else). */
export type OutsideCall<E extends Endpoint> = {
  readonly services: Services
  readonly scene: Scene
  readonly input: Call<E>['input']
}

export function serveOutside<E extends Endpoint>(endpoint: E, run: (call: OutsideCall<E>) => Promise<Result<E>>): Route {
  return {
    endpoint,
    perform: async (services, scene) => {
      if (!mayByRole(scene.actor, endpoint.permission)) throw new Refusal('not-permitted')
      const result = await run({ services, scene, input: parseInput(endpoint.input, scene.input) as Call<E>['input'] })
      return endpoint.output.parse(result)
    },
  }
}
