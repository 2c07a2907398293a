/**
 * `error`: the report disagrees with itself by its own labels. `warning`: probably a slip. `info`: worth asking, or context.
 * Nothing blocks a report.
 */
export type Severity = 'error' | 'warning' | 'info'
