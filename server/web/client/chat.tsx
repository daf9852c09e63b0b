import { render } from 'preact'
import './chart.css'
import './chat.css'
import { ChatPage } from './chat-page.tsx'
import { chooseLanguage, chooseTheme, chosenLanguage, chosenTheme } from './preferences.ts'

// Before anything is drawn, so that nothing flashes.
chooseTheme(chosenTheme())
chooseLanguage(chosenLanguage())
const place = document.getElementById('app')
if (place) render(<ChatPage />, place)
