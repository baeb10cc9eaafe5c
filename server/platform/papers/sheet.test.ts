import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docxFaults } from '../../testing/docxFaults.ts'
import { archiveEntries } from '../spreadsheet/archive.ts'
import { form, line, list, nextSheet, signature, title, toDocx, toDocxFiles } from './sheet.ts'

const bodyOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
const saidIn = (bytes: Uint8Array) => [...bodyOf(bytes).matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((found) => found[1])

test('papers made together are the same files as made one by one, whatever stands in them', async () => {
  const papers = [
    [
      title('甲'),
      form(
        [50, 50],
        [
          {
            cells: [
              { text: '姓名', label: true },
              { text: '', foot: '签名：' },
            ],
          },
        ],
      ),
      ...signature('负责人', 'zh'),
    ],
    [title('乙'), line('<milepost:between/> & "引号"')],
    [title('丙'), list([1, 1], ['a', 'b'], [['1', '2']])],
  ]
  const together = await toDocxFiles(papers, 'zh')
  const apart = await Promise.all(papers.map((blocks) => toDocx(blocks, 'zh')))
  expect(together.map(bodyOf)).toEqual(apart.map(bodyOf))
  expect(together.map(saidIn)).toEqual([
    ['甲', '姓名', '签名：', expect.stringMatching(/^负责人（签名）：/), '年    月    日'],
    ['乙', '&lt;milepost:between/&gt; &amp; &quot;引号&quot;'],
    ['丙', 'a', 'b', '1', '2'],
  ])
  for (const file of together) expect(docxFaults(file)).toEqual([])
  expect(archiveEntries(together[0] ?? new Uint8Array())?.map(({ path }) => path)).toContain('word/styles.xml')
})

test('sheets to be handed out apart each begin with a first page and do not count the others', async () => {
  const bytes = await toDocx([title('第一票'), nextSheet(), title('第二票')], 'zh')
  expect(docxFaults(bytes)).toEqual([])
  expect(bodyOf(bytes).match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(2)
  const footers = Object.entries(unzipSync(bytes)).filter(([name]) => /footer\d+\.xml$/.test(name))
  expect(footers).toHaveLength(2)
  for (const [, footer] of footers) expect(strFromU8(footer)).not.toContain('NUMPAGES')
})
