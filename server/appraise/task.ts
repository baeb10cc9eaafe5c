/** What the appraisal asks of somebody, with the page on which it is done. */
export const task = (key: string, zh: string, en: string, href: string) => ({
  key: `appraise.${key}`,
  text: { zh, en },
  href,
  dueOn: null as string | null,
  stage: 'appraise' as const,
})
export type Task = ReturnType<typeof task>
