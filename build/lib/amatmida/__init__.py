"""Amat Mida: authored files → checked catalog → staged tree → a bilingual training site."""

__version__ = "0.1.0"
