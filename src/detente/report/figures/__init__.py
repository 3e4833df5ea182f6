"""Figures, one file each: a result in, a drawing out that follows light and dark."""
