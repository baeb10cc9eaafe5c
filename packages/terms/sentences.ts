/** What somebody wrote, without the full stop at its end, where it goes on inside another sentence. */
export const withoutStop = (said: string): string => said.trim().replace(/[。．.；;，,\s]+$/u, '')
