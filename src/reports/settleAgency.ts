import type { Agency } from '../agencies.ts'
import type { Label } from '../text/label.ts'
import { readBodyKeys } from './bodyNames.ts'
import type { AgencyCandidate, Problem, Recognised } from './figure.ts'
import type { Author, AuthorKind } from './findAuthors.ts'
import { existsIn, foldName, lookUpName, type AgencyIndex, type NameHit } from './matchAgency.ts'
import type { PlaceEvidence } from './placeEvidence.ts'
import { isSamePlace, takePlaces, type PlaceName } from './placeNames.ts'
import { placeByEvidence } from './settlePlace.ts'
import { givenByPerson, recognise } from './recognise.ts'

/** What speaks for an agency. */
export interface AgencyEvidence {
  readonly authors: readonly Author[]
  readonly places: PlaceEvidence
  readonly index: AgencyIndex
  readonly agencies: readonly Agency[]
  readonly year: number | null
  /** Do the sentences count everybody below, as a government's report does? */
  readonly countsEverybody: boolean
  readonly given?: string | undefined
}

/** Whose report it is, as far as that is certain. */
export interface SettledAgency {
  readonly name: string | null
  readonly id: string | null
  readonly recognition: Recognised['agency']
  readonly problems: readonly Problem[]
}

const kindNames: Readonly<Record<AuthorKind, Label>> = {
  title: { zh: '标题', en: 'the title' },
  drawnUp: { zh: '编制说明', en: 'the sentence about who drew it up' },
  stated: { zh: '填报单位', en: 'the line that names who filed it' },
  signature: { zh: '落款', en: 'the signature' },
  ending: { zh: '文末', en: 'the last lines' },
  head: { zh: '页眉或抬头', en: 'a heading' },
  publisher: { zh: '发布机构', en: 'the publisher of the page' },
  contact: { zh: '联系方式', en: 'the contact' },
  fileName: { zh: '文件名', en: 'the file name' },
}
const strong: ReadonlySet<AuthorKind> = new Set(['title', 'drawnUp', 'stated', 'signature'])

/** What one name comes to: an agency and how sure, or those that it may mean. */
interface Verdict {
  readonly hit: NameHit | null
  readonly confidence: 'certain' | 'likely' | 'unsure'
  readonly why: Label
  readonly candidates: readonly AgencyCandidate[]
  readonly code: string
}

/**
 * The known agency that the report is of. A name decides only where it means one agency of that year: its place is said, or the report and
 * its folder say it elsewhere, and nothing speaks against it. Else nobody is chosen, and the candidates are listed.
 */
export function settleAgency(evidence: AgencyEvidence): SettledAgency {
  const found = judgeAuthors(evidence)
  if (evidence.given !== undefined) return settleGiven(evidence.given, found?.verdict.hit?.agency ?? null, evidence)
  const name = bestName(evidence)
  if (found === null) return name === null ? nobody : unlisted(name, evidence.authors[0])
  const { author, verdict } = found
  const recognition = { ...recognise(verdict.confidence, verdict.why.zh, verdict.why.en), candidates: verdict.candidates }
  if (verdict.hit === null) return { name, id: null, recognition, problems: [sayDoubt(verdict, author)] }
  return { name: verdict.hit.agency.name, id: verdict.hit.agency.id, recognition, problems: [] }
}

/** The first name that means somebody decides; the others may contradict it. */
function judgeAuthors(evidence: AgencyEvidence): { readonly author: Author; readonly verdict: Verdict } | null {
  for (const author of evidence.authors) {
    const verdict = judgeOffice(author, evidence) ?? judgeName(author, evidence)
    if (verdict !== null) return { author, verdict: contradict(author, verdict, evidence) }
    // A body that is named as the author, with its place, and is not listed, is nobody else.
    if (strong.has(author.kind) && placesOf(author.name, evidence).length > 0) return null
  }
  return null
}

const placesOf = (name: string, { index }: AgencyEvidence): readonly PlaceName[] => takePlaces(foldName(name), index.places).places

