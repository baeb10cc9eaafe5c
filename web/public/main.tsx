/** @jsxImportSource preact */
import { render } from 'preact'
import { PublicPage } from './PublicPage.tsx'
import './public.css'

const page = document.getElementById('page')
if (page) render(<PublicPage />, page)
