import { defineConfig } from 'vite'

/** The answering page: a bundle of its own, and nothing of the staff application. Its service worker is built beside it, as one file. */
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
      input: { ballot: `${import.meta.dirname}/ballot.html` },
    },
  },
})