function judgeName(author: Author, evidence: AgencyEvidence): Verdict | null {
  const { hits, against } = lookUpName(author.name, evidence.index)
  const said = `${kindNames[author.kind].zh}“${author.name}”`
  const saidEn = `${author.name} in ${kindNames[author.kind].en}`
  if (hits.length === 0) {
    if (against.length === 0) return null
    return unsure('agency.other_place', against, {
      zh: `${said}与名录中的同名机关不属于同一个上级地方。`,
      en: `${saidEn} lies under another place than the listed agency of that name.`,
    })
  }
  const alive = hits.filter((hit) => existsIn(hit, evidence.year))
  if (alive.length === 0) {
    return unsure('agency.out_of_time', agenciesOf(hits), {
      zh: `${said}对应的机关在 ${evidence.year ?? ''} 年不存在，或不叫这个名称。`,
      en: `What ${saidEn} means did not exist in ${evidence.year ?? 'that year'}, or had another name.`,
    })
  }
  const closest = Math.max(...alive.map(({ closeness }) => closeness))
  const meant = alive.filter(({ closeness }) => closeness === closest)
  const placed = placeByEvidence(author, meant, evidence)
  if ('reason' in placed) return unsure(placed.code, agenciesOf(meant), placed.reason)
  return weigh(author, placed, evidence)
}

/** How sure a name with its place is, by where it stands and how close it is to the listed one. */
function weigh(
  author: Author,
  { hit, isSure, place }: { readonly hit: NameHit; readonly isSure: boolean; readonly place: Label | null },
  evidence: AgencyEvidence,
): Verdict {
  const { agency } = hit
  const isWeak = !strong.has(author.kind)
  if (isWeak && author.kind !== 'fileName' && /政府(?:办公[室厅])?$/.test(agency.name)) {
    return unsure('agency.site_only', [agency], {
      zh: `只有${kindNames[author.kind].zh}写“${author.name}”，那可能是网站的主办单位，不一定是报告的编制机关。`,
      en: `Only ${kindNames[author.kind].en} names ${author.name}, which may be whose site it is and not whose report.`,
    })
  }
  if (author.kind === 'fileName' && !namesItself(hit, evidence)) {
    return unsure('agency.file_name_only', [agency], {
      zh: `只有文件名写“${author.name}”，正文没有提到这个地方。`,
      en: `Only the file name says ${author.name}; the text never names the place.`,
    })
  }
  const why = join(sayHow(author, hit), place)
  const isCertain = isSure && !isWeak && hit.closeness >= 3
  return {
    hit,
    confidence: isCertain ? 'certain' : 'likely',
    why,
    candidates: [{ agency_id: agency.id, name: agency.name, reason: why }],
    code: '',
  }
}

function namesItself({ chain }: NameHit, { places }: AgencyEvidence): boolean {
  const own = chain.at(-1)
  return own !== undefined && places.body.includes(own.text)
}

function sayHow({ kind, name }: Author, { via, agency }: NameHit): Label {
  const { zh, en } = kindNames[kind]
  if (via === 'former') return { zh: `${zh}“${name}”是该机关曾用的名称。`, en: `${name} in ${en} is a former name of the agency.` }
  if (via === 'second') return { zh: `${zh}“${name}”是该机关加挂的名称。`, en: `${name} in ${en} is a second name of the agency.` }
  if (via === 'abbreviated') {
    return {
      zh: `${zh}“${name}”可作“${agency.name}”的简称，名录中别无他者。`,
      en: `${name} in ${en} may be short for ${agency.name}, and nobody else is listed.`,
    }
  }
  if (via === 'office') return { zh: `${zh}“${name}”是该机关的内设机构。`, en: `${name} in ${en} is an office of the agency.` }
  return { zh: `${zh}写“${name}”，与名录一致。`, en: `${name} in ${en} is listed.` }
}

const join = (one: Label, other: Label | null): Label => (other === null ? one : { zh: one.zh + other.zh, en: `${one.en} ${other.en}` })

const agenciesOf = (hits: readonly NameHit[]): readonly Agency[] => hits.map(({ agency }) => agency)

