"""Workbooks: hidden sheets and cells, what lies behind them, formulas that lose what they read."""
