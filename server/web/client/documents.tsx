import { render } from 'preact'
import './documents.css'
import { DocumentsPage } from './documents-page.tsx'
import { chooseLanguage, chooseTheme, chosenLanguage, chosenTheme } from './preferences.ts'

chooseTheme(chosenTheme())
chooseLanguage(chosenLanguage())
const place = document.getElementById('app')
if (place) render(<DocumentsPage />, place)
