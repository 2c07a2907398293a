import { showEmbed } from './embed/showEmbed.ts'
import { readSurroundings } from './embed/embedSource.ts'
import { fillInForOlderBrowsers } from './app/olderBrowsers.ts'
import './app/tokens.css'
import './app/app.css'
import './embed/embed.css'

// Known only while the script runs for the first time; empty where it lies in the page itself.
const { currentScript } = document
const script = currentScript instanceof HTMLScriptElement && currentScript.src !== '' ? currentScript.src : null
fillInForOlderBrowsers()
showEmbed(readSurroundings(document, script, window.fetch.bind(window)))
