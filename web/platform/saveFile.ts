import type { Downloaded } from './call.ts'

/** Hand a file to the person through the browser's own download. */
export function saveFile({ blob, fileName }: Downloaded): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
