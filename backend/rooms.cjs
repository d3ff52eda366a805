/** Rooms, lowest first. A room may import the rooms before it, never the ones after it. The one place that says so. */
module.exports = [
  'engine',
  'platform',
  'audit',
  'workbook',
  'units',
  'identity',
  'standard',
  'evidence',
  'records',
  'review',
  'scorecard',
  'supervision',
  'inspection',
  'reports',
];
