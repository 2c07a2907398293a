import { describe, expect, it } from 'vitest'
import { checkCompiled } from '../../src/commands/checkCompiled.ts'
import { checkReports } from '../../src/checks/runChecks.ts'
import { listCheckedReports } from '../../src/dataset/checkedReports.ts'
import { readPackage } from '../../src/dataset/readPackage.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readFolder, withDataset } from '../../src/publish.ts'
import { withCity } from './syntheticCity.ts'

describe('a whole dataset at once', () => {
  it('gives the failures and the counts of its reports one by one', { timeout: 60_000 }, async () => {
    await withCity(async (folder) => {
      const read = await readPackage(readFolder(folder), ourCatalogue)
      const oneByOne = checkReports(listCheckedReports(read))
      const { result } = await withDataset(folder, checkCompiled)
      const fails = (findings: typeof oneByOne.findings) => findings.filter(({ outcome }) => outcome === 'fails')
      expect(result?.findings.map(({ rule, report }) => `${rule} ${report}`)).toEqual(
        fails(oneByOne.findings).map(({ rule, report }) => `${rule} ${report}`),
      )
      expect(result?.findings).toEqual(fails(oneByOne.findings))
      expect(result?.counts).toEqual(oneByOne.counts)
    })
  })
})
