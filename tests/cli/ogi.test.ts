import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allQuestions } from '../../src/questions/allQuestions.ts'
import { runOgi } from '../../src/cli.ts'
import { readPackage } from '../../src/dataset/readPackage.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readFolder } from '../../src/publish.ts'

const small = 'tests/datasets/small'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const inFolder = (name: string) => path.join(folder, name)

async function ogi(...args: string[]) {
  const printed = { out: '', err: '' }
  const code = await runOgi(args, { out: (text) => (printed.out += text), err: (text) => (printed.err += text) })
  return { code, ...printed }
}

describe('wrong use ends with 2, says one sentence in both languages and shows the usage', () => {
  it.each([
    ['no command', [], 'name a command'],
    ['an unknown command', ['guess'], 'there is no command guess'],
    ['a name that objects have', ['constructor'], 'there is no command constructor'],
    ['a check of nothing', ['check'], 'name a dataset folder'],
    ['synthetic data for nowhere', ['demo'], 'name one folder'],
    ['synthetic data of years before the forms', ['demo', '-o', 'x', '--years', '2010-2012'], '--years is a span'],
    ['an unknown option', ['build', small, '--fast'], "wrong arguments: Unknown option '--fast'"],
    ['no output folder', ['build', small], 'say with -o where the result goes'],
    ['no folder', ['build', '-o', 'x'], 'name one folder'],
    ['a folder that is not there', ['build', 'nowhere', '-o', 'x'], 'there is no nowhere'],
    ['an unknown question', ['ask', 'guess', '{}', '--data', small], 'unknown question: guess'],
    ['params that are no JSON', ['ask', 'countValues', '{', '--data', small], 'JSON'],
    ['params that are a list', ['ask', 'countValues', '[]', '--data', small], 'the params must be a JSON object'],
    ['wrong params', ['ask', 'readReport', '{}', '--data', small], 'report must be text, e.g. an id'],
    ['no dataset', ['ask', 'countValues'], 'say with --data which dataset folder to ask'],
    ['nothing to parse', ['parse'], 'name at least one file'],
    ['a year that is none', ['parse', 'x.txt', '--year', 'last'], 'the year is a number such as 2020'],
    ['nowhere to collect into', ['collect', 'x.txt'], 'say with --into which dataset folder to fill'],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await ogi(...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err.split('\n')[0]).toContain(message)
    expect(err.split('\n')[0]).toMatch(/[\u4e00-\u9fff].* \/ /)
    expect(err).toContain('ogi build FOLDER -o OUT')
    expect(err).toContain('ogi check')
  })
})

describe('ogi build', () => {
  it('writes data file, manifest and static API, and counts every row', async () => {
    const { code, out, err } = await ogi('build', small, '-o', inFolder('out'), '--dataset-id', 'other')
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('cells: 350 = 350 + 0\n')
    expect(JSON.parse(readFileSync(inFolder('out/manifest.json'), 'utf8'))).toMatchObject({ id: 'other', dataFile: 'dataset.duckdb' })
    expect(existsSync(inFolder('out/api/answers/countValues/44136fa355b3678a.json'))).toBe(true)
  }, 60_000)

  it('names a broken row by file, line, column and reason, writes nothing and ends with 1', async () => {
    cpSync(small, inFolder('broken'), { recursive: true })
    writeFileSync(
      inFolder('broken/reports.csv'),
      readFileSync(`${small}/reports.csv`, 'utf8').replace('yi-ju-2020,yi-ju,2020', 'yi-ju-2020,yi-ju,20x0'),
    )
    const { code, err } = await ogi('build', inFolder('broken'), '-o', inFolder('broken-out'))
    expect(code).toBe(1)
    expect(err.split('\n')[0]).toBe(
      'reports.csv 第 10 行 “year”列：“20x0”不是数字。 / reports.csv, line 10, column year: "20x0" is no number.',
    )
    expect(err).toContain('reports: 9 = 8 + 1\n')
    expect(existsSync(inFolder('broken-out'))).toBe(false)
  }, 60_000)
})

describe('ogi ask', () => {
  it.each([
    ['readReport', '{"report":"nope"}'],
    ['coverReports', '{"agencies":["jia-ju","nope"],"years":[2018,2020]}'],
  ])(
    'refuses an id that the dataset does not have, instead of answering nothing: %s',
    async (question, params) => {
      const { code, out, err } = await ogi('ask', question, params, '--data', small, '--json')
      expect([code, out]).toEqual([2, ''])
      expect(err.split('\n')[0]).toContain('the dataset has no nope')
    },
    60_000,
  )

  const params = '{"indicators":["requests_new"],"agencies":["jia-ju"],"years":[2018,2019]}'

  it('prints JSON on standard output and nothing else there', async () => {
    const { code, out, err } = await ogi('ask', 'compareAgencies', params, '--data', small, '--json')
    expect([code, err]).toEqual([0, ''])
    expect((JSON.parse(out) as { value: number }[]).map((row) => row.value)).toEqual([40, 25])
  }, 30_000)

  it('prints a table without --json', async () => {
    const { out } = await ogi('ask', 'compareAgencies', params, '--data', small)
    expect(out.split('\n').slice(0, 2)).toEqual([
      'indicator,agency,year,applicant,value,state,evidence,qualifier,form,scope,report,n',
      'requests_new,jia-ju,2018,total,40,value,A,,pre2019_table,own,jia-ju-2018,',
    ])
  }, 30_000)

  it('lists the questions with their params', async () => {
    const { code, out } = await ogi('ask')
    expect(code).toBe(0)
    expect(out).toContain('coverReports')
    expect(out).toContain('years: [first, last]')
    const listed = JSON.parse((await ogi('ask', '--json')).out) as readonly { readonly question: string }[]
    expect(listed).toHaveLength(allQuestions.length)
  })

  it('answers nothing over a broken dataset', async () => {
    cpSync(small, inFolder('asked'), { recursive: true })
    rmSync(inFolder('asked/cells.csv'))
    const { code, out, err } = await ogi('ask', 'countValues', '{}', '--data', inFolder('asked'), '--json')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('cells.csv: the dataset folder has no such file')
  }, 30_000)
})

