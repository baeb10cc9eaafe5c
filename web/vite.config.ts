import { existsSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = import.meta.dirname
const page = (file: string) => path.join(root, file)

/**
 * The staff application and, beside it, the small public page, which loads nothing of the staff's code. The server serves
 * dist/web and puts a nonce into index.html at every response.
 */
export default defineConfig({
  root,
  base: '/',
  plugins: [react()],
  build: {
    outDir: path.join(root, '../dist/web'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    rolldownOptions: {
      input: [page('index.html'), page('public.html')].filter(existsSync),
      output: {
        codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 2 }] },
      },
    },
  },
  server: { proxy: { '/api': process.env.MILEPOST_SERVER ?? 'http://127.0.0.1:8017' } },
})
