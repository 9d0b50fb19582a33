"""OOXML: the package of parts under documents and workbooks, and what both carry."""
