import { GLOSSARY } from '@milepost/terms/glossary'
import { GENERATED, type Paper, table } from './paper.ts'

/** The glossary: every word of the field once, in both languages, with its source. */
export function printTerms(): Paper {
  const chapters = GLOSSARY.map(({ title, terms }) => {
    const rows = Object.entries(terms).map(([code, term]) => [
      `\`${code}\``,
      term.zh,
      term.en,
      'source' in term ? String(term.source ?? '') : '',
    ])
    return `## ${title.zh} · ${title.en}\n\n${table(['code', '中文', 'English', 'source'], rows)}`
  })
  return { file: 'terms.md', text: `${GENERATED}# Glossary · 术语表\n\n${chapters.join('\n')}` }
}
