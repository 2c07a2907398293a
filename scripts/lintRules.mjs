/**
 * Lint rules of our own.
 * @typedef {{ report(finding: { node: unknown, message: string }): void, filename: string }} Context
 * @typedef {{ computed: boolean, key: { type: string, name?: string, value?: unknown } }} Property
 */

/** Parts of ECharts options that turn data into HTML, into an address or into code. */
const unsafe = new Map([
  ['link', 'it opens whatever address the data hold'],
  ['sublink', 'it opens whatever address the data hold'],
  ['extraCssText', 'it puts text into a style attribute, which the policy forbids'],
  ['dataView', 'it shows data as HTML; every chart has its own table'],
  ['saveAsImage', 'its file name comes from data; exports have names of their own'],
  ['toolbox', 'its tools are not reachable by keyboard; ours stand above the chart'],
])

const safeChartOptions = {
  meta: { type: 'problem', docs: { description: 'forbids parts of ECharts options that execute or open what data say' } },
  /** @param {Context} context */
  create: (context) => ({
    /** @param {Property} node */
    Property(node) {
      const name = node.key.type === 'Identifier' && !node.computed ? node.key.name : node.key.value
      const why = typeof name === 'string' ? unsafe.get(name) : undefined
      if (why) context.report({ node, message: `charts do not use “${String(name)}”: ${why}.` })
    },
  }),
}

const formatterFunctions = {
  meta: {
    type: 'problem',
    docs: { description: 'forbids formatter strings in chart options: ECharts fills them with data and reads the result as a template' },
  },
  /** @param {Context} context */
  create: (context) => ({
    /** @param {Property & { value: { type: string, value?: unknown } }} node */
    Property(node) {
      const isFormatter = node.key.type === 'Identifier' && node.key.name === 'formatter'
      const isText = node.value.type === 'TemplateLiteral' || (node.value.type === 'Literal' && typeof node.value.value === 'string')
      if (isFormatter && isText)
        context.report({ node, message: 'a formatter is a function that gives text, or a node for a tooltip, never a template.' })
    },
  }),
}

export default {
  meta: { name: 'atlas' },
  rules: { 'safe-chart-options': safeChartOptions, 'formatter-functions': formatterFunctions },
}