describe('ogi new', () => {
  it('makes an empty dataset that builds, with examples that are no rows', async () => {
    expect((await ogi('new', inFolder('fresh'))).code).toBe(0)
    expect(readFileSync(inFolder('fresh/cells.csv'), 'utf8')).toMatch(/^report_id,.*\n# shili-jyj-2020,requests_new/)
    const { code, err } = await ogi('build', inFolder('fresh'), '-o', inFolder('fresh-out'))
    expect(code).toBe(0)
    expect(err).toContain('agencies: 0 = 0 + 0\n')
    expect(JSON.parse(readFileSync(inFolder('fresh-out/manifest.json'), 'utf8'))).toMatchObject({
      id: 'fresh',
      years: null,
      counts: { reports: 0 },
    })
  }, 60_000)

  it('has examples that would stand if they were rows', async () => {
    await ogi('new', inFolder('examples'))
    for (const file of ['regions', 'agencies', 'events', 'reports', 'cells', 'verdicts'].map((name) => inFolder(`examples/${name}.csv`))) {
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/^# /gm, ''))
    }
    const { rejects, counts } = await readPackage(readFolder(inFolder('examples')), ourCatalogue)
    expect([rejects, counts.cells.accepted]).toEqual([[], 3])
  })

  it('touches no folder that holds something', async () => {
    const { code, err } = await ogi('new', small)
    expect(code).toBe(2)
    expect(err).toContain('is not empty')
  })
})

describe('ogi parse and collect', () => {
  // Written for this test: no table, one negation in the prose.
  const prose = '示例市甲局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n2020年，我局未收到政府信息公开申请。\n'
  const known = ['--agency', 'jia-ju', '--year', '2020']

  it('prints one element per file, and keeps that of a file that cannot be read', async () => {
    writeFileSync(inFolder('report.txt'), prose)
    writeFileSync(inFolder('damaged.pdf'), '%PDF-1.7 and nothing else')
    const { code, out, err } = await ogi('parse', inFolder('report.txt'), inFolder('damaged.pdf'), '--json', ...known, '--data', small)
    expect(code).toBe(1)
    const [read, refused] = JSON.parse(out) as {
      file: string
      sha256: string
      report: Record<string, unknown>
      figures: Record<string, unknown>[]
      problems: unknown[]
    }[]
    expect(read?.file).toBe(inFolder('report.txt'))
    expect(read?.sha256).toBe(createHash('sha256').update(prose).digest('hex'))
    expect(read?.report).toMatchObject({ agency_id: 'jia-ju', year: 2020, form: 'narrative' })
    expect(read?.figures.map(({ indicator, value, state, evidence }) => [indicator, value, state, evidence])).toEqual([
      ['requests_new', 0, 'zero', 'D'],
    ])
    expect([refused?.figures, refused?.problems.length]).toEqual([[], 1])
    expect(err).toContain('damaged.pdf')
  })

  it('adds a report to a dataset, which still stands, and says how much was added', async () => {
    cpSync(small, inFolder('filled'), { recursive: true })
    const { code, err } = await ogi('collect', inFolder('report.txt'), '--into', inFolder('filled'), ...known)
    expect([code, err]).toEqual([0, expect.stringContaining('jia-ju-2020: figures added: 1')])
    const { rejects, reports, cells } = await readPackage(readFolder(inFolder('filled')), ourCatalogue)
    expect([rejects, reports.length, cells.length]).toEqual([[], 10, 351])
    const again = await ogi('collect', inFolder('report.txt'), '--into', inFolder('filled'), ...known)
    expect(again.err.trim().split('\n')).toHaveLength(1)
  })
})

it('keeps the place of a file that cannot be opened, and reads the others', async () => {
  const { code, out, err } = await ogi('parse', 'nothing/there.txt', 'nowhere.txt', 'tests/reports/statistics-table/report.txt', '--json')
  const parsed = JSON.parse(out) as { file: string; figures: unknown[]; problems: { code: string }[] }[]
  expect(code).toBe(1)
  expect(
    parsed.map(({ file, figures, problems }) => [file, figures.length > 0, problems.some((problem) => problem.code === 'file.unreadable')]),
  ).toEqual([
    ['nothing/there.txt', false, true],
    ['nowhere.txt', false, true],
    ['tests/reports/statistics-table/report.txt', true, false],
  ])
  expect(err).toContain('The file cannot be opened (ENOENT)')
})
