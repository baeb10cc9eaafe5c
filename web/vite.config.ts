import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname
const LOCK = '\0scroll-lock'

/**
 * The dialogs of antd lock the page behind them by a style sheet without the nonce, which the policy refuses with an error in the console:
 * they lock it our way instead.
 */
const lockWithoutSheet: Plugin = {
  name: 'lock-without-sheet',
  enforce: 'pre',
  resolveId: (source, importer) => (source.endsWith('/useScrollLocker') && /@rc-component[\\/]portal/.test(importer ?? '') ? LOCK : null),
  load: (id) =>
    id === LOCK ? `export { useScrollLock as default } from ${JSON.stringify(path.join(root, 'platform/scrollLock.ts'))}` : null,
}

/** The staff application. The server serves dist/web and puts a nonce into index.html at every response. */
export default defineConfig({
  root,
  base: '/',
  // web/public holds the sources of the public page, which is built apart
  publicDir: false,
  plugins: [lockWithoutSheet, react()],
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
