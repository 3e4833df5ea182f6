"""Getting files of events from the servers that publish them: once, whole, and politely."""
