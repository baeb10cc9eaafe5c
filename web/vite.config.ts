import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = import.meta.dirname

/** The staff application. The server serves dist/web and puts a nonce into index.html at every response. */
export default defineConfig({
  root,
  base: '/',
  // web/public holds the sources of the public page, which is built apart
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: path.join(root, '../dist/web'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 2 }] },
      },
    },
  },
  server: { proxy: { '/api': process.env.MILEPOST_SERVER ?? 'http://127.0.0.1:8017' } },
})
