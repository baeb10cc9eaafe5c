import type { Permission } from '@milepost/access/permissions'
import type { z } from 'zod'

/**
 * An endpoint declares itself: method, path, permission, input, output, audit action. The server mounts it, the
 * browser calls it, OpenAPI is printed from it. Path parameters, query and body are one `input` object.
 */
export type EndpointKind =
  /** JSON in, JSON out. */
  | 'json'
  /** multipart in: one file in the field `file`, the rest of the input as JSON in the field `input`; JSON out. */
  | 'upload'
  /** The same, with the file kept as it is: evidence, not a table. */
  | 'attach'
  /** JSON or query in, a file out. */
  | 'download'

export type Endpoint<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
  P extends Permission = Permission,
  K extends EndpointKind = EndpointKind,
> = {
  readonly name: string
  readonly kind: K
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly permission: P
  readonly summary: { readonly zh: string; readonly en: string }
  readonly input: Input
  readonly output: Output
  /** The action written to the audit trail in the same transaction; null for endpoints that only read. */
  readonly audit: string | null
  /** The answer is for the eyes of whoever asked, once: links with their keys, words that may be erased. It is kept nowhere, not even to be given again. */
  readonly shownOnce?: true
}

/** Names of the `:parameters` of a path. */
type PathParameters<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathParameters<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

type MissingParameters<Path extends string, Input extends z.ZodObject> = Exclude<PathParameters<Path>, keyof z.infer<Input>>

type Declaration<Path extends string, Input extends z.ZodObject, Output extends z.ZodType, P extends Permission, K extends EndpointKind> = {
  name: string
  kind?: K
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: [MissingParameters<Path, Input>] extends [never] ? Path : `path parameter not in input: ${MissingParameters<Path, Input>}`
  permission: P
  summary: { zh: string; en: string }
  input: Input
  output: Output
  audit: string | null
  shownOnce?: true
}

export function endpoint<
  const Path extends string,
  Input extends z.ZodObject,
  Output extends z.ZodType,
  const P extends Permission,
  const K extends EndpointKind = 'json',
>(declaration: Declaration<Path, Input, Output, P, K> & { path: Path }): Endpoint<Input, Output, P, K> {
  return { ...declaration, kind: declaration.kind ?? ('json' as K) }
}

export type InputOf<E extends Endpoint> = z.infer<E['input']>
export type OutputOf<E extends Endpoint> = z.infer<E['output']>
