import { countNOfN, printNOfN } from '../../charts/nOfN.ts'
import { isTooSmall, printRow } from '../../charts/figureText.ts'
import { keepStanding } from '../../charts/notThere.ts'
import { divideByBase } from '../../charts/perBase.ts'
import { fingerprintOf } from '../../dataset/dataVersion.ts'
import type { FigureToWrite } from '../../exports/figureToWrite.ts'
import { tellFormulas } from '../../indicators/formulaWords.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import type { ApplicantId } from '../../forms/form.ts'
import { isOfProse, isOfTables } from '../../forms/states.ts'
import type { Atlas } from '../AtlasContext.ts'
import type { EngineStart } from '../engineStart.ts'
import { findAnswer } from '../useAnswer.ts'
import { countLocal } from './countLocal.ts'
import { makeLink } from '../links/makeLink.ts'
import { saySelection } from '../print/saySelection.ts'
import { today } from '../today.ts'
import type { PanelFile } from './panelFile.ts'
import { findRelation } from './relations.ts'

/** What is read off the panel as it is shown: words only, never numbers of their own. */
export interface ShownWords {
  readonly subtitle: string
  readonly notes: readonly string[]
}

/** A panel's figure as data for every file of it. `rows` are those of `scope`. */
export function gatherFigure(
  file: PanelFile,
  { subtitle, notes }: ShownWords,
  atlas: Atlas,
  scope: FigureToWrite['scope'],
  rows: readonly ComparedValue[],
): FigureToWrite {
  const { dataset, lang, words, agencyById, reportById } = atlas
  const { catalogue, manifest } = dataset
  const indicators = new Map<string, Indicator>([...catalogue.indicators, ...file.ownIndicators].map((one) => [one.id, one]))
  const ids = [...new Set(rows.map(({ indicator }) => indicator))]
  const years = scope === 'all' ? (manifest.years ?? atlas.selection.years) : atlas.selection.years
  return {
    title: file.title,
    subtitle,
    notes,
    source: file.source,
    table: file.table,
    rows,
    scope,
    // One row per place: prose stands beside the tables, not in place of them.
    counted: printNOfN(countNOfN(rows.filter(isOfTables)), catalogue, lang, words),
    selection: saySelection(atlas),
    formulas: ids.flatMap((id) => {
      const indicator = indicators.get(id)
      const formula = indicator ? tellFormulas(indicator, catalogue, years, lang) : null
      return indicator && formula !== null ? [[indicator.name[lang], formula] as const] : []
    }),
    sayRow: (row) => {
      const indicator = indicators.get(row.indicator)
      if (!indicator) return { text: row.value === null ? row.state : String(row.value), isSmall: false }
      return { text: printRow(row, indicator, catalogue, lang, words), isSmall: isTooSmall(row, indicator) }
    },
    indicatorOf: (id) => indicators.get(id),
    agencyName: (id) => agencyById(id)?.name ?? id,
    reportOf: reportById,
    catalogue,
    dataset: {
      title: manifest.title[lang],
      sha256: fingerprintOf(manifest),
      synthetic: manifest.synthetic,
      licences: manifest.licenses.map(({ title, address }) => (address === null ? title : `${title} (${address})`)),
    },
    isLocal: countLocal(file, rows, atlas) > 0,
    address: linkTo(atlas),
    day: today(),
    lang,
  }
}

/** The view for somebody else: with the version of the published data, and nothing of this machine in it. */
function linkTo({ dataset, selection, start }: Atlas): string {
  const published = dataset.publishedUnder ?? (dataset.hasEveryFile ? dataset : null)
  const known = new Set((published ?? dataset).agencies.map(({ id }) => id))
  const own = {
    agencies: new Set(dataset.agencies.flatMap(({ id }) => (known.has(id) ? [] : [id]))),
    reports: new Set(dataset.reports.flatMap(({ report, local }) => (local ? [report] : []))),
    isOwnDataset: published === null,
  }
  const fingerprint = published ? fingerprintOf(published.manifest) : null
  const { address } = makeLink({ selection, start, own, figures: [], catalogue: dataset.catalogue, fingerprint })
  return new URL(address, window.location.href).href
}

/** The same measures and applicants for every body and every year of the dataset in which it existed. */
export async function askAll(
  { rows, ownIndicators }: Pick<PanelFile, 'rows' | 'ownIndicators'>,
  { dataset, selection }: Pick<Atlas, 'dataset' | 'selection'>,
  engine: EngineStart,
  signal: AbortSignal,
): Promise<readonly ComparedValue[]> {
  const relations = ownIndicators.flatMap((own) => findRelation(own, dataset.catalogue) ?? [])
  const found: ComparedValue[] = []
  for (const { applicant, indicators } of partsOf(rows)) {
    const related = relations.filter(({ measure }) => indicators.includes(measure.id))
    const params = {
      indicators: [...new Set([...indicators, ...related.map(({ base }) => base.id)])],
      agencies: null,
      years: dataset.manifest.years ?? selection.years,
      applicant,
      prose: rows.some(isOfProse),
      blanksAsZero: selection.blanksAsZero,
    }
    const answer = await findAnswer(dataset, engine, compareAgencies, params, signal)
    const ofIndicator = (id: string): ComparedValue[] => answer.filter((row) => row.indicator === id)
    for (const id of indicators) {
      const relation = related.find(({ measure }) => measure.id === id)
      found.push(...(relation ? divideByBase(ofIndicator(id), ofIndicator(relation.base.id), relation.measure) : ofIndicator(id)))
    }
  }
  return keepStanding(found, dataset.agencies)
}

/** So many indicators are asked at once: one statement for all of an agency's would be longer than the engine takes. */
const askedAtOnce = 12

/** What is asked one after the other: for each applicant some indicators. */
function partsOf(
  rows: readonly ComparedValue[],
): readonly { readonly applicant: ApplicantId | null; readonly indicators: readonly string[] }[] {
  return [...groupByApplicant(rows)].flatMap(([applicant, indicators]) =>
    Array.from({ length: Math.ceil(indicators.length / askedAtOnce) }, (_, at) => ({
      applicant,
      indicators: indicators.slice(at * askedAtOnce, (at + 1) * askedAtOnce),
    })),
  )
}

/** The total is what is asked when nothing else is. */
function groupByApplicant(rows: readonly ComparedValue[]): ReadonlyMap<ApplicantId | null, readonly string[]> {
  const groups = new Map<ApplicantId | null, string[]>()
  for (const { indicator, applicant } of rows) {
    const asked = applicant === 'total' ? null : applicant
    const group = groups.get(asked) ?? []
    if (!group.includes(indicator)) groups.set(asked, [...group, indicator])
  }
  return groups
}
