import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** The drawing as the text of an SVG file. */
export function svgText(drawing: ReactNode): string {
  const host = document.createElement('div')
  const root = createRoot(host)
  flushSync(() => root.render(drawing))
  const svg = host.querySelector('svg')
  const text = svg ? new XMLSerializer().serializeToString(svg) : ''
  root.unmount()
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}`
}

export const svgBlob = (text: string) => new Blob([text], { type: 'image/svg+xml' })

/** The same as pixels, twice as fine as the screen, so that it prints well in a paper. */
export async function pngBlob(text: string, size: { readonly width: number; readonly height: number }): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(text))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(size.width * FINENESS)
    canvas.height = Math.round(size.height * FINENESS)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

const FINENESS = 2
