// The default theme without its fonts (a reader's own are used), in the project's colours.
import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import './style.css'

export default DefaultTheme satisfies Theme
