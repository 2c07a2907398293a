import { useMemo } from 'react'
import { everyFinding } from '../../selection.ts'
import { formatNumber, formatYears } from '../../text/numbers.ts'
import { useAtlas } from '../AtlasContext.ts'
import { Link } from '../Link.tsx'
import { Panel } from '../Panel.tsx'
import { useFindings } from '../useFindings.ts'
import { countByRuleAndSeverity, filterFindings } from './chooseFindings.ts'
import { nameRule } from './findingNames.ts'
import { SeverityMark } from './Marks.tsx'

/** How many failures of each weight each rule has in the selection; each leads to its list. */
export function FindingsByKind() {
  const { words, lang, selection } = useAtlas()
  const { result } = useFindings()
  const { agencies, years } = selection
  const fails = useMemo(
    () => filterFindings(result?.findings ?? [], { ...everyFinding, agencies, years }, () => undefined),
    [result, agencies, years],
  )
  if (!result) return null
  const kinds = countByRuleAndSeverity(fails)
  const most = Math.max(1, ...kinds.map(({ count }) => count))
  const errors = fails.filter(({ severity }) => severity === 'error').length
  const title = fails.length === 0 ? words.checks.kindsNone : words.checks.kindsTitle(fails.length, errors)
  const { holds, fails: failing, cannotTell } = result.counts
  return (
    <Panel
      title={title}
      subtitle={words.checks.kindsSub(formatYears(years))}
      chart="findings"
      question="findings"
      table={{
        caption: title,
        columns: [
          { name: words.checks.kindsRule, numeric: false },
          { name: words.checks.severity, numeric: false },
          { name: words.checks.kindsCount, numeric: true },
        ],
        rows: kinds.map(({ rule, severity, count }) => ({
          key: `${rule} ${severity}`,
          report: null,
          cells: [nameRule(rule, lang), words.checks.severities[severity], formatNumber(count, lang)],
        })),
      }}
      note={words.checks.kindsCounts(formatNumber(failing, lang), formatNumber(holds, lang), formatNumber(cannotTell, lang))}
      source={words.checks.kindsNote}
      actions={<Link to={{ page: 'checks', ...everyFinding }}>{words.checks.kindsOpen}</Link>}
    >
      {() => (
        <table className="t kinds">
          <caption className="visually-hidden">{title}</caption>
          <tbody>
            {kinds.map(({ rule, severity, count }) => (
              <tr key={`${rule} ${severity}`}>
                <th scope="row">
                  <Link to={{ page: 'checks', ...everyFinding, rule, severity }}>{nameRule(rule, lang)}</Link>
                </th>
                <td className="severitycol">
                  <SeverityMark severity={severity} />
                </td>
                <td className="barcol">
                  <span className="kindbar" style={{ width: `${(count / most) * 78}%` }} aria-hidden="true" />
                  <span className="num">{formatNumber(count, lang)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
