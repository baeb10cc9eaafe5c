import { defineConfig } from 'vite'

/** The public page: a bundle of its own, beside the staff application, with nothing of it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: false,
    target: 'es2020',
    rollupOptions: { input: `${import.meta.dirname}/public.html` },
  },
})
