import { useMemo, useState } from 'react'
import { mergersByBody, suggestPeers } from '../../../agencies/peers.ts'
import { chooseShownYear } from '../../../charts/coverage.ts'
import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import type { Brief, BriefSection } from '../../../exports/briefDocument.ts'
import { safeFileName } from '../../../exports/safeFileName.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { coverReports, type CoveredReport } from '../../../questions/coverReports.ts'
import { defaultComparison, overviewIndicators } from '../../../questions/defaultAnswers.ts'
import { everyFinding } from '../../../selection.ts'
import { briefWordsIn } from '../../../text/briefWords.ts'
import { formatDate } from '../../../text/numbers.ts'
import type { BriefInput } from '../../brief/briefInput.ts'
import { listOutcomeIndicators } from '../../brief/figuresSections.ts'
import { makeBrief } from '../../brief/makeBrief.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { filterFindings, orderFindings } from '../../checks/chooseFindings.ts'
import { useVerdicts } from '../../checks/useVerdicts.ts'
import { isHandled } from '../../checks/verdicts.ts'
import { BlanksPicker, EvidencePicker, FilterBar } from '../../FilterBar.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { markFirstChart } from '../../readiness.ts'
import { today } from '../../today.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { useFindings } from '../../useFindings.ts'
import { factsOf, listAsked, sizeIndicatorOf } from '../agency/useAgencyView.ts'
import { saveFile } from '../import/saveFile.ts'
import { useFilings } from '../overview/useFilings.ts'
import './brief.css'

/** The supervision brief on one body or a group: one to four sheets for whoever has to know, as a page to print and as a file. */
export function BriefPage() {
  const { dataset, selection, chosenAgencies, words, lang } = useAtlas()
  const own = briefWordsIn(lang)
  const { agencies, years } = selection
  const { catalogue } = dataset
  const [only] = chosenAgencies
  const isOne = chosenAgencies.length === 1 && only !== undefined
  const asked = isOne ? listAsked(only, dataset, selection) : agencies
  const size = sizeIndicatorOf(catalogue)
  const indicators = [...new Set([...overviewIndicators(catalogue), ...listOutcomeIndicators(catalogue), ...(size ? [size.id] : [])])]
  const coverage = useAnswer(coverReports, { agencies, years })
  const values = useAnswer(compareAgencies, {
    ...defaultComparison(catalogue, years, selection.prose),
    indicators,
    agencies: asked,
    blanksAsZero: selection.blanksAsZero,
  })
  const failed = coverage.error ? coverage : values.error ? values : null
  useAfterPaint(coverage.rows !== undefined && values.rows !== undefined, markFirstChart)
  return (
    <>
      <FilterBar
        result={coverage.rows ? words.bar.result(coverage.rows.filter(({ report }) => report !== null).length, coverage.rows.length) : null}
      >
        <AgencyPicker />
        <YearPicker />
        <EvidencePicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content" aria-busy={coverage.rows === undefined || values.rows === undefined}>
        {failed ? <AnswerFailed retry={failed.retry} keptRows={coverage.rows !== undefined && values.rows !== undefined} /> : null}
        {coverage.rows && values.rows ? (
          <BriefOf covered={coverage.rows} values={values.rows} />
        ) : (
          <>
            <div className="pagehead">
              <h1>{own.name}</h1>
            </div>
            {failed ? null : <Waiting reports={dataset.reports.length} />}
          </>
        )}
      </main>
    </>
  )
}

function BriefOf({ covered, values }: { readonly covered: readonly CoveredReport[]; readonly values: readonly ComparedValue[] }) {
  const { lang } = useAtlas()
  const own = briefWordsIn(lang)
  const { brief, missing } = useBrief(covered, values)
  return (
    <article className="brief panel" data-brief>
      <header className="briefhead">
        <p className="briefkind">{brief.kind}</p>
        <h1>{brief.title}</h1>
        {brief.about.map((line) => (
          <p key={line} className="sub">
            {line}
          </p>
        ))}
        <BriefActions brief={brief} />
      </header>
      {missing === null ? null : (
        <p className="note" role="status">
          {missing === 'failed' ? own.waitingFailed : own.waiting}
        </p>
      )}
      {brief.sections.map((section) => (
        <Section key={section.id} section={section} />
      ))}
      <p className="briefnote">{brief.note}</p>
    </article>
  )
}

