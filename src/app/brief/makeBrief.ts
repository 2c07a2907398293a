import { levelNames } from '../../agencies.ts'
import type { Brief, BriefSection, BriefTable } from '../../exports/briefDocument.ts'
import { formatDate, formatYears } from '../../text/numbers.ts'
import type { BriefInput, BriefRoom } from './briefInput.ts'
import { flatFigures, keyFigures, outcomesSection } from './figuresSections.ts'
import { filingsSection, listExpected } from './filingsSection.ts'
import { asksSection, carriedOver, openFindings } from './findingsSections.ts'

/** A brief has at most this many sheets of A4. */
export const mostSheets = 4
/** Millimetres of a sheet between its margins. */
const sheetHeight = 268

/** Rows of each kind, the most first: the first that leaves the brief on its sheets is taken. */
const rooms: readonly [BriefRoom, ...BriefRoom[]] = [
  { years: 12, figures: 14, flat: 8, findings: 16, carried: 8, asks: 24, names: 8 },
  { years: 12, figures: 12, flat: 6, findings: 12, carried: 6, asks: 16, names: 6 },
  { years: 8, figures: 10, flat: 5, findings: 8, carried: 4, asks: 10, names: 4 },
  { years: 5, figures: 8, flat: 3, findings: 5, carried: 3, asks: 6, names: 3 },
]

/**
 * What whoever supervises these bodies has to know, on one to four sheets: filings, main figures, what is flat, outcomes, open findings,
 * carry-over, and one list of what to ask back. It says no cause, praises nobody and blames nobody; what does not fit is counted.
 */
export function makeBrief(input: BriefInput): Brief {
  const [most, ...fewer] = rooms
  let brief = writeBrief(input, most)
  for (const room of fewer) {
    if (countSheets(brief) <= mostSheets) break
    brief = writeBrief(input, room)
  }
  return brief
}

function writeBrief(input: BriefInput, room: BriefRoom): Brief {
  const { own, years, dataset, day, lang, prose, blanksAsZero } = input
  const expected = listExpected(input)
  const have = expected.filter(({ row }) => row.report !== null).length
  return {
    kind: own.name,
    title: titleOf(input),
    about: [
      own.about(formatYears(years), have, expected.length),
      [...factsOf(input), own.switches(prose, blanksAsZero)].join(' · '),
      [
        own.dataset(dataset.title, dataset.fingerprint.slice(0, 16)),
        ...(dataset.synthetic ? [own.synthetic] : []),
        own.day(formatDate(day, lang)),
      ].join(' · '),
    ],
    sections: [
      filingsSection(input, room),
      keyFigures(input, room),
      flatFigures(input, room),
      outcomesSection(input),
      ...(input.findings === null ? [] : [openFindings(input, room), carriedOver(input, room)]),
      asksSection(input, room),
    ],
    note: own.note,
  }
}

/** Whom it is about: one body, everybody, those below one supervisor, or so many bodies. */
function titleOf({ agencies, everyAgency, dataset, own }: BriefInput): string {
  const [first] = agencies
  if (agencies.length === 1 && first) return first.name
  if (agencies.length === everyAgency.length) return own.everyBody(dataset.title, agencies.length)
  const supervisor = everyAgency.find(({ id }) => id === first?.supervisorId)
  if (supervisor && agencies.every(({ supervisorId }) => supervisorId === supervisor.id)) return own.below(supervisor.name, agencies.length)
  return own.group(agencies.length)
}

function factsOf({ agencies, lang, own }: BriefInput): readonly string[] {
  const [first] = agencies
  if (agencies.length === 1 && first)
    return [levelNames[first.level][lang], first.regionName, first.system].filter((part): part is string => part !== null)
  return [
    own.names(
      agencies.slice(0, 12).map(({ shortName }) => shortName),
      agencies.length,
    ),
  ]
}

/** How many sheets of A4 a brief takes, by the widths of its texts: a little more than it will be. */
export function countSheets({ title, about, sections, note }: Brief): number {
  const heights = [8 * linesOf(title, 34), ...about.map((line) => 4.4 * linesOf(line, 62)), 4 * linesOf(note, 72)]
  const total = heights.reduce((sum, height) => sum + height, 12) + sections.reduce((sum, section) => sum + heightOf(section), 0)
  return Math.ceil((total * 1.04) / sheetHeight)
}

const heightOf = ({ title, lines, table, cut }: BriefSection): number =>
  6 +
  5.2 * linesOf(title, 48) +
  lines.reduce((sum, line) => sum + 4.4 * linesOf(line, 60), 0) +
  (table === null ? 0 : heightOfTable(table)) +
  (cut === null ? 0 : 4.4)

function heightOfTable({ columns, rows }: BriefTable): number {
  // 186 mm hold 66 Chinese characters of the table's size; each cell loses one at its edges.
  const room = columns.map(({ width }) => Math.max(2, (width * 66) / 100 - 1))
  const heightOfRow = (row: readonly string[]): number =>
    1.3 + 4.05 * Math.max(...row.map((text, at) => text.split('\n').reduce((sum, line) => sum + linesOf(line, room[at] ?? 4), 0)))
  return [columns.map(({ name }) => name), ...rows].reduce((sum, row) => sum + heightOfRow(row), 0)
}

/** Lines that a text takes where so many Chinese characters fit. */
const linesOf = (text: string, room: number): number =>
  Math.max(1, Math.ceil([...text].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.56), 0) / room))
