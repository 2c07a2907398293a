import type { ParsedReport } from '../../reports/figure.ts'
import type { ReportFigure } from '../../questions/reportFigure.ts'
import type { IdentityDraft } from './identityDraft.ts'

/** The figures of a report that is not in the data yet, as the pages draw figures; `position` is the place in `parsed.figures`, from 1. */
export function figuresToReview(
  { report, figures }: ParsedReport,
  draft: Pick<IdentityDraft, 'agencyId' | 'year' | 'scope'>,
): readonly ReportFigure[] {
  const about = {
    report: '',
    agency: draft.agencyId ?? '',
    year: draft.year ?? 0,
    form: report.form ?? 'narrative',
    scope: draft.scope ?? 'own',
  }
  return figures.map((figure, at) => ({ ...about, ...figure, position: at + 1 }))
}
