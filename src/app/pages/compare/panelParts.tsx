import { useState } from 'react'
import type { ChartContext } from '../../../charts/chartContext.ts'
import { dashes } from '../../../charts/palette.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'

/** The chosen bodies as removable chips, each with its line and symbol; the legend of the lines. */
export function FocusChips({ context }: { readonly context: ChartContext }) {
  const { words, palette, focus, agencies } = context
  const { change } = useAtlas()
  const [refused, setRefused] = useState(false)
  const rest = agencies.filter((agency) => !focus.includes(agency.id))
  return (
    <div className="chips" role="group" aria-label={words.compare.focusTitle}>
      {focus.map((id, place) => {
        const name = agencies.find((agency) => agency.id === id)?.shortName ?? id
        const dash = dashes[place]
        return (
          <button
            key={id}
            type="button"
            className="chip"
            aria-label={words.compare.removeFocus(name)}
            onClick={() => change({ focus: focus.filter((other) => other !== id) })}
            disabled={focus.length === 1}
          >
            <svg width="26" height="10" aria-hidden="true">
              <line
                x1="0"
                y1="5"
                x2="26"
                y2="5"
                stroke={palette.series[place]}
                strokeWidth="2.2"
                strokeDasharray={dash === 'solid' || dash === undefined ? undefined : dash.join(' ')}
              />
              <SeriesSymbol place={place} color={palette.series[place] ?? palette.rest} surface={palette.surface} />
            </svg>
            {name}
            <span aria-hidden="true">×</span>
          </button>
        )
      })}
      {rest.length > 0 ? (
        <select
          className="field addfocus"
          aria-label={words.compare.addAgency}
          value=""
          onChange={(event) => {
            setRefused(focus.length >= 6)
            if (focus.length < 6 && event.target.value !== '') change({ focus: [...focus, event.target.value] })
          }}
        >
          <option value="">{words.compare.addAgency}</option>
          {rest.map((agency) => (
            <option key={agency.id} value={agency.id}>
              {agency.shortName}
            </option>
          ))}
        </select>
      ) : null}
      {refused ? <p role="alert">{words.compare.tooManyFocus}</p> : null}
    </div>
  )
}

/** The symbol of a series as its line carries it: circle, triangle, square, diamond, open circle, open square. */
function SeriesSymbol({ place, color, surface }: { readonly place: number; readonly color: string; readonly surface: string }) {
  switch (place) {
    case 1:
      return <path d="M13 1l4 7.5h-8z" fill={color} />
    case 2:
      return <rect x="9.5" y="1.5" width="7" height="7" fill={color} />
    case 3:
      return <path d="M13 0.5l4.5 4.5-4.5 4.5-4.5-4.5z" fill={color} />
    case 4:
      return <circle cx="13" cy="5" r="3.2" fill={surface} stroke={color} strokeWidth="1.6" />
    case 5:
      return <rect x="9.8" y="1.8" width="6.4" height="6.4" fill={surface} stroke={color} strokeWidth="1.6" />
    default:
      return <circle cx="13" cy="5" r="3.5" fill={color} />
  }
}

/** What a page adds to the foot of a panel: what its indicator means. */
export function PanelActions({ indicator }: { readonly indicator: Indicator }) {
  const { words } = useAtlas()
  return <Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.panel.definition}</Link>
}
