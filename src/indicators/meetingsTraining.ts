import { defineTheme, units } from './defineIndicator.ts'
import type { Indicator } from './indicator.ts'
import { noRowFrom2019, sectionEnds } from './steps.ts'

/** Part nine of the 2014 form. From 2019 no form asks. */
export const meetingsTraining: readonly Indicator[] = defineTheme('meetings_training', [
  {
    id: 'meetings_held',
    name: { zh: '召开政府信息公开工作会议或专题会议数', en: 'Disclosure meetings held' },
    shortName: { zh: '会议', en: 'Meetings' },
    unit: units.meetings,
    definition: { zh: '召开的政府信息公开工作会议或专题会议次数。', en: 'Working or special meetings held.' },
    cell: { pre2019_table: '9.1' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { overview: 19, staffing: 'activity' },
  },
  {
    id: 'training_sessions',
    name: { zh: '举办各类培训班数', en: 'Training sessions held' },
    shortName: { zh: '培训班', en: 'Training sessions' },
    unit: units.sessions,
    definition: { zh: '本机关举办的各类培训班次数。', en: 'Training classes held by the agency.' },
    cell: { pre2019_table: '9.2' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { staffing: 'activity' },
  },
  {
    id: 'training_attendances',
    name: { zh: '接受培训人员数', en: 'Training attendances' },
    shortName: { zh: '接受培训', en: 'Attendances' },
    unit: units.attendances,
    definition: {
      zh: '接受培训的人次。参加其他机关举办的培训是否计入，未经核实。',
      en: 'Person-times trained. Whether training held by others counts is unverified.',
    },
    cell: { pre2019_table: '9.3' },
    into: { y2019: sectionEnds, y2021: noRowFrom2019 },
    role: { overview: 20, staffing: 'activity' },
  },
])