function unsure(code: string, agencies: readonly Agency[], why: Label): Verdict {
  const candidates = agencies.slice(0, 8).map(({ id, name }) => ({ agency_id: id, name, reason: why }))
  return { hit: null, confidence: 'unsure', why, candidates, code }
}

const officeEnding = /(?:人民)?政府(?:办公室|办公厅|办)$/

/** A government's office that drew a report up, without a title that names it, speaks for its government or for itself: what was counted decides. */
function judgeOffice(author: Author, evidence: AgencyEvidence): Verdict | null {
  const folded = foldName(author.name)
  if (author.kind === 'title' || !strong.has(author.kind) || !officeEnding.test(folded)) return null
  const governments = lookUpName(folded.replace(officeEnding, '人民政府'), evidence.index).hits.filter((hit) =>
    existsIn(hit, evidence.year),
  )
  const [government, ...more] = governments
  if (!government || more.length > 0 || government.fit !== 'full') return null
  const offices = lookUpName(author.name, evidence.index).hits
  const why = {
    zh: `${kindNames[author.kind].zh}写“${author.name}”，标题没有写明是政府还是其办公室的报告。`,
    en: `${author.name} in ${kindNames[author.kind].en}; the title does not say whether the report is the government’s or its office’s.`,
  }
  if (!evidence.countsEverybody) return unsure('agency.office_or_government', [...agenciesOf(offices), government.agency], why)
  const counted = join(why, { zh: '正文统计了全域，按政府的报告处理。', en: 'The text counts the whole area, so it is the government’s.' })
  return {
    hit: government,
    confidence: 'likely',
    why: counted,
    candidates: [government, ...offices].map(({ agency }) => ({ agency_id: agency.id, name: agency.name, reason: counted })),
    code: '',
  }
}

/** Another place where the author is named may speak against the choice: then nobody is chosen. */
function contradict(author: Author, verdict: Verdict, evidence: AgencyEvidence): Verdict {
  const { hit } = verdict
  if (hit === null) return verdict
  let isLoose = false
  for (const other of evidence.authors) {
    if (!strong.has(other.kind) || other.name === author.name) continue
    const { hits, against } = lookUpName(other.name, evidence.index)
    if (hits.some(({ agency }) => agency.id === hit.agency.id)) continue
    if (isItsOffice(other.name, author.name, evidence)) {
      isLoose ||= officeEnding.test(foldName(author.name))
      continue
    }
    const rivals = hits.filter((rival) => rival.fit === 'full' && existsIn(rival, evidence.year))
    const isElsewhere =
      against.some(({ id }) => id === hit.agency.id) || (hits.length === 0 && isOtherPlace(placesOf(other.name, evidence), hit.chain))
    if (rivals.length > 0 || isElsewhere) {
      return unsure('agency.contradicted', [hit.agency, ...agenciesOf(rivals)], {
        zh: `${kindNames[author.kind].zh}写“${author.name}”，${kindNames[other.kind].zh}却写“${other.name}”。`,
        en: `${author.name} in ${kindNames[author.kind].en}, but ${other.name} in ${kindNames[other.kind].en}.`,
      })
    }
    isLoose ||= hits.length === 0 && placesOf(other.name, evidence).length > 0
  }
  return isLoose && verdict.confidence === 'certain' ? { ...verdict, confidence: 'likely' } : verdict
}

/** A government and its own office; either may sign for the other. */
function isItsOffice(one: string, other: string, evidence: AgencyEvidence): boolean {
  const [first, second] = [foldName(one), foldName(other)].map((name) =>
    name.replace(officeEnding, '人民政府').replace(/(?:人民)?政府$/, '人民政府'),
  )
  if (first === undefined || second === undefined || !first.endsWith('政府') || !second.endsWith('政府')) return false
  return isSameName(first, second, evidence)
}

function isOtherPlace(places: readonly PlaceName[], chain: readonly PlaceName[]): boolean {
  const [last, own] = [places.at(-1), chain.at(-1)]
  return last !== undefined && own !== undefined && !isSamePlace(last, own)
}

