import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readClaims } from '../../src/reports/readClaims.ts'
import type { CorpusPart, CorpusReport } from './claimCorpus.ts'
import { paragraphs, spell } from './claimSentences.ts'

/** One text with what a person reads in it and what was read. */
export interface Case {
  readonly text: string
  readonly expected: readonly string[]
  readonly read: readonly string[]
  /** Should a sentence of it be listed as unplaced, and was it? Null where it is not said. */
  readonly left: readonly [expected: boolean, read: boolean] | null
}

/** What was found and what not; `wrong` and `missed` say the text beside. */
export interface Outcome {
  readonly texts: number
  readonly expected: number
  readonly found: number
  readonly recall: number
  readonly wrong: readonly string[]
  readonly missed: readonly string[]
  readonly listed: readonly string[]
}

export function readCases(parts: readonly CorpusPart[]): Case[] {
  return parts.flatMap(({ lines, ...about }) => {
    let heading: string | null = null
    return lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line): Case[] => {
        if (line.startsWith('# ')) {
          heading = line.slice(2).trim()
          return []
        }
        const [text = '', claims = ''] = line.split(' | ')
        const wanted = claims.split(';').map((claim) => claim.trim()).filter((claim) => claim !== '')
        const { read, left } = readText(about, heading === null ? [text] : [heading, text])
        return [{ text, expected: wanted.filter((claim) => claim !== '+1'), read, left: [wanted.includes('+1'), left] }]
      })
  })
}

export function readReports(reports: readonly CorpusReport[]): Case[] {
  return reports.map((report) => ({
    text: report.agency,
    expected: report.claims,
    read: readText(report, report.paragraphs).read,
    left: null,
  }))
}

function readText(about: Omit<CorpusPart, 'lines'>, texts: readonly string[]): { read: string[]; left: boolean } {
  const { figures, unplaced } = readClaims(
    { blocks: paragraphs(...texts) },
    { ...about, form: 'narrative', tableBlocks: new Set(), catalogue: ourCatalogue },
  )
  return { read: figures.map(spell), left: unplaced.length > 0 }
}

export function measure(cases: readonly Case[]): Outcome {
  const wrong: string[] = []
  const missed: string[] = []
  const listed: string[] = []
  let expected = 0
  for (const one of cases) {
    expected += one.expected.length
    const rest = [...one.expected]
    for (const claim of one.read) {
      const at = rest.indexOf(claim)
      if (at < 0) wrong.push(`${claim} ← ${one.text}`)
      else rest.splice(at, 1)
    }
    missed.push(...rest.map((claim) => `${claim} ← ${one.text}`))
    if (one.left !== null && one.left[0] !== one.left[1]) listed.push(`${one.left[1] ? 'listed' : 'not listed'}: ${one.text}`)
  }
  const found = expected - missed.length
  return { texts: cases.length, expected, found, recall: expected === 0 ? 1 : found / expected, wrong, missed, listed }
}
