import { defineConfig } from 'vite'

/** The answering page: a bundle of its own with its service worker, and nothing of the staff application. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: false,
    target: 'es2020',
    rollupOptions: {
      input: { ballot: `${import.meta.dirname}/ballot.html`, 'ballot-worker': `${import.meta.dirname}/worker.ts` },
      output: { entryFileNames: (chunk) => (chunk.name === 'ballot-worker' ? 'ballot-worker.js' : 'assets/[name]-[hash].js') },
    },
  },
})
