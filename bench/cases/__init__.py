"""One module a question; importing it registers its cases."""
