import { namePlace, type Place } from '../../../charts/places.ts'
import type { Agency } from '../../../agencies.ts'
import { Link } from '../../Link.tsx'
import { useFindings } from '../../useFindings.ts'

/** Reports in which figures contradict each other, each a link to the finding about it; to the report where none is known. */
export function FindingLinks({
  title,
  places,
  agencies,
  isAbout,
}: {
  readonly title: string
  readonly places: readonly (Place & { readonly report: string | null })[]
  readonly agencies: readonly Agency[]
  /** Is a finding over these indicators the one that is meant? */
  readonly isAbout: (indicators: ReadonlySet<string | null>) => boolean
}) {
  const { result } = useFindings(places.length > 0)
  const ruleOf = (of: string | null): string | undefined =>
    result?.findings.find(
      ({ outcome, report, cells }) => outcome === 'fails' && report === of && isAbout(new Set(cells.map(({ indicator }) => indicator))),
    )?.rule
  return (
    <>
      <b>{title}</b>
      {places.map((place) => {
        const { agency, year, report } = place
        const rule = ruleOf(report)
        return (
          <span key={`${agency}-${year}`} className="outside">
            <Link
              to={
                rule === undefined
                  ? { page: 'report', report, cell: null }
                  : { page: 'checks', rule, agencies: [agency], years: [year, year] }
              }
            >
              {namePlace(place, { agencies })}
            </Link>
          </span>
        )
      })}
    </>
  )
}
