"""Word lists of the text rules, one file per language."""
