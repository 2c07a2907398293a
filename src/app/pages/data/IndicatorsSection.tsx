import { useDeferredValue, useState } from 'react'
import type { Indicator } from '../../../indicators/indicator.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { matchesIndicator } from '../../pickers/IndicatorPicker.tsx'
import { sayBytes } from './sayBytes.ts'
import { Section } from './Section.tsx'
import { TableHead } from './TableHead.tsx'
import { usePublished } from './usePublished.ts'

/** Every indicator by theme: unit, rows, how many have a number, and its two files. A click on its name shows its rows. */
export function IndicatorsSection({ chosen }: { readonly chosen: Indicator }) {
  const { dataset, lang } = useAtlas()
  const said = dataWords[lang]
  const [typed, setTyped] = useState('')
  const wanted = useDeferredValue(typed)
  const offered = dataset.catalogue.indicators.filter(({ type }) => type !== 'text')
  const found = offered.filter((indicator) => matchesIndicator(indicator, wanted))
  return (
    <Section id="indicators" title={said.indicatorsTitle} subtitle={said.indicatorsSub(offered.length)} className="c12">
      <input
        className="field listsearch"
        type="search"
        aria-label={said.search}
        placeholder={said.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.length === 0 ? <p className="nomatch">{said.noMatch(wanted)}</p> : null}
      <div className="scroll indicatorfiles" tabIndex={0} role="region" aria-label={said.indicatorsTitle} hidden={found.length === 0}>
        <table className="t">
          <TableHead
            names={[said.indicator, said.unit, said.rowCount, said.numberCount, 'CSV', 'JSON']}
            numeric={[said.rowCount, said.numberCount]}
          />
          {dataset.catalogue.themes.map((theme) => (
            <ThemeLines
              key={theme.id}
              name={theme.name[lang]}
              indicators={found.filter((indicator) => indicator.theme === theme.id)}
              chosen={chosen}
            />
          ))}
        </table>
      </div>
    </Section>
  )
}

function ThemeLines({
  name,
  indicators,
  chosen,
}: {
  readonly name: string
  readonly indicators: readonly Indicator[]
  readonly chosen: Indicator
}) {
  const { dataset, lang } = useAtlas()
  const said = dataWords[lang]
  const { indicators: files } = usePublished()
  if (indicators.length === 0) return null
  return (
    <tbody>
      <tr className="themeline">
        <th colSpan={6} scope="rowgroup">
          {name}
        </th>
      </tr>
      {indicators.map((indicator) => {
        const own = files.get(indicator.id)
        return (
          <tr key={indicator.id} className={indicator.id === chosen.id ? 'chosen' : undefined}>
            <th scope="row">
              <Link to={{ indicators: [indicator.id] }} current={indicator.id === chosen.id}>
                {indicator.name[lang]}
              </Link>
            </th>
            <td>{indicator.unitName[lang]}</td>
            <td className="num">{own ? formatNumber(own.rows, lang) : '–'}</td>
            <td className="num">{own ? formatNumber(own.numbers, lang) : '–'}</td>
            {(['csv', 'json'] as const).map((kind) => {
              const size = own ? sayBytes(own[kind], lang) : ''
              return (
                <td key={kind}>
                  <a
                    href={dataset.addressOf(`api/indicators/${indicator.id}.${kind}`)}
                    download={`${indicator.id}.${kind}`}
                    aria-label={said.fileOf(kind.toUpperCase(), indicator.name[lang], size)}
                  >
                    {size === '' ? kind.toUpperCase() : size}
                  </a>
                </td>
              )
            })}
          </tr>
        )
      })}
    </tbody>
  )
}
