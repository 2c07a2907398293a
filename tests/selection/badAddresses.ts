/** Every parameter of an address. */
const parts = [
  'page', 'indicator', 'agencies', 'focus', 'years', 'at', 'chart', 'prose', 'blanks', 'applicant', 'bench', 'sort', 'by', 'topic', 'axes', 'per',
  'same', 'peers', 'against', 'report', 'cell', 'rule', 'severity', 'outcome', 'verdict', 'group', 'print', 'figure', 'of', 'was', 'lang', 'theme', 'data',
] // prettier-ignore

/** What no parameter takes. */
const hostile = [
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '\u0000\u202e\u200b',
  'x'.repeat(5000),
  '=HYPERLINK("https://elsewhere.example")',
]

/** Over 200 addresses, each with something in it that cannot be used, and the parameter that it stands in. */
export const badAddresses: readonly (readonly [part: string, address: string])[] = [
  ...parts.flatMap((part) => hostile.map((value) => [part, `?${new URLSearchParams([[part, value]]).toString()}`] as const)),
  ...['page', 'lang', 'theme', 'chart', 'years', 'of'].map((part) => [part, `?${part}=`] as const),
  ['agencies', '?agencies=~~~'],
  ['lang', '?lang=zh&lang=en'],
  ['years', '?years=2018&years=2019-2020'],
  ['years', '?years=2020-2017'],
  ['years', '?years=9999'],
  ['years', '?years=%F0%9F%92%A3'],
  ['at', '?at=2018.5'],
  ['bench', '?bench=1e999'],
  ['bench', '?bench=NaN'],
  ['cell', '?cell=3.1@natural_person@total'],
  ['of', '?of=0A1B2C3D'],
  ['was', '?of=0a1b2c3d&was=00000000~requests_new@total~a*2018*12'],
  ['was', '?was=requests_new'],
  ['pages', '?pages=compare'],
  ['toString', '?toString=1'],
  ['__proto__', '?__proto__[page]=compare'],
  ['constructor', '?constructor.prototype.page=compare'],
].map(([part = '', address = '']) => [part, address] as const)
