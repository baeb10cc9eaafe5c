import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Command } from 'commander'
import type { Terminal } from './speaking.ts'

/** For the build: an initialised, migrated database as an archive, so that a first start need not make one. */
export function addMakeTemplate(program: Command, { speech }: Terminal): void {
  program
    .command('make-template', { hidden: true })
    .description(
      { zh: '（供构建使用）生成已初始化的内置数据库存档', en: '(for the build) write an initialised embedded database as an archive' }[
        speech
      ],
    )
    .requiredOption('--out <file>', { zh: '输出文件（.tar.gz）', en: 'the archive (.tar.gz)' }[speech])
    .action(async ({ out }: { out: string }) => {
      const { findRoot } = await import('../platform/config/root.ts')
      const { makeTemplate } = await import('../platform/database/embedded/template.ts')
      const archive = await makeTemplate(path.join(findRoot(), 'server/migrations'))
      await writeFile(out, await promisify(gzip)(archive))
    })
}
