import type { Lang } from '../text/label.ts'
import { punctuation } from '../text/punctuation.ts'
import { tableForms, type Catalogue } from './catalogue.ts'
import type { Formula } from './formula.ts'
import type { Indicator } from './indicator.ts'

/** A formula in the names of its figures, for people: `(予以公开 + 部分公开) ÷ 办理结果总计`. */
export function tellFormula(formula: Formula, catalogue: Catalogue, lang: Lang): string {
  const tell = (part: Formula): string => tellFormula(part, catalogue, lang)
  const tellOperand = (part: Formula): string => (part.kind === 'reported' ? tell(part) : `(${tell(part)})`)
  switch (formula.kind) {
    case 'reported': {
      const indicator = catalogue.indicators.find((candidate) => candidate.id === formula.indicator)
      const name = (indicator?.shortName ?? indicator?.name)?.[lang] ?? formula.indicator
      const applicant = catalogue.applicants.find((candidate) => candidate.id === formula.applicant)?.name[lang]
      return applicant === undefined ? name : `${name} [${applicant}]`
    }
    case 'sum':
      return formula.terms.map((term) => (term.kind === 'sum' ? `(${tell(term)})` : tell(term))).join(' + ')
    case 'ratio':
      return `${formula.times === 1 ? '' : `${formula.times} × `}${tellOperand(formula.part)} ÷ ${tellOperand(formula.whole)}`
  }
}

/**
 * How an indicator is worked out, in names, for the forms of the years that are shown; the forms are named where they differ. Null for
 * a figure that the forms print.
 */
export function tellFormulas(indicator: Indicator, catalogue: Catalogue, [from, to]: readonly [number, number], lang: Lang): string | null {
  if (indicator.kind === 'reported') return null
  const byText = new Map<string, string[]>()
  for (const id of tableForms) {
    const formula = indicator.from[id]
    const form = catalogue.forms.find((candidate) => candidate.id === id)
    if (!formula || !form || form.years[0] > to || (form.years[1] ?? Infinity) < from) continue
    const text = tellFormula(formula, catalogue, lang)
    byText.set(text, [...(byText.get(text) ?? []), form.shortName[lang]])
  }
  if (byText.size === 0) return null
  if (byText.size === 1) return [...byText.keys()].join('')
  const { colon } = punctuation[lang]
  return [...byText].map(([text, forms]) => `${forms.join(punctuation[lang].enumeration)}${colon}${text}`).join(punctuation[lang].semicolon)
}
