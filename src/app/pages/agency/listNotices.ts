import { mergersInto } from '../../../agencies/peers.ts'
import type { Agency } from '../../../agencies.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import type { Lang } from '../../../text/label.ts'
import { formatDate } from '../../../text/numbers.ts'

/** What happened to a body, in the order of days: set up, renamed, joined by others, ended. */
export function listNotices(agency: Agency, agencies: readonly Agency[], lang: Lang): readonly string[] {
  const words = agencyWordsIn(lang)
  const day = (on: string): string => formatDate(on, lang)
  const successor = agencies.find((other) => other.id === agency.successorId)
  return [
    ...(agency.validFrom === null ? [] : [words.founded(day(agency.validFrom))]),
    ...(agency.formerNames ?? []).map(({ name, until }) => words.renamed(day(until), name)),
    ...mergersInto(agency, agencies).map(({ former, year }) => words.absorbed(year, former.shortName)),
    ...(agency.validTo === null
      ? []
      : [successor ? words.mergedInto(day(agency.validTo), successor.shortName) : words.ended(day(agency.validTo))]),
  ]
}
