import { checkById } from '../checks/allChecks.ts'
import { equationsOf, type Equation, type EquationSide } from '../checks/equationsOf.ts'
import type { Finding, FindingCell } from '../checks/outcome.ts'
import { applicants } from '../forms/applicants.ts'
import type { FormRow } from '../forms/form.ts'
import { formById } from '../forms/forms.ts'
import { absenceReasons, valueStates } from '../forms/stateCatalogue.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { Lang } from '../text/label.ts'
import { formatNumber } from '../text/numbers.ts'
import { listWords, relationWords, sideWords } from '../text/outputs.ts'
import { punctuation } from '../text/punctuation.ts'

/** Sums with more parts than this leave out those that are 0. */
const fewParts = 4
/** What must hold names no more figures than this. */
const fewNames = 3
/** Words of a report are quoted no longer than this: a cell is quoted, never a sentence. */
const longestQuote = 40

const states: ReadonlyMap<string, string> = new Map([...valueStates, ...absenceReasons].map(({ id, name }) => [id, name.zh]))
const indicators = new Map(ourCatalogue.indicators.map((indicator) => [indicator.id, indicator]))

/** One place of a finding in words: where, what is printed on both sides, what must hold. */
export interface FindingPlace {
  readonly place: string
  /** One text for each side; one where there are no sides. */
  readonly printed: readonly string[]
  readonly relation: string
  readonly difference: number | null
}

/** The places of a finding; at least one. */
export function placesOf(finding: Finding, lang: Lang): readonly FindingPlace[] {
  const equations = equationsOf(finding).filter(hasReadableSides)
  if (equations.length === 0) {
    const { left, right } = finding
    const difference = left !== null && right !== null && left !== right ? Math.round(Math.abs(left - right) * 1e6) / 1e6 : null
    return [
      { place: placeOf(finding.cells, finding, lang), printed: quoteCells(finding, lang), relation: relationOf(finding, lang), difference },
    ]
  }
  return equations.map((equation) => {
    const cells = [...equation.left.parts, ...equation.right.parts].map(({ cell }) => cell)
    return {
      place: placeOf(cells, finding, lang),
      printed: [equation.left, equation.right].map((side) => saySide(side, equation, finding, lang)),
      relation: sayRelation(equation, finding, lang),
      difference: equation.difference,
    }
  })
}

/** A side of nothing but what is taken away says no one anything; its cells do. */
const hasReadableSides = ({ kind, left, right }: Equation): boolean =>
  kind !== 'apart' && [left, right].every(({ parts }) => parts.some(({ minus }) => !minus))

/** What a cell prints, never more than a few words; the name of its state where it prints nothing. */
export function quoteCell({ printed, state }: FindingCell, lang: Lang): string {
  const text = (printed ?? '').replace(/\s+/g, ' ').trim()
  if (text === '') return nameState(state, lang)
  const characters = [...text]
  return quoteIn(lang, characters.length > longestQuote ? `${characters.slice(0, longestQuote).join('')}…` : text)
}

/** Words of a report, told apart from ours where ours are in another language. */
const quoteIn = (lang: Lang, printed: string): string => (lang === 'en' && /\p{Script=Han}/u.test(printed) ? `“${printed}”` : printed)

/** A sentence of ours, with what it quotes of a report cut to a few words. */
export const quoteMessage = (message: string): string =>
  message.replace(/“([^”]*)”/g, (whole, quoted: string) => {
    const characters = [...quoted]
    return characters.length > longestQuote ? `“${characters.slice(0, longestQuote).join('')}…”` : whole
  })

const nameState = (state: FindingCell['state'], lang: Lang): string => {
  if (lang === 'zh') return states.get(state) ?? state
  return [...valueStates, ...absenceReasons].find(({ id }) => id === state)?.name.en ?? state
}

function quoteCells({ cells, form }: Finding, lang: Lang): readonly string[] {
  const shown = cells.slice(0, 12)
  const texts = shown.map((cell) => {
    const where = cell.cell === null ? `${listWords.inProse[lang]} ` : ''
    const name = cell.indicator === null ? quoteIn(lang, rowOf(cell, form)?.label ?? '') : nameFigure(cell, lang)
    return `${where}${name} ${quoteCell(cell, lang)}`.trim()
  })
  const rest = cells.length - shown.length
  return rest > 0 ? [...texts, lang === 'zh' ? `另 ${rest} 格` : `${rest} more cells`] : texts
}

/** A figure in few words, with its year where it is not the report's own, and its column where it has one. */
function nameFigure(cell: FindingCell, lang: Lang): string {
  const column =
    cell.applicant === null || cell.applicant === 'total'
      ? ''
      : lang === 'zh'
        ? `（${nameApplicant(cell, lang)}）`
        : ` (${nameApplicant(cell, lang)})`
  return `${nameIndicator(cell, lang)}${column}`
}

/** A figure as a sentence of a Chinese text names it. */
export const nameCellInText = (cell: FindingCell): string => nameFigure(cell, 'zh')

