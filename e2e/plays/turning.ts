import path from 'node:path'
import type { Page } from 'playwright-core'

/** Turns to a page and waits until it has its heading and asks for nothing more. */
export async function open(page: Page, where: string): Promise<void> {
  await page.goto(where)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Keeps a picture of the whole page in this folder; in none where none was named. */
export const picturesIn =
  (folder: string | undefined) =>
  async (page: Page, name: string): Promise<void> => {
    if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  }
