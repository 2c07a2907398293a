import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listFiles } from '../../src/commands/listFiles.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-list-'))
  for (const name of [
    'b/2.txt',
    'b/1.docx',
    'a.pdf',
    '年报.html',
    '年报_files/logo.png',
    '年报_files/page.htm',
    '.DS_Store',
    '~$a.docx',
    'style.css',
    '附图_files/scan.jpg',
  ]) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true })
    writeFileSync(path.join(folder, name), '')
  }
  mkdirSync(path.join(folder, 'empty'))
  symlinkSync(folder, path.join(folder, 'b/circle'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const inside = (names: readonly string[]): string[] => names.map((name) => path.relative(folder, name))

it('opens folders in the order of names, and passes over what systems, programs and saved pages leave beside reports', () => {
  const { files, skipped, empty } = listFiles([folder])
  expect(inside(files)).toEqual(['a.pdf', 'b/1.docx', 'b/2.txt', '年报.html', '附图_files/scan.jpg'])
  expect(inside(skipped).sort()).toEqual(['.DS_Store', 'b/circle', 'style.css', '~$a.docx', '年报_files'].sort())
  expect(empty).toEqual([])
})

it('keeps what is named itself, in its place, whatever it is, and says which folder is empty', () => {
  const named = [path.join(folder, 'style.css'), path.join(folder, 'empty'), 'nowhere.txt', path.join(folder, 'b')]
  const { files, empty } = listFiles(named)
  expect(files).toEqual([named[0], 'nowhere.txt', path.join(folder, 'b/1.docx'), path.join(folder, 'b/2.txt')])
  expect(empty).toEqual([named[1]])
})
