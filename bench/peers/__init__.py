"""Other ways to answer the same questions, each as its authors would have it used."""
