"""What acts mean: CAMEO codes, PLOVER types, tracks, topics."""
