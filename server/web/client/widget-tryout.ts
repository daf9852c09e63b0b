import './widget-tryout.css'
import { chooseTheme, chosenTheme } from './preferences.ts'

chooseTheme(chosenTheme())
