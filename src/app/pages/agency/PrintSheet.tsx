import { memo, useEffect, useMemo, useState } from 'react'
import { levelNames } from '../../../agencies.ts'
import { nameForm, nameState, printUnit, printValue } from '../../../charts/figureText.ts'
import type { JudgedFiling } from '../../../charts/lateness.ts'
import { sayContribution } from '../../../charts/contribution.ts'
import { paletteOf } from '../../../charts/palette.ts'
import type { SpineRow } from '../../../charts/spine.ts'
import { heightOfSpine, spineChart, titleOfSpine, type SpineContext } from '../../../charts/spineChart.ts'
import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import type { ReportFigure } from '../../../questions/reportFigure.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import { formatDate, formatYears } from '../../../text/numbers.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { sayCells, sayFinding } from '../../checks/findingNames.ts'
import { today } from '../../today.ts'
import type { OwnFindings } from './FindingsPanel.tsx'
import { listNotices } from './listNotices.ts'
import { sayFiling } from './ReportsPanel.tsx'
import { StillChart } from './StillChart.tsx'
import type { AgencyView, PeersView } from './useAgencyView.ts'
import { useContributions, type Changed } from './useContributions.ts'

/** What fits on one page of A4: more of each is counted instead. */
const most = { heads: 4, spine: 17, years: 12, peers: 8 } as const
/** More findings and numbers of the prose fit where the spine is short, and where nothing is said of changes. */
const roomBeside = (spineRows: number, changed: boolean): { readonly findings: number; readonly claims: number } =>
  spineRows > 10 ? { findings: changed ? 3 : 5, claims: changed ? 0 : 3 } : { findings: 5, claims: changed ? 2 : 6 }
/** 186 mm at 96 px per inch: A4 less its margins. */
const paperWidth = 700

/** The agency on one page of A4; on the screen it is not shown. Small type and few colours, also in dark and large type. */
export const PrintSheet = memo(function PrintSheet({
  view,
  among,
  findings,
  filings,
  claims,
}: {
  readonly view: AgencyView
  readonly among: PeersView
  readonly findings: OwnFindings | null
  readonly filings: readonly JudgedFiling[]
  readonly claims: readonly ReportFigure[]
}) {
  const { dataset, lang, selection } = useAtlas()
  const [day] = useState(today)
  const { manifest } = dataset
  const own = agencyWordsIn(lang).sheet
  const { agency } = view
  // What else is on the page is not printed with it.
  useEffect(() => {
    document.documentElement.dataset.print = 'onepage'
    return () => {
      delete document.documentElement.dataset.print
    }
  }, [])
  const notices = listNotices(agency, dataset.agencies, lang)
  const changed = useContributions(view)
  const room = roomBeside(among.spine.length, changed !== null)
  return (
    <section className="onepage" aria-hidden="true" data-printsheet>
      <header>
        <p className="kind">
          OGI Atlas · {own.kind}
          {manifest.synthetic ? <b> · {own.synthetic}</b> : null}
        </p>
        <p className="name">{agency.name}</p>
        <p>
          {[own.years(formatYears(selection.years)), levelNames[agency.level][lang], agency.regionName, agency.system]
            .filter((part) => part !== null)
            .join(' · ')}
          {notices.length === 0 ? '' : ` · ${notices.join(punctuation[lang].semicolon)}`}
        </p>
        <p className="meta">
          {own.dataset(manifest.title[lang], fingerprintOf(manifest).slice(0, 16))}
          {' · '}
          {own.printed(formatDate(day, lang))}
        </p>
      </header>
      <SheetHeadlines rows={among.spine} />
      <SheetSpine view={view} among={among} />
      {changed === null ? null : <SheetChanges changed={changed} />}
      <SheetFindings findings={findings} room={room.findings} />
      <SheetReports filings={filings} />
      <SheetProse claims={claims} room={room.claims} />
      <p className="meta foot">{own.notLoaded}</p>
    </section>
  )
})

/** The first figures of the spine that have a number. */
function SheetHeadlines({ rows }: { readonly rows: readonly SpineRow[] }) {
  const { lang, words } = useAtlas()
  const own = agencyWordsIn(lang).sheet
  const shown = rows.filter((row) => row.own.value !== null).slice(0, most.heads)
  if (shown.length === 0) return null
  return (
    <dl className="sheetheads">
      {shown.map(({ indicator, own: row, compared, of }) => (
        <div key={indicator.id}>
          <dt>{(indicator.shortName ?? indicator.name)[lang]}</dt>
          <dd>
            <b>{printValue(row, indicator, lang, words)}</b>
            {printUnit(indicator, lang, row.value)}
          </dd>
          <dd className="meta">{own.peersHave(compared.length, of)}</dd>
        </div>
      ))}
    </dl>
  )
}

