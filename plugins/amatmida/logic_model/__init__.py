"""Logic models: one file gives exercises, a figure, worksheets, cards and rules that explain themselves."""
