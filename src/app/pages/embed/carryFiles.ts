import type { Agency } from '../../../agencies.ts'
import { answerAddress, answerKey } from '../../../dataset/answerAddress.ts'
import type { DatasetEntry } from '../../../dataset/manifest.ts'
import { carry, type EmbeddedFiles } from '../../../exports/embeddedFiles.ts'
import { writeCatalogue } from '../../../indicators/catalogueFile.ts'
import { cutCatalogue } from '../../../indicators/cutCatalogue.ts'
import { coverReports } from '../../../questions/coverReports.ts'
import type { EmbeddedView } from './drawEmbedded.ts'

/**
 * The files of the static API that one figure reads, cut to it: its indicators, its bodies with those above them and those merged into
 * them, its rows. Reports are listed only for a figure that is of reports, and no other question has an answer.
 */
export function carryFiles(view: EmbeddedView, address: string, fullView: string | null): EmbeddedFiles {
  const { dataset, selection, asked, rows } = view
  const { manifest } = dataset
  const { question, params, carries } = asked
  const entry: DatasetEntry = {
    id: manifest.id,
    title: manifest.title,
    synthetic: manifest.synthetic,
    manifest: `data/${manifest.id}/manifest.json`,
  }
  const folder = `data/${manifest.id}/`
  return carry(address, fullView, {
    'datasets.json': [entry],
    [entry.manifest]: { ...manifest, package: null, files: {}, answers: [answerKey(question.name, params)] },
    [`${folder}api/catalogue.json`]: writeCatalogue(cutCatalogue(dataset.catalogue, [...selection.indicators, ...carries])),
    [`${folder}api/agencies.json`]: selection.agencies === null ? dataset.agencies : listNeeded(view.agencies, dataset.agencies),
    [`${folder}api/reports.json`]: question.name === coverReports.name ? listReports(view) : [],
    [`${folder}${answerAddress(question.name, params)}`]: rows,
  })
}

/** The reports of the chosen bodies and years: when each of their versions was published. */
function listReports({ dataset, selection: { years }, agencies }: EmbeddedView): EmbeddedView['dataset']['reports'] {
  const chosen = new Set(agencies.map(({ id }) => id))
  return dataset.reports.filter(({ agency, year }) => chosen.has(agency) && year >= years[0] && year <= years[1])
}

/** Bodies with everyone above them, and those that ended in them. */
function listNeeded(chosen: readonly Agency[], all: readonly Agency[]): readonly Agency[] {
  const byId = new Map(all.map((agency) => [agency.id, agency]))
  const needed = new Set(chosen.map(({ id }) => id))
  for (const { supervisorId } of chosen) {
    for (let above = supervisorId; above !== null && !needed.has(above); above = byId.get(above)?.supervisorId ?? null) needed.add(above)
  }
  const own = new Set(chosen.map(({ id }) => id))
  return all.filter(({ id, successorId }) => needed.has(id) || (successorId !== null && own.has(successorId)))
}
