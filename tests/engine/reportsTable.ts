/** Twelve reports: three agencies over four years with 0, 10, 20, 30 requests, so that answers can be checked by hand. */
export const reportsTable = `
  CREATE TABLE d.reports AS
  SELECT agency || '-' || year AS report_id, agency AS agency_id, year::INTEGER AS year, ((year - 2017) * 10)::DOUBLE AS requests_new
  FROM (VALUES ('yinchuan-kjj'), ('lingwu-kjj'), ('hongze-gov')) AS agencies(agency), range(2017, 2021) AS years(year)
  ORDER BY year, agency`
