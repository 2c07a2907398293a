import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Reader } from '../../src/reports/reader.ts'
import { readDocx } from '../../src/reports/readDocx.ts'
import { readHtml } from '../../src/reports/readHtml.ts'
import { readMarkdown } from '../../src/reports/readMarkdown.ts'
import { readMht } from '../../src/reports/readMht.ts'
import type { Random } from './generatedReport.ts'
import { randomFrom } from './generatedReport.ts'
import { packDocx } from './written/docxParts.ts'
import { writeDocx } from './written/writeDocx.ts'
import { htmlMarkups, writeHtml } from './written/writeHtml.ts'
import { markdownMarkups, writeMarkdown } from './written/writeMarkdown.ts'
import { writeReport } from './written/writtenReport.ts'
import { computed, placesOf } from './showDocument.ts'

/** In the long form as many as a person would call all; in the short one a look at each kind of damage. */
const count = process.env['OGI_LONG'] === '1' ? 2_000 : 60

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const report = writeReport('y2021', randomFrom(11))
const html = writeHtml(report, 'office export', randomFrom(11))

const pieces = '<table>|<tr>|</td>|<td colspan=9999 rowspan=0>|<div>|</div>|<p|<!--|-->|<![CDATA[|&#x110000;|&nbsp|<script>|</table>|<a href=x>|"|\'|>|<b><i>|<svg>|<template>|<plaintext>|\u0000|\uFFFF|\u202E|| | --- |~~|**|`|\\|[x](|<br>|１|'.split('|').concat('|', '|---|')

/** Characters changed, and stretches cut, doubled and put in, a few times over. */
function mutate(text: string, random: Random): string {
  let changed = text
  for (let times = 1 + random.below(12); times > 0; times -= 1) {
    const at = random.below(changed.length + 1)
    const length = random.below(random.pick([2, 40, 4_000]))
    const change = random.below(5)
    if (change === 0) changed = changed.slice(0, at) + String.fromCharCode(random.below(random.pick([128, 0x10000]))) + changed.slice(at + 1)
    else if (change === 1) changed = changed.slice(0, at) + changed.slice(at + length)
    else if (change === 2) changed = changed.slice(0, at + length) + changed.slice(at)
    else if (change === 3) changed = changed.slice(0, at) + random.pick(pieces) + changed.slice(at)
    else if (random.chance(0.2)) changed = changed.slice(0, at)
  }
  return changed
}

/** Bytes changed: what was text may be none any more. */
function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (let times = 1 + random.below(6); times > 0; times -= 1) changed[random.below(changed.length)] = random.below(256)
  return random.chance(0.2) ? changed.subarray(0, random.below(changed.length)) : changed
}

const mutateFile = (text: string, random: Random): Uint8Array => (random.chance(0.2) ? mutateBytes(utf8(text), random) : utf8(mutate(text, random)))

const wholeDocx = writeDocx(report, 'runs split', randomFrom(11))
/** Archives carry checksums: to reach the reader, what is packed must be damaged, not the archive. */
const documentBody = /<w:body>([\s\S]*)<w:sectPr>/.exec(strFromU8(unzipSync(wholeDocx)['word/document.xml'] ?? new Uint8Array()))?.[1] ?? ''
const body = `${'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>一</w:t></w:r></w:p>'.repeat(20)}<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
const words = 'w:tbl w:tr w:tc w:p w:r w:t w:vMerge w:gridSpan w:sdt w:sdtContent w:del w:ins w:fldChar mc:AlternateContent mc:Choice w:drawing w:txbxContent w:ruby w:object'.split(' ')

/** Elements renamed at both of their ends, so that the XML stays whole. */
function renameElements(text: string, random: Random): string {
  const names = new Map(words.map((word) => [word, random.chance(0.2) ? random.pick(words) : word]))
  return text.replace(/(<\/?)([\w:]+)/g, (_, open: string, name: string) => open + (names.get(name) ?? name)).replace(/"\d+"/g, (digits) => (random.chance(0.1) ? '"99999999"' : digits))
}

const mhtOf = (page: string): string => `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${page.replace(/=/g, '=3D')}\r\n--b--\r\n`

const numberings = [
  '',
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1%2%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
]

const kinds: readonly (readonly [string, Reader, (random: Random) => Uint8Array])[] = [
  ['a web page', readHtml, (random) => mutateFile(random.chance(0.5) ? html : writeHtml(report, random.pick(htmlMarkups), random), random)],
  ['a page saved in one file', readMht, (random) => mutateFile(mhtOf(html), random)],
  ['a Word document', readDocx, (random) => (random.chance(0.2) ? mutateBytes(wholeDocx, random) : packDocx(renameElements(random.chance(0.3) ? body : documentBody, random), { numbering: random.pick(numberings) }))],
  ['a text in Markdown', readMarkdown, (random) => mutateFile(writeMarkdown(report, random.pick(markdownMarkups)), random)],
]

describe(`damaged on its way, ${count} times over`, () => {
  it.each(kinds)('%s never throws and always ends: read, or refused with a sentence', async (_, read, damage) => {
    let slowest = 0
    let refused = 0
    for (let seed = 1; seed <= count; seed += 1) {
      const bytes = damage(randomFrom(seed))
      const start = computed()
      const file = await read(bytes, {})
      slowest = Math.max(slowest, computed() - start)
      if ('refused' in file) {
        refused += 1
        expect(file.refused.message.zh).toMatch(/。$/)
      } else {
        const places = placesOf(file.document)
        expect(new Set(places).size).toBe(places.length)
      }
    }
    if (count > 60) console.info(`${count} read, ${refused} refused, slowest ${slowest.toFixed(0)} ms`)
    expect(slowest).toBeLessThan(5_000)
  })
})