/** The brief, and whether the findings are missing in it. */
function useBrief(covered: readonly CoveredReport[], values: readonly ComparedValue[]) {
  const atlas = useAtlas()
  const { dataset, selection, chosenAgencies, lang, words } = atlas
  const { years, prose, blanksAsZero, peers: chosen } = selection
  const filings = useFilings(covered)
  const { result, error } = useFindings()
  const { records } = useVerdicts()
  const brief = useMemo(() => {
    const ids = chosenAgencies.map(({ id }) => id)
    const at = yearOf(covered, selection.at, years)
    const findings =
      result &&
      orderFindings(
        filterFindings(result.findings, { ...everyFinding, agencies: ids, years, outcome: 'all' }, () => undefined),
        ids,
      )
    const input: BriefInput = {
      agencies: chosenAgencies,
      everyAgency: dataset.agencies,
      years,
      at,
      filings,
      reports: dataset.reports,
      values,
      indicators: overviewIndicators(dataset.catalogue).map((id) => indicatorById(dataset.catalogue, id)),
      peers: peersOf(atlas, chosen, values, at),
      mergers: mergersByBody(dataset.agencies),
      findings: findings ?? null,
      isHandled: ({ fingerprint }) => isHandled(records.get(fingerprint)),
      prose,
      blanksAsZero,
      dataset: {
        title: dataset.manifest.title[lang],
        fingerprint: fingerprintOf(dataset.manifest),
        synthetic: dataset.manifest.synthetic,
      },
      day: today(),
      catalogue: dataset.catalogue,
      lang,
      words,
      own: briefWordsIn(lang),
    }
    return makeBrief(input)
  }, [
    atlas,
    chosenAgencies,
    covered,
    selection.at,
    years,
    result,
    dataset,
    filings,
    values,
    chosen,
    records,
    prose,
    blanksAsZero,
    lang,
    words,
  ])
  return { brief, missing: result ? null : error ? ('failed' as const) : ('waiting' as const) }
}

/** The year of the key figures: the one chosen, or the newest that most bodies have a report of, or else the newest with any. */
function yearOf(covered: readonly CoveredReport[], at: number | 'latest' | null, years: readonly [from: number, to: number]): number {
  const shown = chooseShownYear(covered, at, years)
  if (shown !== 'latest') return shown
  return Math.max(...covered.flatMap(({ report, year }) => (report === null ? [] : [year])), years[0])
}

function peersOf(
  { chosenAgencies, dataset, agencyById }: ReturnType<typeof useAtlas>,
  chosen: readonly string[] | null,
  values: readonly ComparedValue[],
  year: number,
): BriefInput['peers'] {
  const [only] = chosenAgencies
  if (chosenAgencies.length !== 1 || only === undefined) return []
  if (chosen !== null) return chosen.flatMap((id) => agencyById(id) ?? []).filter(({ id }) => id !== only.id)
  const facts = factsOf(values, dataset, sizeIndicatorOf(dataset.catalogue), year)
  return suggestPeers(only, dataset.agencies, facts).peers.map(({ agency }) => agency)
}

function BriefActions({ brief }: { readonly brief: Brief }) {
  const { dataset, lang, announce } = useAtlas()
  const own = briefWordsIn(lang)
  const [said, setSaid] = useState('')
  const write = async (): Promise<string> => {
    const day = today()
    const { manifest } = dataset
    const { writeBriefDocument } = await import('../../../exports/briefDocument.ts')
    const foot = [
      own.dataset(manifest.title[lang], fingerprintOf(manifest).slice(0, 16)),
      ...(manifest.synthetic ? [own.synthetic] : []),
      own.day(formatDate(day, lang)),
    ].join(' · ')
    const name = safeFileName(`${brief.kind} ${brief.title} ${day}`, 'docx')
    saveFile(name, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', writeBriefDocument(brief, foot, day))
    return own.wordSaved(name)
  }
  const save = (): void => {
    void write()
      .catch((error: unknown) => {
        console.warn('the brief could not be written as a file', error)
        return own.wordFailed
      })
      .then((text) => {
        setSaid(text)
        announce(text)
      })
  }
  return (
    <div className="briefactions">
      <button type="button" className="btn" onClick={() => window.print()}>
        {own.print}
      </button>
      <button type="button" className="btn" onClick={save} data-output="brief">
        {own.word}
      </button>
      <span role="status">{said}</span>
    </div>
  )
}

function Section({ section: { id, title, lines, table, cut } }: { readonly section: BriefSection }) {
  return (
    <section className="briefsection" aria-labelledby={`brief-${id}`} data-section={id}>
      <h2 id={`brief-${id}`}>{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {table === null || table.rows.length === 0 ? null : (
        <div className="scroll" tabIndex={0} role="region" aria-labelledby={`brief-${id}`}>
          <table className="t" aria-labelledby={`brief-${id}`}>
            <colgroup>
              {table.columns.map(({ name, width }) => (
                <col key={name} style={{ width: `${width}%` }} />
              ))}
            </colgroup>
            <thead>
              <tr>
                {table.columns.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join('|')}>
                  {row.map((text, at) => (
                    // A row has one cell for each column.
                    <td key={table.columns[at]?.name ?? at} data-head={table.columns[at]?.name}>
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {cut === null ? null : <p className="briefcut">{cut}</p>}
    </section>
  )
}
