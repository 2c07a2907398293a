import { useMemo } from 'react'
import type { Finding } from '../../../checks/outcome.ts'
import { everyFinding } from '../../../selection.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import { formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { filterFindings, orderFindings } from '../../checks/chooseFindings.ts'
import { addressOfCell, rowOf, sayCells, sayFinding } from '../../checks/findingNames.ts'
import { SeverityMark } from '../../checks/Marks.tsx'
import { useVerdicts } from '../../checks/useVerdicts.ts'
import { isHandled } from '../../checks/verdicts.ts'
import { Link } from '../../Link.tsx'
import { useFindings } from '../../useFindings.ts'

/** So many findings are listed; the others are on the checks page. */
const mostListed = 6

/** What the checks say of one agency's reports, in the order of weight. */
export interface OwnFindings {
  readonly fails: readonly Finding[]
  readonly open: readonly Finding[]
  readonly untold: number
}

/** The findings on the agency's reports of the span; null until they are read. `when`: false until something is painted. */
export function useOwnFindings(agency: string | undefined, when: boolean): { readonly own: OwnFindings | null; readonly failed: boolean } {
  const { selection } = useAtlas()
  const { result, error } = useFindings(when)
  const { records } = useVerdicts()
  const { years } = selection
  const own = useMemo(() => {
    if (!result || agency === undefined) return null
    const all = filterFindings(result.findings, { ...everyFinding, agencies: [agency], years, outcome: 'all' }, () => undefined)
    const ordered = orderFindings(all, [agency])
    const fails = ordered.filter((finding) => finding.outcome === 'fails')
    return { fails, open: fails.filter(({ fingerprint }) => !isHandled(records.get(fingerprint))), untold: all.length - fails.length }
  }, [result, agency, years, records])
  return { own, failed: error !== null }
}

/** The findings with their years, each leading to the place in its report. */
export function FindingsPanel({
  agency,
  own,
  failed,
}: {
  readonly agency: string
  readonly own: OwnFindings | null
  readonly failed: boolean
}) {
  const { lang, selection } = useAtlas()
  const words = agencyWordsIn(lang)
  const fails = own?.fails ?? []
  const title =
    own === null ? words.sheet.findings : fails.length === 0 ? words.findingsNone : words.findingsTitle(fails.length, own.open.length)
  const toAll = { page: 'checks', ...everyFinding, agencies: [agency] } as const
  return (
    <section className="panel ownfindings" aria-label={title}>
      <div className="panelhead">
        <h2>{title}</h2>
        <p className="sub">
          {own !== null
            ? words.findingsSub(formatYears(selection.years), own.untold)
            : failed
              ? words.findingsFailed
              : words.findingsWaiting}
        </p>
      </div>
      {fails.length === 0 ? null : (
        <ul className="body">
          {fails.slice(0, mostListed).map((finding) => (
            <FindingLine key={finding.fingerprint} finding={finding} />
          ))}
        </ul>
      )}
      <div className="panelfoot">
        <span>{fails.length > mostListed ? words.findingsMore(fails.length - mostListed) : ''}</span>
        {own !== null && (fails.length > 0 || own.untold > 0) ? (
          <span className="act">
            <Link to={toAll}>{words.findingsAll}</Link>
          </span>
        ) : null}
      </div>
    </section>
  )
}

function FindingLine({ finding }: { readonly finding: Finding }) {
  const { dataset, lang, words, reportById } = useAtlas()
  const place = finding.cells.find(({ cell, year }) => cell !== null && year === undefined)
  const cell = place ? addressOfCell(place, rowOf(place, finding.form, dataset.catalogue)) : null
  const said = sayFinding(finding, lang)
  return (
    <li>
      <span className="num">{finding.year ?? ''}</span>
      <SeverityMark severity={finding.severity} />
      <span>
        {reportById(finding.report) ? <Link to={{ page: 'report', report: finding.report, cell }}>{said}</Link> : said}
        <small>{sayCells(finding, dataset.catalogue, lang, words)}</small>
      </span>
    </li>
  )
}
