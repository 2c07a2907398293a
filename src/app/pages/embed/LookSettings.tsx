import { useId, useState } from 'react'
import { embedHeights } from '../../../embed/embedParts.ts'
import { readColour } from '../../../embed/hostColours.ts'
import { themes } from '../../../selection.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { SegmentChoice } from '../../SegmentChoice.tsx'
import { columns, type EmbedChoices } from './embedChoices.ts'

/** How the figure stands in its page: language, colours, title, switches, height. */
export function LookSettings({
  choices,
  choose,
}: {
  readonly choices: EmbedChoices
  readonly choose: (patch: Partial<EmbedChoices>) => void
}) {
  const { lang } = useAtlas()
  const { settings } = embedBuilderWordsIn(lang)
  const isFixed = choices.kind === 'fragment'
  const onOff = [
    { id: 'on', name: settings.on },
    { id: 'off', name: settings.off },
  ] as const
  return (
    <section className="panel" aria-labelledby="embed-look">
      <div className="panelhead">
        <h2 id="embed-look">{settings.title}</h2>
      </div>
      <div className="body embed-looks">
        <SegmentChoice
          name={settings.lang}
          value={choices.lang}
          choices={(['zh', 'en'] as const).map((id) => ({ id, name: settings.langs[id] }))}
          choose={(chosen) => choose({ lang: chosen })}
        />
        <SegmentChoice
          name={settings.theme}
          value={isFixed && choices.theme === 'auto' ? 'light' : choices.theme}
          choices={themes.filter((id) => !isFixed || id !== 'auto').map((id) => ({ id, name: settings.themes[id] }))}
          choose={(theme) => choose({ theme })}
        />
        <SegmentChoice
          name={settings.heading}
          value={choices.title ? 'on' : 'off'}
          choices={onOff}
          choose={(id) => choose({ title: id === 'on' })}
        />
        {isFixed ? (
          <SegmentChoice
            name={settings.column}
            value={String(choices.column)}
            choices={columns.map((px) => ({ id: String(px), name: String(px) }))}
            choose={(id) => choose({ column: columns.find((px) => String(px) === id) ?? choices.column })}
          />
        ) : (
          <>
            <SegmentChoice
              name={settings.controls}
              value={choices.controls ? 'on' : 'off'}
              choices={onOff}
              choose={(id) => choose({ controls: id === 'on' })}
            />
            <HeightChoice height={choices.height} choose={(height) => choose({ height })} />
          </>
        )}
        <ColourFields choices={choices} choose={choose} />
        {isFixed ? <p className="embed-hint">{settings.fixed}</p> : null}
      </div>
    </section>
  )
}

function HeightChoice({ height, choose }: { readonly height: number | null; readonly choose: (height: number | null) => void }) {
  const { lang } = useAtlas()
  const { settings } = embedBuilderWordsIn(lang)
  return (
    <div className="embed-heightchoice">
      <SegmentChoice
        name={settings.height}
        value={height === null ? 'auto' : 'px'}
        choices={[
          { id: 'auto', name: settings.heightAuto },
          { id: 'px', name: settings.heightPx },
        ]}
        choose={(id) => choose(id === 'auto' ? null : embedHeights.usual)}
      />
      {height === null ? null : (
        <input
          className="field"
          type="number"
          min={embedHeights.least}
          max={embedHeights.most}
          step={10}
          defaultValue={height}
          aria-label={`${settings.height} (${settings.heightPx})`}
          onChange={({ target }) => {
            const given = Number(target.value)
            if (Number.isInteger(given) && given >= embedHeights.least && given <= embedHeights.most) choose(given)
          }}
        />
      )}
    </div>
  )
}

function ColourFields({ choices, choose }: Parameters<typeof LookSettings>[0]) {
  const { lang } = useAtlas()
  const { settings } = embedBuilderWordsIn(lang)
  return (
    <fieldset className="embed-colours">
      <legend>{settings.colours}</legend>
      {(['accent', 'surface', 'ink'] as const).map((part) => (
        <ColourField
          key={part}
          name={settings.colour[part]}
          given={choices.colours[part]}
          give={(given) => choose({ colours: { ...choices.colours, [part]: given } })}
        />
      ))}
      <p className="embed-hint">{settings.coloursAbout}</p>
    </fieldset>
  )
}

/** A colour as six digits; what is typed is taken once it is one, or is nothing. */
function ColourField({ name, given, give }: { readonly name: string; readonly given: string; readonly give: (given: string) => void }) {
  const { lang } = useAtlas()
  const [typed, setTyped] = useState(given)
  const id = useId()
  const colour = readColour(typed)
  const isBad = typed !== '' && colour === null
  return (
    <span className="embed-colourfield">
      <label htmlFor={id}>{name}</label>
      <svg width="14" height="14" aria-hidden="true">
        <rect x="0.5" y="0.5" width="13" height="13" fill={colour ?? 'none'} stroke="currentColor" />
      </svg>
      <input
        id={id}
        className="field"
        value={typed}
        maxLength={9}
        spellCheck={false}
        placeholder="#RRGGBB"
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-bad` : undefined}
        onChange={({ target }) => {
          const text = target.value.trim()
          setTyped(text)
          if (text === '' || readColour(text) !== null) give(text)
        }}
      />
      {isBad ? (
        <small id={`${id}-bad`} role="status">
          {embedBuilderWordsIn(lang).settings.badColour}
        </small>
      ) : null}
    </span>
  )
}