function nameIndicator(cell: FindingCell, lang: Lang): string {
  const indicator = cell.indicator === null ? undefined : indicators.get(cell.indicator)
  const name = indicator ? (indicator.shortName ?? indicator.name)[lang] : (cell.cell ?? '')
  return cell.year === undefined ? name : `${sideWords.year[lang](cell.year)}${name}`
}

const nameApplicant = (cell: FindingCell, lang: Lang): string => applicants.find(({ id }) => id === cell.applicant)?.name[lang] ?? ''

/** Are the parts of an equation the columns of one row? */
function isOneRow({ left, right }: Equation): boolean {
  const parts = [...left.parts, ...right.parts]
  return parts.length > 2 && new Set(parts.map(({ cell }) => `${cell.indicator ?? ''} ${cell.year ?? ''}`)).size === 1
}

function saySide({ parts, sum }: EquationSide, equation: Equation, { cells }: Finding, lang: Lang): string {
  const byColumn = isOneRow(equation)
  const told = parts.length > fewParts ? parts.filter(({ cell }) => cell.value !== 0) : parts
  const zeros = parts.length - told.length
  const texts = told.map(({ cell, minus }, at) => {
    const sign = minus ? (at === 0 ? '− ' : ' − ') : at === 0 ? '' : ' + '
    return `${sign}${byColumn ? nameApplicant(cell, lang) : nameIndicator(cell, lang)} ${quoteCell(cell, lang)}`
  })
  const rest = zeros > 0 ? `${told.length > 0 ? punctuation[lang].comma : ''}${sideWords.zeros[lang](zeros)}` : ''
  if (cells.length === 0 || parts.length <= 1) return texts.join('') + rest
  return texts.join('') + rest + (sum === null ? sideWords.unknownSum[lang] : sideWords.sum[lang](formatNumber(sum, lang)))
}

function sayRelation(equation: Equation, finding: Finding, lang: Lang): string {
  const { kind, left, right } = equation
  if (lang === 'en' || relationWords[finding.rule] !== undefined || kind === 'apart' || kind === 'within' || kind === 'noSwitch')
    return relationOf(finding, lang)
  const [said, other] = [left, right].map((side) => nameSide(side, isOneRow(equation)))
  return sideWords[kind](said ?? '', other ?? '')
}

function nameSide({ parts }: EquationSide, byColumn: boolean): string {
  if (parts.length > fewNames) return byColumn ? sideWords.columns(parts.length) : sideWords.many(parts.length)
  return parts
    .map(
      ({ cell, minus }, at) => `${minus ? '− ' : at === 0 ? '' : '+ '}${byColumn ? nameApplicant(cell, 'zh') : nameIndicator(cell, 'zh')}`,
    )
    .join(' ')
}

function relationOf({ rule }: Finding, lang: Lang): string {
  const name = checkById(rule)?.name[lang] ?? rule
  return lang === 'zh' ? (relationWords[rule] ?? name) : name
}

const rowOf = (cell: FindingCell, form: Finding['form']): FormRow | undefined =>
  cell.cell === null || form === null ? undefined : formById(form).rows.find(({ path }) => path === cell.cell)

/** Explanations behind a label are left out of its name. */
const shortLabel = (label: string): string => label.replace(/（[^（）]{8,}）$/, '').trim()

function nameRow({ table, caption, label, column }: FormRow, lang: Lang): string {
  const names = table === 4 ? [caption, label] : table === 2 ? [label, column] : [caption, shortLabel(label)]
  return names.filter((name) => name !== undefined).join(lang === 'zh' || table !== 3 ? '·' : ' · ')
}

function nameTable(rows: readonly FormRow[], form: Finding['form'], lang: Lang): string {
  const tables = [...new Set(rows.map(({ table }) => table))]
  if (form === 'pre2019_table') return lang === 'zh' ? '统计表' : 'table'
  return lang === 'zh' ? tables.map((table) => `表${'一二三四'[table - 1] ?? ''}`).join('、') : `table ${tables.join(', ')}`
}

/** Where cells stand: table, rows by their printed labels, the column; `正文` for words; empty where no cell is named. */
function placeOf(cells: readonly FindingCell[], { form }: Finding, lang: Lang): string {
  const own = cells.filter(({ year, cell }) => year === undefined && cell !== null)
  const rows = [...new Set(own.map((cell) => rowOf(cell, form)))].filter((row) => row !== undefined)
  const columns = [...new Set(own.filter((cell) => rowOf(cell, form)?.byApplicant).map((cell) => nameApplicant(cell, lang)))]
  const [first] = rows
  const prose = cells.some(({ cell }) => cell === null) ? [listWords.inProse[lang]] : []
  if (first === undefined) return prose.join('')
  // The sides name every row; here two are enough to find the place.
  const shown = rows.slice(0, rows.length > 2 ? 1 : 2).map((row) => `“${nameRow(row, lang)}”`)
  const more = rows.length > shown.length ? sideWords.others[lang](rows.length) : ''
  const [column] = columns
  const where = column === undefined ? [] : [columns.length === 1 ? sideWords.column[lang](column) : sideWords.allColumns[lang]]
  const named = `${nameTable(rows, form, lang)}${shown.join(punctuation[lang].enumeration)}${more}`
  return [named, ...where, ...prose].join(punctuation[lang].comma)
}
