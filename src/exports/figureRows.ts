import type { FigureState } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { exportWordsIn, type ExportWords } from '../text/exportWords.ts'
import type { ListCell } from './csvFile.ts'
import type { FigureToWrite } from './figureToWrite.ts'
import { inPieces, type Pause } from './pace.ts'

type Column = keyof ExportWords['columns']

/** Columns of the long rows in their order, with widths in characters. */
const widths: Readonly<Record<Column, number>> = {
  agency_id: 18,
  agency: 24,
  year: 7,
  indicator_id: 22,
  indicator: 26,
  applicant: 12,
  value: 11,
  unit: 8,
  state: 13,
  state_name: 12,
  evidence: 9,
  qualifier: 9,
  printed: 18,
  n: 9,
  form: 12,
  scope: 10,
  obs_status: 10,
  report: 26,
  source_url: 30,
  dataset: 20,
  flags: 18,
}

/** The columns of the long rows. */
export const rowColumns = Object.keys(widths) as readonly Column[]
/** Their widths in characters. */
export const rowWidths: readonly number[] = rowColumns.map((column) => widths[column])

/** Observation status of SDMX: A normal, M cannot exist, L not collected, O missing, E estimated or counted by convention. */
export type ObservationStatus = 'A' | 'M' | 'L' | 'O' | 'E'

const statusOfState: Readonly<Record<FigureState, ObservationStatus>> = {
  value: 'A',
  zero: 'A',
  blank: 'O',
  dash: 'O',
  text: 'O',
  header_value: 'O',
  unreadable: 'O',
  row_missing: 'O',
  unplaced: 'O',
  not_reported: 'O',
  not_loaded: 'L',
  not_applicable: 'M',
  not_in_form: 'M',
  undefined: 'M',
}

/** The letter that stands beside a row's own state. */
export function observationStatus({ state, value, evidence }: Pick<ComparedValue, 'state' | 'value' | 'evidence'>): ObservationStatus {
  // A number in place of a blank was put there by the reader's choice.
  if (value !== null && (evidence === 'C' || statusOfState[state] === 'O')) return 'E'
  return value === null && statusOfState[state] === 'A' ? 'O' : statusOfState[state]
}

/** The heading of the long rows. */
export const rowHeading = ({ lang }: FigureToWrite): readonly string[] => rowColumns.map((column) => exportWordsIn(lang).columns[column])

/** One line per row: who, when, what, the number or nothing, and in any case its state, where it stands and whose data it is. */
export async function figureRows(written: FigureToWrite, pause: Pause): Promise<readonly (readonly ListCell[])[]> {
  const write = startWriting(written)
  const lines: (readonly ListCell[])[] = []
  for (const rows of inPieces(written.rows)) {
    for (const row of rows) lines.push(write(row))
    await pause()
  }
  return lines
}

/** What writes the rows of this figure. */
function startWriting(written: FigureToWrite): (row: ComparedValue) => readonly ListCell[] {
  const { catalogue, lang, dataset } = written
  const own = exportWordsIn(lang)
  const states = new Map([...catalogue.valueStates, ...catalogue.absenceReasons].map(({ id, name }) => [id, name[lang]]))
  const forms = new Map(catalogue.forms.map(({ id, shortName }) => [id, shortName[lang]]))
  const applicants = new Map(catalogue.applicants.map(({ id, name }) => [id, name[lang]]))
  return (row) => {
    const indicator = written.indicatorOf(row.indicator)
    const report = row.report === null ? undefined : written.reportOf(row.report)
    const { text, isSmall } = written.sayRow(row)
    const cells: Readonly<Record<Column, ListCell>> = {
      agency_id: row.agency,
      agency: written.agencyName(row.agency),
      year: row.year,
      indicator_id: row.indicator,
      indicator: indicator?.name[lang] ?? row.indicator,
      applicant: row.applicant === null ? null : (applicants.get(row.applicant) ?? row.applicant),
      value: isSmall ? null : row.value,
      unit: indicator ? (indicator.format === 'percent' ? indicator.unit : indicator.unitName[lang]) : null,
      state: row.state,
      state_name: states.get(row.state) ?? row.state,
      evidence: row.evidence,
      qualifier: row.qualifier,
      printed: text,
      n: row.n,
      form: row.form === null ? null : (forms.get(row.form) ?? row.form),
      scope: row.scope,
      obs_status: observationStatus(row),
      report: row.report,
      source_url: report?.source_url ?? null,
      dataset: dataset.title,
      flags: joinFlags([dataset.synthetic ? own.synthetic : null, report?.local ? own.localRow : null], own),
    }
    return rowColumns.map((column) => cells[column])
  }
}

const joinFlags = (flags: readonly (string | null)[], own: ExportWords): string | null => {
  const said = flags.filter((flag) => flag !== null)
  return said.length === 0 ? null : own.join(said)
}
