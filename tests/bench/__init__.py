"""`make bench`: speed and size, measured against stock Material and static-i18n in the same run. No test depends on it."""