/** Do two names mean one body, as far as names can say: the same words, and the same places as far as both carry them? */
function isSameName(one: string, other: string, { index }: AgencyEvidence): boolean {
  const [first, second] = [takePlaces(foldName(one), index.places), takePlaces(foldName(other), index.places)]
  const keys = readBodyKeys(second.body).sure
  if (!readBodyKeys(first.body).sure.some((key) => keys.includes(key))) return false
  const [long, short] = first.places.length >= second.places.length ? [first.places, second.places] : [second.places, first.places]
  return short.length > 0 && short.every((place, at) => isSamePlace(place, long[long.length - short.length + at] ?? place))
}

function settleGiven(given: string, inFile: Agency | null, { agencies, index, authors }: AgencyEvidence): SettledAgency {
  const hits = lookUpName(given, index).hits
  const listed = agencies.find(({ id, name }) => id === given || name === given) ?? (hits.length === 1 ? hits[0]?.agency : undefined)
  if (!listed) {
    const { problems } = unlisted(given, authors[0])
    return {
      name: given,
      id: null,
      recognition: {
        ...recognise('unsure', '指定的机关不在名录中。', 'The agency given is not listed.'),
        candidates: hits.slice(0, 8).map(({ agency }) => ({ agency_id: agency.id, name: agency.name, reason: givenByPerson.reason })),
      },
      problems,
    }
  }
  const isOther = inFile !== null && inFile.id !== listed.id
  const problem = isOther
    ? [
        say(
          'agency.conflict',
          authors[0],
          `指定的机关是${listed.name}，文件内写的是${inFile.name}。已按指定的处理，请核对。`,
          `The agency given is ${listed.name}; the file says ${inFile.name}. The one given was kept; please check.`,
        ),
      ]
    : []
  const candidates = [listed, ...(isOther ? [inFile] : [])].map(({ id, name }) => ({ agency_id: id, name, reason: givenByPerson.reason }))
  return { name: listed.name, id: listed.id, recognition: { ...givenByPerson, candidates }, problems: problem }
}

const say = (code: string, author: Author | undefined, zh: string, en: string): Problem => ({
  code,
  message: { zh, en },
  where: author?.where ?? null,
})

const sayDoubt = ({ code, why }: Verdict, author: Author): Problem =>
  say(code, author, `${why.zh}未作选择，请指定机关。`, `${why.en} None was chosen. Please give the agency.`)

function unlisted(name: string, author: Author | undefined): SettledAgency {
  return {
    name,
    id: null,
    recognition: { ...recognise('unsure', `名录中没有“${name}”。`, `${name} is not listed.`), candidates: [] },
    problems: [
      say(
        'agency.unknown',
        author,
        `数据集中没有“${name}”，名称已保留，请添加该机关或指定已有机关。`,
        `The dataset does not list ${name}. The name was kept; add the agency or give a listed one.`,
      ),
    ],
  }
}

const nobody: SettledAgency = {
  name: null,
  id: null,
  recognition: {
    ...recognise('unsure', '标题、编制说明、落款和文件名都没有写明机关。', 'Title, introduction, signature and file name name no agency.'),
    candidates: [],
  },
  problems: [
    say(
      'agency.missing',
      undefined,
      '未能从标题、编制说明或落款中读出机关名称，请指定机关。',
      'No agency was found in the title, the introduction or the signature; please give the agency.',
    ),
  ],
}

/** The fullest of the names that mean the same body as the first one with a place; null when none has a place. */
function bestName(evidence: AgencyEvidence): string | null {
  const names = evidence.authors.flatMap(({ name }) => [name, name.replace(/(人民政府|局|委员会|厅)办公[室厅]$/, '$1')])
  const placed = names.filter((name) => placesOf(name, evidence).length > 0)
  const [first] = placed
  if (first === undefined) return null
  const best = placed
    .filter((name) => isSameName(name, first, evidence))
    .reduce((longest, name) => (name.length > longest.length ? name : longest), first)
  // 灵武市科技局 where the text itself also writes 灵武市科学技术局.
  const { places, body } = takePlaces(foldName(best), evidence.index.places)
  const full = readBodyKeys(body)
    .sure.map((key) => places.map(({ text }) => text).join('') + key)
    .filter((name) => name.length > best.length)
  return full.find((name) => evidence.places.body.includes(name)) ?? best
}
