import type { Palette } from '../../charts/palette.ts'
import { drawState } from '../../charts/stateMark.ts'
import type { PlainSvg } from '../../exports/plainSvg.ts'
import type { FigureState } from '../../forms/states.ts'

const box = { x: 0, y: 0, width: 20, height: 12 }

/** The names of a shape's own attributes, as SVG has them. */
const styleNames: Readonly<Record<string, string>> = {
  fill: 'fill',
  stroke: 'stroke',
  lineWidth: 'stroke-width',
  lineDash: 'stroke-dasharray',
}

/** The texture of a state as a sign of the legend. */
export function drawStateMark(state: FigureState, palette: Palette): PlainSvg {
  const content = drawState(state, box, palette).map(({ type, shape = {}, style = {} }) => {
    const given = Object.entries(style).flatMap(([name, value]) => (styleNames[name] ? [[styleNames[name], value] as const] : []))
    const all = [...Object.entries(shape), ...given]
    return `<${type}${all.map(([name, value]) => ` ${name}="${Array.isArray(value) ? value.join(' ') : String(value)}"`).join('')}/>`
  })
  return { width: box.width, height: box.height, content: content.join(''), fontFamily: null }
}