function SheetSpine({ view, among }: { readonly view: AgencyView; readonly among: PeersView }) {
  const { dataset, lang, words, selection } = useAtlas()
  const own = agencyWordsIn(lang).sheet
  const { agency, year, mergers } = view
  const rows = useMemo(() => among.spine.slice(0, most.spine), [among.spine])
  const context: SpineContext = useMemo(
    () => ({
      catalogue: dataset.catalogue,
      agency,
      year,
      years: selection.years,
      mergers,
      lang,
      words,
      palette: { ...paletteOf('light', lang), label: 12, small: 11 },
      width: paperWidth,
    }),
    [dataset, agency, year, selection.years, mergers, lang, words],
  )
  const option = useMemo(() => spineChart(rows, context), [rows, context])
  const names = among.peers.map((peer) => peer.agency.shortName)
  return (
    <section>
      <h2>{titleOfSpine(rows, context)}</h2>
      <p className="meta">
        {own.peers(names.slice(0, most.peers), names.length)}{' '}
        {among.spine.length > most.spine ? own.spineMore(among.spine.length - most.spine) : ''}
      </p>
      {rows.length === 0 ? null : <StillChart option={option} width={paperWidth} height={heightOfSpine(rows, context)} />}
    </section>
  )
}

function SheetFindings({ findings, room }: { readonly findings: OwnFindings | null; readonly room: number }) {
  const { dataset, lang, words, selection } = useAtlas()
  const own = agencyWordsIn(lang)
  const fails = findings?.fails ?? []
  return (
    <section>
      <h2>
        {findings === null
          ? own.sheet.findings
          : fails.length === 0
            ? own.findingsNone
            : own.findingsTitle(fails.length, findings.open.length)}
      </h2>
      <p className="meta">{findings === null ? own.findingsWaiting : own.findingsSub(formatYears(selection.years), findings.untold)}</p>
      <table>
        <tbody>
          {fails.slice(0, room).map((finding) => (
            <tr key={finding.fingerprint}>
              <td className="num">{finding.year ?? ''}</td>
              <td>{words.checks.severities[finding.severity]}</td>
              <td>
                {sayFinding(finding, lang)} <span className="meta">{sayCells(finding, dataset.catalogue, lang, words)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {fails.length > room ? <p className="meta">{own.findingsMore(fails.length - room)}</p> : null}
    </section>
  )
}

/** What changed since the report before, in sentences. */
function SheetChanges({ changed }: { readonly changed: Changed }) {
  const { dataset, lang } = useAtlas()
  const own = agencyWordsIn(lang).sheet
  return (
    <section>
      <h2>{own.changes(...changed.between)}</h2>
      {changed.contributions.map((contribution) => (
        <p key={contribution.kind}>{sayContribution(contribution, changed.between, dataset.catalogue, lang)}</p>
      ))}
    </section>
  )
}

/** The latest numbers of the prose, as printed. */
function SheetProse({ claims, room }: { readonly claims: readonly ReportFigure[]; readonly room: number }) {
  const { dataset, lang, words } = useAtlas()
  const own = agencyWordsIn(lang).sheet
  if (claims.length === 0) return null
  if (room === 0) return <p className="meta sheetmore">{own.proseOnPage(claims.length)}</p>
  const shown = [...claims].sort((a, b) => b.year - a.year).slice(0, room)
  return (
    <section>
      <h2>{words.agency.proseTitle(claims.length)}</h2>
      <p className="meta">
        {words.agency.proseSub} {claims.length > room ? own.proseMore(claims.length - room) : ''}
      </p>
      <table>
        <tbody>
          {shown.map((claim) => (
            <tr key={claim.report + claim.position}>
              <td className="num">{claim.year}</td>
              <td>{indicatorById(dataset.catalogue, claim.indicator ?? '').name[lang]}</td>
              <td>
                {claim.printed} <span className="meta">{words.evidence.letter(claim.evidence, words.evidence[claim.evidence])}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The reports with one column per year. */
function SheetReports({ filings }: { readonly filings: readonly JudgedFiling[] }) {
  const { dataset, lang } = useAtlas()
  const own = agencyWordsIn(lang)
  const standing = filings.filter(({ filing }) => filing !== 'notThere')
  const shown = standing.slice(-most.years)
  const loaded = standing.filter(({ row }) => row.report !== null).length
  const late = standing.filter(({ filing }) => filing === 'late').length
  const notLoaded = nameState(dataset.catalogue, 'not_loaded', lang)
  const lines: readonly (readonly [string, (filing: JudgedFiling) => string])[] = [
    [own.sheet.form, ({ row }) => nameForm(dataset.catalogue, row.form, lang) || notLoaded],
    [own.sheet.published, ({ on }) => (on === null ? own.none : on.slice(5))],
    [own.timing, (filing) => sayFiling(filing, own)],
    [own.filled, ({ row }) => (row.expected === null || row.filled === null ? own.none : `${row.filled}/${row.expected}`)],
  ]
  return (
    <section>
      <h2>{late > 0 ? own.reportsTitleLate(loaded, standing.length, late) : own.reportsTitle(loaded, standing.length)}</h2>
      <p className="meta">
        {own.reportsSub} {standing.length > shown.length ? own.sheet.reportsMore(standing.length - shown.length) : ''}
      </p>
      <table className="sheetyears">
        <thead>
          <tr>
            <th scope="col">{own.sheet.year}</th>
            {shown.map(({ row }) => (
              <th key={row.year} scope="col">
                {row.year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, say]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {shown.map((filing) => (
                <td key={filing.row.year}>{say(filing)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
