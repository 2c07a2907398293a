import { describe, expect, it } from 'vitest'
import { allChecks } from '../../src/checks/allChecks.ts'
import { writeChecks } from '../../src/checks/checkCatalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'

interface Written {
  readonly id: string
  readonly formulas: Readonly<Record<string, readonly string[]>> | null
}

const written = JSON.parse(JSON.stringify(writeChecks())) as readonly Written[]
const find = (id: string): Written | undefined => written.find((check) => check.id === id)

describe('the checks of catalogue.json', () => {
  it('are all there, in both languages, with class and severity', () => {
    expect(written.map(({ id }) => id)).toEqual(allChecks.map(({ id }) => id))
    for (const check of written) {
      expect(check).toEqual(
        expect.objectContaining({
          zh: expect.any(String) as string,
          en: expect.any(String) as string,
          fails: expect.any(String) as string,
          fails_zh: expect.any(String) as string,
          forms: expect.any(Array) as string[],
          class: expect.stringMatching(/^(?:printed|definitional|plausible)$/) as string,
          severity: expect.stringMatching(/^(?:error|warning|info)$/) as string,
        }),
      )
    }
  })

  it('print their rules as formulas, those of every applicant or figure once', () => {
    expect(find('requests.balance')?.formulas).toEqual({
      y2019: ['requests_new[a] + requests_carried_in[a] = outcomes_total[a] + requests_carried_out[a]'],
      y2021: ['requests_new[a] + requests_carried_in[a] = outcomes_total[a] + requests_carried_out[a]'],
    })
    expect(find('channels.total_at_most_sum')?.formulas?.pre2019_table).toEqual([
      'disclosed_items_total <= channel_gazette_items + channel_website_items + channel_weibo_items + channel_wechat_items + channel_other_items',
    ])
    expect(find('requests.carry_over')?.formulas?.y2021).toEqual(['requests_carried_in = previous(requests_carried_out)'])
    expect(find('documents.force_continuity')?.formulas?.y2021).toContain(
      'regulations_in_force = previous(regulations_in_force) + regulations_issued - regulations_repealed',
    )
    expect(find('trend.jump')?.formulas?.y2019).toEqual(['1/5 < x / previous(x) < 5, both at least 20'])
    expect(find('form.period')?.formulas).toBeNull()
    expect(find('trend.jump')).toMatchObject({ forms_before: { y2019: ['pre2019_table', 'y2019'] }, across_forms: 'identical' })
    expect(find('money.scale')).toMatchObject({ forms_before: { y2021: ['y2021'] } })
    expect(find('money.scale')).not.toHaveProperty('across_forms')
  })

  it('name indicators of the catalogue alone', () => {
    const known = new Set([...ourCatalogue.indicators.map(({ id }) => id), ...ourCatalogue.applicants.map(({ id }) => id), 'x', 'a'])
    const words = written.flatMap(({ formulas }) =>
      Object.values(formulas ?? {})
        .flat()
        .flatMap((text) => text.match(/[a-z][a-z0-9_]+/g) ?? []),
    )
    const syntax = new Set(['previous', 'not', 'all', 'of', 'them', 'both', 'at', 'least', 'one', 'and', 'the', 'other'])
    expect([...new Set(words)].filter((word) => !known.has(word) && !syntax.has(word))).toEqual([])
    expect(words.length).toBeGreaterThan(100)
  })
})
